/** A bug in a `fetch` function that the user passed, with the error that it threw. */
export class FetchBug extends Error {}

/** Makes bugs in a user's `fetch` a `FetchBug`, so that they are not taken for network faults. */
export function findingBugs(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (cause) {
      throw isBug(cause) ? new FetchBug('fetch failed', { cause }) : cause;
    }
  };
}

/**
 * Whether an error comes from wrong code. `fetch` reports a network fault as a TypeError, too. That one has a cause, a code
 * or a message about the network, depending on the implementation.
 */
function isBug(error: unknown): boolean {
  const { name, message, cause, code } = Object(error) as { [field: string]: unknown };
  if (name === 'TypeError')
    return cause === undefined && code === undefined && !/fetch|network|load failed/i.test(String(message));
  return name === 'ReferenceError' || name === 'RangeError' || name === 'SyntaxError';
}
