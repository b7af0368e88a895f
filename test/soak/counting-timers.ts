import type { Timers } from '../../src/core/timing.js';

/** The real timers, and how many of them are still to come. */
export class CountingTimers implements Timers {
  readonly #pending = new Set<unknown>();

  get pending(): number {
    return this.#pending.size;
  }

  setTimeout(callback: () => void, ms: number): unknown {
    const handle = setTimeout(() => {
      this.#pending.delete(handle);
      callback();
    }, ms);
    this.#pending.add(handle);
    return handle;
  }

  clearTimeout(handle: unknown): void {
    this.#pending.delete(handle);
    clearTimeout(handle as Parameters<typeof clearTimeout>[0]);
  }

  now(): number {
    return Date.now();
  }
}
