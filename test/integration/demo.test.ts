import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../examples/softphone/demo.js';
import { bombard, trickle } from '../support/raw-http.js';

let demo: Demo;
const log: string[] = [];
beforeAll(async () => {
  demo = await startDemo(0, { info: (text) => log.push(text), warn: (text) => log.push(text) });
});
afterAll(() => demo.stop());

const portOf = () => Number(new URL(demo.url).port);
const alice = () => demo.sandbox.users[0]?.id ?? '';

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Unlike `fetch`, this sends any `Host`. */
async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const asked = request(`${demo.url}${path}`, { method, headers });
  asked.end(body);
  const [response] = await once(asked, 'response');
  const text = Buffer.concat(await response.toArray()).toString();
  return { status: response.statusCode as number, headers: response.headers, text };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const askToken = (headers: Record<string, string> = {}, body = JSON.stringify({ user: alice() })) =>
  ask('/token', { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });

describe('a token', () => {
  it('is minted for the page, and works', async () => {
    const { status, text, headers } = await askToken({ Origin: demo.url, 'Sec-Fetch-Site': 'same-origin' });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    const { token } = JSON.parse(text);
    const { apiBaseUrl } = demo.sandbox;
    const presence = await fetch(`${apiBaseUrl}/v1/me/presence`, { headers: { Authorization: `Bearer ${token}` } });
    expect(presence.status).toBe(200);
  });

  it.each<[number, string, Record<string, string>]>([
    [421, 'a name that leads here', { Host: 'evil.example' }],
    [421, 'a name that leads here, with its own origin', { Host: 'evil.example:80', Origin: 'http://evil.example:80' }],
    [421, 'a name that begins alike', { Host: '127.0.0.1.evil.example' }],
    [403, 'another site', { Origin: 'https://evil.example' }],
    [403, 'a page without an origin', { Origin: 'null' }],
    [403, 'another port', { Origin: 'http://127.0.0.1:1' }],
    [403, 'another site, by its browser', { 'Sec-Fetch-Site': 'cross-site' }],
    [403, 'another port, by its browser', { 'Sec-Fetch-Site': 'same-site' }],
    [400, 'a form', { 'Content-Type': 'text/plain' }],
  ])('is refused with %i for %s', async (status, _, headers) => {
    const answer = await askToken(headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).error).toMatch(/\.$/);
    expect(answer.text).not.toMatch(/ey\w+\./);
  });

  it('is not given by GET', async () => {
    expect((await ask(`/token?user=${alice()}`)).status).toBe(405);
  });

  it.each(['', '{', 'null', '7', '[]', '{}', '{"user":7}', '{"user":"../x"}', '{"user":{"toString":1}}'])(
    'is not given for %j',
    async (body) => {
      const { status, text } = await askToken({}, body);
      expect(status).toBe(400);
      expect(JSON.parse(text).error).toMatch(/\.$/);
    },
  );

  it('is not given for a user that is unknown', async () => {
    expect((await askToken({}, JSON.stringify({ user: `user_${'0'.repeat(26)}` }))).status).toBe(404);
  });
});

it('the users are told to the page alone', async () => {
  expect((await ask('/surroundings')).status).toBe(200);
  expect((await ask('/surroundings', { headers: { Host: 'evil.example' } })).status).toBe(421);
  expect((await ask('/surroundings', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
});

it('the page can be reached by a link, under a strict policy, and says what a real backend must do', async () => {
  const { status, headers, text } = await ask('/', { headers: { 'Sec-Fetch-Site': 'cross-site' } });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  const policy = String(headers['content-security-policy']);
  for (const directive of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
    expect(policy.split('; ')).toContain(directive);
  expect(policy).not.toContain('unsafe');
  expect(text).not.toMatch(/<style|<script(?! type="module" src=)|\son\w+=|\sstyle=/);
  expect(text.replace(/\s+/g, ' ')).toContain('mints a token only for the user who asks');
});

it('malformed requests are refused, and the demo still answers', async () => {
  for (const path of ['/', '/token', '/surroundings']) {
    for (const [what, answer] of await bombard(portOf(), path))
      expect(answer, what).toMatch(/^(HTTP\/1\.1 (200|4\d\d) .*)?$/);
    expect((await askToken()).status).toBe(200);
  }
});

it('requests that never end are ended', { timeout: 40_000 }, async () => {
  await trickle(portOf(), '/token');
  expect((await askToken()).status).toBe(200);
});

it('a port that is taken is an error, and leaves nothing behind', async () => {
  await expect(startDemo(portOf(), { info: () => {}, warn: () => {} })).rejects.toThrow(/address already in use/);
});
