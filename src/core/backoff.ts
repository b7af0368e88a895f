import { LONGEST_TIMER_MS } from './timing.js';

/**
 * How long to wait before the next try: the step, jittered down to at least half of itself so that those who failed
 * together do not come back together, but at least `leastMs`, and no longer than a timer can wait.
 */
export const backoff = (stepMs: number, leastMs = 0): number =>
  Math.min(Math.max(leastMs, stepMs * (0.5 + Math.random() / 2)), LONGEST_TIMER_MS);
