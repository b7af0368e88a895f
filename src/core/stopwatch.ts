import type { Timers } from './timing.js';

/** Counts whole seconds from its start, until somebody who knows better says how many it were. */
export class Stopwatch {
  readonly #timers: Timers;
  #startedAt: number | undefined;
  #final: number | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  start(): void {
    this.#startedAt ??= this.#timers.now();
  }

  /** Somebody who counted on says how many seconds it has been. */
  set(seconds: number): void {
    this.#startedAt = this.#timers.now() - seconds * 1000;
  }

  stop(seconds?: number | null): void {
    this.#final = Math.max(0, seconds ?? this.seconds);
  }

  get seconds(): number {
    if (this.#final !== undefined) return this.#final;
    // A clock may be set back.
    return this.#startedAt === undefined ? 0 : Math.max(0, Math.floor((this.#timers.now() - this.#startedAt) / 1000));
  }
}
