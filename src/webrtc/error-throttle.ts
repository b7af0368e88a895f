import type { PhoneError } from '../core/phone-error.js';

const WINDOW_MS = 1_000;
const MOST_IN_WINDOW = 10;

/** Tells errors of the service: the same one once a second, and no more than ten, so that none floods the page. */
export class ErrorThrottle {
  readonly #now: () => number;
  readonly #tell: (error: PhoneError) => void;
  readonly #told = new Set<string>();
  #since = 0;

  constructor(now: () => number, tell: (error: PhoneError) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  tell(error: PhoneError): void {
    const now = this.#now();
    if (Math.abs(now - this.#since) >= WINDOW_MS) {
      this.#since = now;
      this.#told.clear();
    }
    const kind = [error.code, error.callId, error.message].join();
    if (this.#told.size >= MOST_IN_WINDOW || this.#told.has(kind)) return;
    this.#told.add(kind);
    this.#tell(error);
  }
}
