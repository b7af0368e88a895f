/** Shows an error of somebody else's callback where the platform shows uncaught ones, without throwing through us. */
export function surface(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}
