/** Reports an error in a user's callback as an uncaught error, without interrupting the SDK. */
export function surface(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}
