import { FRAME_MS } from './frame.js';

/** After a longer stall (a laptop that slept) the missed frames are not made up for. */
const MAX_CATCH_UP_MS = 10 * FRAME_MS;

/** Calls every player each 20 ms on average, however late the single timer behind it fires. */
export class Pacer {
  readonly #players = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #due = 0;

  /** Returns the function that stops the player. */
  add(player: () => void): () => void {
    this.#players.add(player);
    if (this.#timer === undefined) {
      this.#due = performance.now() + FRAME_MS;
      this.#schedule();
    }
    return () => {
      this.#players.delete(player);
      if (this.#players.size > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  #schedule(): void {
    this.#timer = setTimeout(() => this.#run(), Math.max(1, this.#due - performance.now()));
    this.#timer.unref(); // what is worth playing has a socket, and that holds the process
  }

  #run(): void {
    const now = performance.now();
    if (now - this.#due > MAX_CATCH_UP_MS) this.#due = now;
    const frames = Math.floor((now - this.#due) / FRAME_MS) + 1;
    this.#due += frames * FRAME_MS;
    this.#schedule();
    for (let frame = 0; frame < frames; frame++) {
      for (const player of [...this.#players]) {
        if (this.#players.has(player)) player();
      }
    }
  }
}

/** One timer paces all clips of all legs. */
export const framePacer = new Pacer();
