/** The clock and timers of the SDK. Tests and other platforms can supply their own. */
export interface Timers {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The longest time of setTimeout. A longer one would fire at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemTimers: Timers = {
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as Parameters<typeof clearTimeout>[0]),
  now: () => Date.now(),
};

/** Settles like `work`, or rejects with `timeoutError()` after `ms`. A later result of `work` goes to `onLate`. */
export function withDeadline<T>(
  timers: Timers,
  ms: number,
  work: Promise<T>,
  timeoutError: () => Error,
  onLate: (value: T) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    let take: (value: T) => void = resolve;
    const timer = timers.setTimeout(() => {
      take = onLate;
      reject(timeoutError());
    }, ms);
    void work.then((value) => take(value), reject).then(() => timers.clearTimeout(timer));
  });
}

/**
 * Resolves in a later task: every continuation that is ready now has run by then, however deep its `await`s are nested.
 * A message, where there are some: timers stall in background tabs.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === 'undefined') return void setTimeout(resolve);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Settles like `work`, or rejects with the signal's reason as soon as it is aborted. */
export function abortable<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    void work.then(resolve, reject).then(() => signal.removeEventListener('abort', abort));
  });
}
