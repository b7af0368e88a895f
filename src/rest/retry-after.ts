/**
 * The least time to wait, in milliseconds, that a `Retry-After` header names: in seconds or as a date (RFC 9110, 10.2.3).
 * Undefined when there is none, or one that cannot be read.
 */
export function retryAfterMs(response: Response, now: number): number | undefined {
  const value = response.headers.get('Retry-After') ?? '';
  const wait = Number.parseFloat(value) * 1000 || Date.parse(value) - now;
  return wait >= 0 ? wait : undefined;
}
