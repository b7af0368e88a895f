import type { Timers } from './timing.js';

/** Returns a function that says whether an event may happen: at most `most` in a window, which the first one opens. */
export function rateLimit(timers: Timers, most: number, windowMs: number): () => boolean {
  let since = -Infinity;
  let count = 0;
  return () => {
    const now = timers.now();
    // The clock may be set back.
    if (Math.abs(now - since) >= windowMs) {
      since = now;
      count = 0;
    }
    return ++count <= most;
  };
}
