import { Problem } from '../http/problem.js';

interface Kept {
  readonly request: string;
  readonly answer: Promise<unknown>;
}

const KEPT_MAX = 1000;

/** Gives a repeated request the first answer again: a retry must not create twice. */
export class Idempotency {
  readonly #kept = new Map<string, Kept>();

  /** @throws Problem 409 when the key was used for another request. */
  once<T>(key: string | undefined, request: string, run: () => Promise<T>): Promise<T> {
    if (key === undefined) return run();
    const known = this.#kept.get(key);
    if (known && known.request !== request) {
      throw new Problem(409, 'idempotency_mismatch', 'This Idempotency-Key was used for another request.');
    }
    if (known) return known.answer as Promise<T>;
    const answer = run();
    this.#kept.set(key, { request, answer });
    answer.catch(() => this.#kept.delete(key)); // What was refused has created nothing.
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_MAX) break;
      this.#kept.delete(oldest);
    }
    return answer;
  }
}
