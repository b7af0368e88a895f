import type { PhoneError } from '../core/phone-error.js';

const WINDOW_MS = 1_000;
const MOST_IN_WINDOW = 10;

/** Tells errors of the service: the same one once a second, and no more than ten, so that none floods the page. */
export function throttled(now: () => number, tell: (error: PhoneError) => void): (error: PhoneError) => void {
  const told = new Set<string>();
  let since = 0;
  return (error) => {
    if (Math.abs(now() - since) >= WINDOW_MS) {
      since = now();
      told.clear();
    }
    const kind = [error.code, error.callId, error.message].join();
    if (told.size >= MOST_IN_WINDOW || told.has(kind)) return;
    told.add(kind);
    tell(error);
  };
}
