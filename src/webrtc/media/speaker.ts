/** Plays a stream, where the platform has an audio element. */
export class Speaker {
  readonly #element: HTMLAudioElement | undefined;

  constructor(stream: MediaStream) {
    if (typeof Audio === 'undefined') return;
    this.#element = new Audio();
    this.#element.srcObject = stream;
  }

  /** Rejects as the browser does: `NotAllowedError` when it wants a click first. */
  async play(): Promise<void> {
    // Without a stream, after close(), the promise of play() would never settle.
    if (this.#element?.srcObject) await this.#element.play();
  }

  close(): void {
    if (!this.#element) return;
    this.#element.pause();
    this.#element.srcObject = null;
  }
}
