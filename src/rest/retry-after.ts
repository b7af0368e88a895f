/**
 * The time to wait, in milliseconds, that a `Retry-After` header names in seconds or as a date (RFC 9110, section 10.2.3).
 * Undefined without a header that can be read, and for a date in the past.
 */
export function retryAfterMs(response: Response, now: number): number | undefined {
  const value = response.headers.get('Retry-After') ?? '';
  const wait = /^\d/.test(value) ? Number.parseFloat(value) * 1000 : Date.parse(value) - now;
  return wait >= 0 ? wait : undefined;
}
