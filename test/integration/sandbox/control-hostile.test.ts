import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CONTROL_COMMANDS, type ControlCommand } from '../../../src/sandbox/control/control.js';
import { ControlError } from '../../../src/sandbox/index.js';
import { ALICE, BOB, CallRig, call, endsAs, hangup } from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const rig = new CallRig(bed);
const COMMANDS = Object.keys(CONTROL_COMMANDS) as ControlCommand[];
const run = (name: ControlCommand, given: unknown) => (bed.sandbox.control[name] as (given: unknown) => unknown)(given);

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
beforeAll(() => {
  process.on('unhandledRejection', note).on('uncaughtException', note);
});
afterAll(() => {
  process.off('unhandledRejection', note).off('uncaughtException', note);
});

afterEach(async () => {
  bed.sandbox.control.reset();
  await rig.clear();
  expect(unhandled.splice(0)).toEqual([]);
});

/** A command that has this argument works, or says that it does not. */
function worksOrSays(name: ControlCommand, given: unknown): void {
  try {
    run(name, given);
  } catch (error) {
    expect(error, `${name} ${typeof given}`).toBeInstanceOf(ControlError);
  }
}

/** The sandbox serves calls as before. */
async function servesCalls(): Promise<void> {
  bed.sandbox.control.reset();
  await rig.clear();
  const [mine, his] = await call(await rig.connect(ALICE), await rig.connect(BOB));
  hangup(mine);
  await Promise.all([endsAs(mine, 'hangup'), endsAs(his, 'hangup')]);
}

const revoked = Proxy.revocable({}, {});
revoked.revoke();
const throwing = Object.defineProperty({}, 'user', {
  enumerable: true,
  get: () => {
    throw new Error('a getter');
  },
});
const circular: { self?: unknown } = {};
circular.self = circular;

/** No parameter of any command may be one of these. */
const NEVER: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['an empty text', ''],
  ['very much text', 'x'.repeat(1_000_000)],
  ['text that is no UTF-16', '\ud800'.repeat(100)],
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['a number beyond all bounds', Number.MAX_SAFE_INTEGER],
  ['a bigint', 7n],
  ['a symbol', Symbol('user')],
  ['a function', () => '101'],
  ['an object', {}],
  ['an object that is a text', Object('101')],
  ['an array of a text', ['101']],
  ['an object that turns into text', { toString: () => '101' }],
  ['an object that throws', throwing],
  ['a revoked proxy', revoked.proxy],
  ['a circle', circular],
];

/** Something that fits each parameter, so that the check goes on to the next. */
const FITTING: Readonly<Record<string, unknown>> = {
  how: 'cut',
  retryAfterSeconds: 1,
  user: '101',
  times: 1,
  ttlSeconds: 60,
  downMs: 0,
  keepCalls: true,
  address: '203.0.113.7',
  to: 'ping',
  ms: 1,
  code: 'internal_error',
  status: 500,
  type: 'pong',
  from: '+13125550142',
  fromName: 'Aunt May',
  service: '601',
  call: 'call_1',
  reason: 'busy',
};
const fitting = (name: ControlCommand) => {
  const { parameters } = CONTROL_COMMANDS[name];
  return Object.fromEntries(
    Object.entries(parameters).map(([key, { kind }]) => [
      key,
      kind.accepts(FITTING[key]) ? FITTING[key] : kind.fits.replace('one of ', '').split(', ')[0],
    ]),
  );
};

const PARAMETERS = COMMANDS.flatMap((name) =>
  Object.keys(CONTROL_COMMANDS[name].parameters).map((key) => [name, key] as const),
);

it('the table has something that fits each parameter', () => {
  for (const [name, key] of PARAMETERS)
    expect(CONTROL_COMMANDS[name].parameters[key]?.kind.accepts(fitting(name)[key]), `${name} ${key}`).toBe(true);
});

describe('a parameter that nothing fits is refused with 400, which names it and says what fits, and nothing happens:', () => {
  it.each(PARAMETERS)('%s %s', async (name, key) => {
    const phone = await rig.connect(ALICE);
    for (const [what, value] of NEVER) {
      expect(() => run(name, { ...fitting(name), [key]: value }), what).toThrow(
        expect.objectContaining({
          name: 'ControlError',
          status: 400,
          message: expect.stringContaining(
            `${name}: ${key} must be ${CONTROL_COMMANDS[name].parameters[key]?.kind.fits}`,
          ),
        }),
      );
    }
    await phone.settled();
    expect(phone.received.map(({ type }) => type)).toEqual(['authenticated', 'pong']);
  });
});

describe('what is no plain object of parameters is refused with 400:', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['an array', []],
    ['a text', '101'],
    ['a number', 101],
    ['a function', () => {}],
    ['a symbol', Symbol('user')],
    ['a date', new Date()],
    ['a map', new Map([['user', '101']])],
    ['an object that inherits its parameters', Object.create({ user: '101', how: 'cut' })],
    ['an object with a parameter of its own named __proto__', JSON.parse('{"__proto__": {"user": "101"}}')],
    ['an object with a parameter that there is not', { constructor: 1 }],
    ['an object that throws when it is read', throwing],
    ['a revoked proxy', revoked.proxy],
  ])('%s', (_, given) => {
    for (const name of COMMANDS) {
      expect(() => run(name, given), name).toThrow(expect.objectContaining({ name: 'ControlError', status: 400 }));
    }
  });
});

it('what is given is read once: it cannot be another value at its use than at its check', async () => {
  const phone = await rig.connect(ALICE);
  let reads = 0;
  const given = {
    to: 'ping',
    get code() {
      return reads++ === 0 ? 'rate_limited' : '';
    },
  };
  run('failReply', given);
  phone.send({ type: 'ping', req_id: 'r1' });
  expect(await phone.next('error')).toMatchObject({ code: 'rate_limited', req_id: 'r1' });
  expect(reads).toBe(1);
});

it.each(['', 'session_revoked', 'going_away', 'transport_closed', 'no_such_code', 'toString'])(
  'an error code that answers no frame of the contract, %j, is refused, and the next request is answered',
  async (code) => {
    const phone = await rig.connect(ALICE);
    for (const to of ['call.create', 'ping', 'authenticate']) {
      expect(() => run('failReply', { to, code })).toThrow(/code must be one of auth_failed, auth_expired/);
    }
    await phone.settled();
  },
);

it('over HTTP the same is refused in the same words', async () => {
  const given = { to: 'call.create', code: '' };
  const { status, body } = await restCall(bed.sandbox, 'POST /sandbox/failReply', {
    credential: bed.sandbox.apiKey,
    body: given,
  });
  expect(status).toBe(400);
  expect(() => run('failReply', given)).toThrow(String(body.error));
});

it('any arguments at all leave a sandbox that serves calls', async () => {
  const values = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true }),
    fc.constantFrom(
      ...Object.values(FITTING),
      ...NEVER.map(([, value]) => value).filter((value) => value !== revoked.proxy),
    ),
  );
  const commands = fc.constantFrom(...COMMANDS).chain((name) => {
    const keys = Object.keys(CONTROL_COMMANDS[name].parameters);
    const given = fc.oneof(
      fc.record(Object.fromEntries(keys.map((key) => [key, fc.oneof(values, fc.constant(fitting(name)[key]))])), {
        requiredKeys: [],
      }),
      fc.anything(),
    );
    return fc.tuple(fc.constant(name), given);
  });
  await rig.connect(ALICE);
  fc.assert(
    fc.property(commands, ([name, given]) => worksOrSays(name, given)),
    { numRuns: 2000 },
  );
  await servesCalls();
});

it('each command with what fits it leaves a sandbox that serves calls', async () => {
  for (const name of COMMANDS) {
    await rig.connect(ALICE);
    worksOrSays(name, fitting(name));
    await servesCalls();
  }
});
