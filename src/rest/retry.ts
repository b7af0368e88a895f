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
 * Runs a request, and again after faults that may pass: network, 429, 5xx. `Retry-After` is the least wait. Each attempt
 * has its share of the time that is left: a reply that never comes must not use up what the next attempt needs.
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
