import { FRAME_MS } from './frame.js';

/** After a longer stall, such as a laptop's sleep, missed frames are skipped. */
const MAX_CATCH_UP_MS = 10 * FRAME_MS;

/** Calls every player once each 20 ms on average, even when its timer fires late. */
export class Pacer {
  readonly #players = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #due = 0;

  /** Returns a function that stops the player. */
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
    this.#timer.unref(); // The sockets of those who listen keep the process alive, not this timer.
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
