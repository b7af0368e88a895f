import { Problem } from '../http/problem.js';

interface Kept {
  readonly request: string;
  readonly answer: Promise<unknown>;
}

const KEPT_MAX = 1000;

/** Repeats the first answer for a repeated request, so that a retry does not create a second object. */
export class Idempotency {
  readonly #kept = new Map<string, Kept>();

  /** @throws Problem 409 if the key was used for another request. */
  once<T>(key: string | undefined, request: string, run: () => Promise<T>): Promise<T> {
    if (key === undefined) return run();
    const known = this.#kept.get(key);
    if (known && known.request !== request) {
      throw new Problem(
        409,
        'idempotency_mismatch',
        'This Idempotency-Key was used for another request. Use a new key.',
      );
    }
    if (known) return known.answer as Promise<T>;
    const answer = run();
    this.#kept.set(key, { request, answer });
    answer.catch(() => this.#kept.delete(key)); // A refused request created nothing, so it may be tried again.
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_MAX) break;
      this.#kept.delete(oldest);
    }
    return answer;
  }
}
