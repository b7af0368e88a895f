import { expect, it, vi } from 'vitest';
import { DialStack, type DialStackOptions, InvalidRequestError } from '../../../src/server/index.js';

const KEY = 'sk_live_ThisIsTheKeyThatNobodyMayRead';
const USER = 'user_01h2xcejqtf2nbrexx3vqjhp42';

/** Where a request goes when the client has these options. */
async function askedAt(options: DialStackOptions): Promise<string[]> {
  const asked: string[] = [];
  const fetch = vi.fn(async (url: string) => {
    asked.push(url);
    return Response.json({ user: USER, account: 'acct_1', client_secret: 't', expires_at: '2026-01-01T00:00:00Z' });
  });
  const dialstack = new DialStack(KEY, { ...options, fetch: fetch as unknown as typeof globalThis.fetch });
  await dialstack.userSessions.create({ user: USER });
  return asked;
}

it.each<[string, DialStackOptions]>([
  ['https://api.dialstack.ai', {}],
  ['https://api.example', { apiBaseUrl: 'https://api.example' }],
  ['https://api.example/base', { apiBaseUrl: 'https://api.example/base//' }],
  ['http://127.0.0.1:4100', { apiBaseUrl: 'http://127.0.0.1:4100' }],
  ['http://localhost:4100', { apiBaseUrl: 'http://localhost:4100/' }],
  ['http://[::1]:4100', { apiBaseUrl: 'http://[::1]:4100' }],
  ['http://api.test:4100', { apiBaseUrl: 'http://api.test:4100', allowInsecure: true }],
])('the key goes to %s, with the options %j', async (base, options) => {
  expect(await askedAt(options)).toEqual([`${base}/v1/user_sessions`]);
});

it.each<[string, DialStackOptions]>([
  ['in clear text', { apiBaseUrl: 'http://api.example' }],
  ['in clear text, when that is not allowed', { apiBaseUrl: 'http://api.example', allowInsecure: false }],
  [
    'in clear text, for an option of the wrong type',
    { apiBaseUrl: 'http://api.example', allowInsecure: 'no' as never },
  ],
  ['by FTP', { apiBaseUrl: 'ftp://api.example', allowInsecure: true }],
  ['to a script', { apiBaseUrl: 'javascript:alert(1)', allowInsecure: true }],
  ['beside other credentials', { apiBaseUrl: 'https://user:hunter2@api.example' }],
  ['nowhere', { apiBaseUrl: '' }],
  ['to what is no text', { apiBaseUrl: 7 as never }],
])('the key goes nowhere %s', (_, options) => {
  const fetch = vi.fn();
  const create = () => new DialStack(KEY, { ...options, fetch });
  expect(create).toThrow(InvalidRequestError);
  expect(create).toThrow(/^apiBaseUrl must be an address like https:\/\/host.*\.$/);
  expect(create).not.toThrow(/hunter2/);
  expect(create).not.toThrow(KEY);
});
