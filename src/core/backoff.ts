import { LONGEST_TIMER_MS } from './timing.js';

/**
 * How long to wait before the next try, in ms: a random time between half the step and the step, so that clients that
 * failed together do not come back together. At least `leastMs`, and at most what a timer can wait.
 */
export const backoff = (stepMs: number, leastMs = 0): number =>
  Math.min(Math.max(leastMs, stepMs * (0.5 + Math.random() / 2)), LONGEST_TIMER_MS);
