import { expect, it } from 'vitest';
import { restAnswerMaxBytes } from '../../../generated/v1/limits.js';
import { DialStack, DialStackError, UnexpectedResponseError } from '../../../src/server/index.js';
import { endlessBody } from '../../support/endless-body.js';

// What a service, or who speaks in its place, may not do to a platform's server.

const KEY = 'sk_live_ThisIsTheKeyThatNobodyMayRead';
const USER = 'user_01h2xcejqtf2nbrexx3vqjhp42';

const client = (answer: () => Response) => new DialStack(KEY, { maxRetries: 0, fetch: async () => answer() });

const OPERATIONS: Readonly<Record<string, (dialstack: DialStack) => Promise<unknown>>> = {
  'userSessions.create': ({ userSessions }) => userSessions.create({ user: USER }),
  'users.create': ({ users }) => users.create({ name: 'Dana' }, { dialstackAccount: 'acct_1' }),
  'users.revokeSessions': ({ users }) => users.revokeSessions(USER),
  'webrtc.iceServers': ({ webrtc }) => webrtc.iceServers({ token: 'a.b.c' }),
};

async function refusal(work: Promise<unknown>): Promise<DialStackError> {
  const error: unknown = await work.then(() => undefined).catch((cause: unknown) => cause);
  if (error instanceof DialStackError) return error;
  throw new Error(`no DialStackError but ${String(error)}`);
}

it.each(['', '{}', '[]', '"ok"', 'null', 'true', '{"loggedIn":false}', '<html>Welcome to the hotel</html>'])(
  'an answer that the contract does not describe is believed in no operation: %s',
  async (body) => {
    for (const [name, ask] of Object.entries(OPERATIONS))
      expect(await refusal(ask(client(() => new Response(body, { status: 200 })))), name).toBeInstanceOf(
        UnexpectedResponseError,
      );
  },
);

it('an answer without end is not read to its end', async () => {
  const endless = endlessBody();
  const dialstack = client(() => new Response(endless.body));
  expect(await refusal(dialstack.userSessions.create({ user: USER }))).toBeInstanceOf(UnexpectedResponseError);
  expect(endless.pulled()).toBeLessThan(2 * restAnswerMaxBytes);
});

it('a refusal that repeats the key does not get it into the error, nor what moves a cursor into its message', async () => {
  const body = { error: `Who is ${KEY}?\u001b[2K\r\u202e`, code: `no_${KEY}`, param: KEY };
  const dialstack = client(() => Response.json(body, { status: 401 }));
  const error = await refusal(dialstack.userSessions.create({ user: USER }));
  const { message, stack, code, param, cause } = error;
  expect(
    [message, stack, code, param, JSON.stringify(error), String(cause), JSON.stringify(cause)].join(),
  ).not.toContain(KEY);
  expect(message).toBe('Who is …?\\u{1b}[2K\\u{d}\\u{202e}');
});
