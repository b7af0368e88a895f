import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../src/rest/retry-after.js';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const waitOf = (value?: string) =>
  retryAfterMs(new Response(null, value ? { headers: { 'Retry-After': value } } : {}), NOW);

it.each([
  ['0', 0],
  ['7', 7_000],
  ['1.5', 1_500],
  ['Wed, 25 Nov 2026 12:00:30 GMT', 30_000],
  ['Wed, 25 Nov 2026 12:00:00 GMT', 0],
])('Retry-After: %s is read', (value, ms) => expect(waitOf(value)).toBe(ms));

it.each([undefined, 'soon', '-5', 'Wed, 25 Nov 2026 11:59:00 GMT'])('Retry-After: %s names no wait', (value) =>
  expect(waitOf(value)).toBeUndefined(),
);
