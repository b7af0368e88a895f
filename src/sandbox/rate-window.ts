/** How much may happen in any stretch of time of a certain length. */
export class RateWindow {
  readonly #max: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  /** When it happened, the oldest first; none of it longer ago than the window is long. */
  readonly #times: number[] = [];

  constructor(max: number, windowMs: number, now: () => number = () => performance.now()) {
    this.#max = max;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Counts one more and gives 0, or counts nothing and gives in how many ms there is room for one. */
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
