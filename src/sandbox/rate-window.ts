/** A rate limit: at most `max` events in any `windowMs` milliseconds. */
export class RateWindow {
  readonly #max: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  /** When the events inside the window happened, the oldest first. */
  readonly #times: number[] = [];

  constructor(max: number, windowMs: number, now: () => number = () => performance.now()) {
    this.#max = max;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Counts an event and returns 0. If the window is full, counts nothing and returns how many ms to wait. */
  take(): number {
    const now = this.#now();
    this.#forget(now - this.#windowMs);
    const [oldest] = this.#times;
    if (oldest !== undefined && this.#times.length >= this.#max) return oldest + this.#windowMs - now;
    this.#times.push(now);
    return 0;
  }

  #forget(until: number): void {
    const kept = this.#times.findIndex((time) => time > until);
    this.#times.splice(0, kept < 0 ? this.#times.length : kept);
  }
}
