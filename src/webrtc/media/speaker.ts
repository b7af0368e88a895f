import { type Timers, withDeadline } from '../../core/timing.js';

/** A browser may wait for the first sound before it says that it plays. */
const PLAY_WITHIN_MS = 2_000;

/** Plays a stream, where the platform has an audio element. */
export class Speaker {
  readonly #element: HTMLAudioElement | undefined;
  readonly #timers: Timers;

  constructor(stream: MediaStream, timers: Timers) {
    this.#timers = timers;
    if (typeof Audio === 'undefined') return;
    this.#element = new Audio();
    this.#element.srcObject = stream;
  }

  /** Rejects as the browser does: `NotAllowedError` when it wants a click first. At most 2 s. */
  async play(): Promise<void> {
    const element = this.#element;
    // Without a stream, after close(), the promise of play() would never settle.
    if (!element?.srcObject) return;
    const waiting = new Error();
    await withDeadline(this.#timers, PLAY_WITHIN_MS, element.play(), () => waiting).catch((error) => {
      if (error !== waiting) throw error; // It plays as soon as there is something to hear.
    });
  }

  close(): void {
    if (!this.#element) return;
    this.#element.pause();
    this.#element.srcObject = null;
  }
}
