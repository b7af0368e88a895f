import type { Timers } from './timing.js';

/** Whether something may happen once more: at most so often in a window, which begins with the first time. */
export function rateLimit(timers: Timers, most: number, windowMs: number): () => boolean {
  let since = -Infinity;
  let count = 0;
  return () => {
    const now = timers.now();
    // A clock may be set back.
    if (Math.abs(now - since) >= windowMs) {
      since = now;
      count = 0;
    }
    return ++count <= most;
  };
}
