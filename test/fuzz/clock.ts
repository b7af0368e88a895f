import type { Timers } from '../../src/core/timing.js';

/** What engines take a longer wait for. */
const LONGEST_MS = 2 ** 31 - 1;

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Lets every continuation run that is ready, and every rejection be noticed that nobody hears. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time that passes only when it is told to; each timer is a task of its own, as in a browser. */
export class VirtualClock implements Timers {
  #now = Date.parse('2026-03-02T10:00:00Z');
  readonly #timers = new Map<number, Timer>();
  #handles = 0;

  readonly now = (): number => this.#now;

  readonly setTimeout = (callback: () => void, ms = 0): number => {
    // A wait that is too long is none at all, in every engine.
    const wait = ms >= 0 && ms <= LONGEST_MS ? ms : 0;
    this.#timers.set(++this.#handles, { due: this.#now + wait, callback });
    return this.#handles;
  };

  readonly clearTimeout = (handle: unknown): void => {
    this.#timers.delete(handle as number);
  };

  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      const timer = this.#timers.get(next) as Timer;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, timer.due);
      timer.callback();
      await settled();
    }
    this.#now = end;
  }

  /** The machine sleeps: time passes, and no timer runs before it wakes. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  #next(end: number): number | undefined {
    let found: number | undefined;
    let least = end;
    for (const [handle, { due }] of this.#timers) {
      if (due < least || (due === least && found === undefined)) [found, least] = [handle, due];
    }
    return found;
  }
}
