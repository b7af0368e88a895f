import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemTimers } from '../../src/core/timing.js';
import { RestError } from '../../src/rest/rest-error.js';
import { userApi } from '../../src/rest/user-api.js';
import { toDialStackError } from '../../src/server/errors.js';
import * as server from '../../src/server/index.js';
import { LiveCall } from '../../src/webrtc/calls/live-call.js';
import { DialStackPhone } from '../../src/webrtc/index.js';
import { rest, signalling } from './support/documents.js';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

/** The cells of each row that begins with this name in code. */
const rowsOf = (name: string) =>
  page.split('\n').flatMap((line) => (line.startsWith(`| \`${name}\` |`) ? [line.slice(2, -2).split(' | ')] : []));

describe('docs/errors.md', () => {
  it.each(Object.entries(signalling.errorCodes))('explains %s: its cause, and what to do', (code, facts) => {
    const [, section = ''] = page.split(`\n### \`${code}\`\n`);
    const text = section.split('\n#')[0];
    expect(text).toContain(`\n${facts.meaning}\n`);
    expect(text).toContain(`- **What to do:** ${facts.advice}\n`);
    expect(text).toMatch(/- \*\*Fatal:\*\* (?:Yes|No|Only)/);
    expect(text).toMatch(/- \*\*Retry unchanged:\*\* (?:Yes|No)\./);
  });

  it.each(Object.entries(rest.errorCodes))('lists the REST code %s', (code, { meaning }) => {
    expect(rowsOf(code)).toEqual([expect.arrayContaining([meaning])]);
  });

  it('lists every error class of the server client, and no other', () => {
    const isError = (value: unknown) => Object(value).prototype instanceof server.DialStackError;
    const exported = Object.entries(server).flatMap(([name, value]) => (isError(value) ? [name] : []));
    expect(Object.keys(rest.serverErrors).sort()).toEqual(exported.sort());
    for (const name of exported) expect(rowsOf(name), name).toHaveLength(1);
  });
});

describe('the tables behind docs/errors.md', () => {
  it.each(Object.entries(signalling.errorCodes))('%s is seen in methods that exist', (_, { seenIn }) => {
    const owners: Record<string, object> = { phone: DialStackPhone.prototype, call: LiveCall.prototype };
    for (const [, owner = '', method] of seenIn.join().matchAll(/(phone|call)\.(\w+)\(\)/g))
      expect(owners[owner]).toHaveProperty(method ?? '', expect.any(Function));
  });

  it('are those of REST: each code that an operation may answer is there', () => {
    const bodies = rest.operations.flatMap(({ responses }) => Object.values(responses));
    const codes = bodies.flatMap(({ schema }) => schema.properties?.code?.enum ?? []);
    expect(Object.keys(rest.errorCodes).sort()).toEqual([...new Set(codes)].sort());
  });

  it.each(
    Object.entries(rest.errorCodes).flatMap(([code, { statuses, phoneCode }]) =>
      statuses.map((status) => ({ code, status, phoneCode })),
    ),
  )('$code with $status becomes $phoneCode in a phone', async ({ code, status, phoneCode }) => {
    const ask = userApi({
      baseUrl: 'https://api.test',
      token: () => 'token',
      fetch: async () => Response.json({ error: 'Refused.', code }, { status }),
      timers: systemTimers,
    });
    await expect(ask('getPresence')).rejects.toMatchObject({ code: phoneCode, rawCode: code });
  });

  it.each(
    Object.entries(rest.serverErrors).flatMap(([name, { statuses, retry }]) =>
      statuses
        .flatMap((status) => (status === '5xx' ? [500, 502, 503] : [status]))
        .map((status) => ({ name, status, retry })),
    ),
  )('$status becomes a $name, of which the page says whether to retry', ({ name, status, retry }) => {
    const error = new RestError('Refused.', { status });
    expect(toDialStackError(error).constructor.name).toBe(name);
    expect(error.shouldRetry).toBe(retry);
  });

  it.each([
    { name: 'ConnectionError', status: undefined, what: 'no answer' },
    { name: 'UnexpectedResponseError', status: 200, what: 'a success that is not of the service' },
  ])('$what becomes a $name', ({ name, status }) => {
    const error = new RestError('Failed.', status === undefined ? {} : { status });
    expect(toDialStackError(error).constructor.name).toBe(name);
    expect(error.shouldRetry).toBe(rest.serverErrors[name]?.retry);
  });
});
