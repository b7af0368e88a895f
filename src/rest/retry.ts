import { backoff } from '../core/backoff.js';
import type { Timers } from '../core/timing.js';
import { RestError } from './rest-error.js';

export interface RetryPolicy {
  readonly timers: Timers;
  /** The longest time for all attempts and the waits between them, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/**
 * Runs a request, and retries after network faults, 429 and 5xx. It waits at least as long as `Retry-After` says. Each
 * attempt gets an equal share of the remaining time, so that one without an answer leaves time for the next.
 */
export async function retrying<T>(policy: RetryPolicy, run: (withinMs: number) => Promise<T>): Promise<T> {
  const { timers, timeoutMs, maxRetries } = policy;
  const end = timers.now() + timeoutMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await run((end - timers.now()) / (maxRetries + 1 - attempt));
    } catch (error) {
      const waitMs = error instanceof RestError && error.shouldRetry ? waitAfter(error, attempt) : Infinity;
      if (attempt >= maxRetries || timers.now() + waitMs >= end) throw error;
      await new Promise<void>((resolve) => timers.setTimeout(resolve, waitMs));
    }
  }
}

const waitAfter = ({ retryAfterMs }: RestError, attempt: number): number =>
  backoff(Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS), retryAfterMs);
