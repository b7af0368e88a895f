import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { CONTROL_COMMANDS, type ControlCommand, synopsisOf } from '../../../src/sandbox/control/control.js';
import { describeCommands } from '../../../src/sandbox/index.js';
import { ALICE, BOB, CallRig, dial, endsConnection, refused, rings, told } from '../../support/call-rig.js';
import { type RestCall, restCall } from '../../support/rest-call.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const rig = new CallRig(bed);
const COMMANDS = Object.keys(CONTROL_COMMANDS) as ControlCommand[];

afterEach(async () => {
  bed.sandbox.control.reset();
  await rig.clear();
});

/** To the sandbox itself: the tap knows the contract alone, which has no such paths. */
const ask = (request: string, call: RestCall) => restCall(bed.sandbox, request, call);
const command = (name: string, body: unknown = {}, call: RestCall = {}) =>
  ask(`POST /sandbox/${name}`, { credential: bed.sandbox.apiKey, body, ...call });

/** A call of Alice's that nobody answers, and that the far side may answer. */
async function ringing(): Promise<string> {
  const end = await dial(await rig.connect(ALICE), '604');
  await told(end, 'call.ringing');
  return end.callId;
}

async function answered(): Promise<string> {
  const end = await dial(await rig.connect(ALICE), '600');
  await told(end, 'call.answered');
  return end.callId;
}

async function described(): Promise<string> {
  const end = await dial(await rig.connect(ALICE), '600');
  await told(end, 'sdp.answer');
  await told(end, 'call.answered');
  return end.callId;
}

const connected = async () => void (await rig.connect(ALICE));

/** Each command with every parameter it takes, and what it gives; a command that is missing here does not compile. */
const SENSIBLE: Readonly<
  Record<ControlCommand, { prepare?: () => Promise<unknown>; parameters?: object; gives?: unknown }>
> = {
  status: { prepare: connected, gives: { phones: expect.any(Array) } },
  drop: {
    prepare: connected,
    parameters: { how: 'going_away', retryAfterSeconds: 60, user: '101' },
    gives: { phones: 1 },
  },
  freeze: { prepare: connected, parameters: { user: '101' }, gives: { phones: 1 } },
  thaw: { prepare: connected, parameters: { user: '101' }, gives: { phones: 1 } },
  refuse: { parameters: { times: 2 } },
  createToken: {
    parameters: { user: '101', ttlSeconds: 60 },
    gives: { token: expect.stringMatching(/^ey/), user: expect.stringMatching(/^user_/), expires: expect.any(String) },
  },
  expireTokens: { prepare: connected, parameters: { user: '101' }, gives: { phones: 1 } },
  revokeTokens: { parameters: { user: '101' } },
  moveNetwork: { prepare: connected, parameters: { user: '101', address: '203.0.113.7' }, gives: { phones: 1 } },
  delayReply: { parameters: { to: 'ping', ms: 100, user: '101', times: 2 } },
  loseReply: { parameters: { to: 'setPresence', user: '101', times: 2 } },
  failReply: {
    parameters: { to: 'call.create', code: 'call_failed', status: 500, retryAfterSeconds: 1, user: '101', times: 2 },
  },
  delayFrame: { parameters: { type: 'call.ringing', ms: 100, user: '101', times: 2 } },
  loseFrame: { parameters: { type: 'call.ringing', user: '101', times: 2 } },
  ring: {
    prepare: connected,
    parameters: { user: '101', from: '+13125550142', fromName: 'Aunt May', service: '602' },
    gives: { calls: [expect.stringMatching(/^call_/)] },
  },
  answer: { prepare: ringing, parameters: { service: '601' } },
  hangup: { prepare: answered, parameters: { reason: 'busy' } },
  hold: { prepare: answered },
  resume: { prepare: answered },
  reoffer: { prepare: described, parameters: { how: 'restart' } },
  restart: { prepare: connected, parameters: { downMs: 1, keepCalls: false }, gives: { phones: 1 } },
  reset: {},
};

describe('each command answers 200:', () => {
  it.each(COMMANDS)('%s', async (name) => {
    const { prepare, parameters = {}, gives = {} } = SENSIBLE[name];
    const prepared = await prepare?.();
    const given = { ...parameters, ...(typeof prepared === 'string' && { call: prepared }) };
    expect(Object.keys(given).toSorted(), 'all that there is').toEqual(
      Object.keys(CONTROL_COMMANDS[name].parameters).toSorted(),
    );
    const { status, headers, body } = await command(name, given);
    expect({ status, body }).toEqual({ status: 200, body: gives });
    expect(headers.get('content-type')).toBe('application/json');
  });

  it.each(COMMANDS)('%s, with what it requires alone', async (name) => {
    const { prepare, parameters = {} } = SENSIBLE[name];
    const prepared = await prepare?.();
    const given = { ...parameters, ...(typeof prepared === 'string' && { call: prepared }) };
    const required = Object.entries(given).filter(([key]) => CONTROL_COMMANDS[name].parameters[key]?.required);
    expect(await command(name, Object.fromEntries(required))).toMatchObject({ status: 200 });
  });
});

describe('what is asked for happens:', () => {
  it('a connection ends', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    expect((await command('drop', { user: '101', how: 'going_away', retryAfterSeconds: 9 })).body).toEqual({
      phones: 1,
    });
    await endsConnection(alice, 'going_away', 1001, { retry_after_seconds: 9 });
    await bob.settled();
  });

  it('a phone rings, shows who calls, and the caller gives up', async () => {
    const bob = await rig.connect(BOB);
    const { body } = await command('ring', { user: '102', from: '+13125550142', fromName: 'Aunt May' });
    const inbound = await rings(bob);
    expect(body).toEqual({ calls: [inbound.callId] });
    expect(inbound.incoming).toMatchObject({ from: '+13125550142', from_name: 'Aunt May' });
    await command('hangup', { call: inbound.callId });
    expect(await told(inbound, 'call.ended')).toMatchObject({ reason: 'hangup' });
  });

  it('a request fails', async () => {
    const alice = await rig.connect(ALICE);
    await command('failReply', { to: 'ping', code: 'rate_limited', user: '101' });
    alice.send({ type: 'ping', req_id: 'r1' });
    await refused(alice, 'rate_limited', { req_id: 'r1' });
  });

  it('no body at all is no parameters', async () => {
    const { status, body } = await ask('POST /sandbox/status', { credential: bed.sandbox.apiKey });
    expect({ status, body }).toEqual({ status: 200, body: { phones: expect.any(Array) } });
  });

  it('a token is minted, and does not reach the log', async () => {
    const { body } = await command('createToken', { user: '+14155550102', ttlSeconds: 60 });
    const { token, user, expires } = body as { token: string; user: string; expires: string };
    expect(user).toBe(bed.sandbox.users[BOB]?.id);
    expect(Date.parse(expires)).toBeLessThanOrEqual(Date.now() + 60_000);
    expect((await restCall(bed, 'GET /v1/me/presence', { credential: token })).status).toBe(200);
    expect(bed.log.join('\n')).not.toContain(token);
  });

  it('also while the service is down', async () => {
    await connected();
    await command('restart', { downMs: 60_000 });
    await expect(rig.open()).rejects.toThrow();
    expect((await command('reset')).status).toBe(200);
    await connected();
  });

  it('and the sandbox says so in its log', async () => {
    await command('refuse', { times: 1 });
    expect(bed.log).toContain('control: refuse {"times":1}');
  });
});

describe('the API key is demanded:', () => {
  it.each<[string, () => RestCall | Promise<RestCall>]>([
    ['without any credential', () => ({})],
    ['with a wrong one', () => ({ credential: 'sk_test_wrong' })],
    ['with a user token', async () => ({ credential: await bed.sandbox.createToken(bed.sandbox.users[0]?.id ?? '') })],
    ['with the key not as Bearer', () => ({ headers: { Authorization: bed.sandbox.apiKey } })],
  ])('%s it is 401, and nothing happens', async (_, credentials) => {
    const phone = await rig.connect(ALICE);
    const { status, body } = await ask('POST /sandbox/drop', { body: { how: 'cut' }, ...(await credentials()) });
    expect({ status, body }).toEqual({ status: 401, body: { error: expect.stringMatching(/\.$/) } });
    await phone.settled();
  });

  it('before anything is told of commands', async () => {
    expect(await ask('POST /sandbox/nothing', {})).toMatchObject({ status: 401 });
    expect(await ask('GET /sandbox/status', {})).toMatchObject({ status: 401 });
  });

  it('and never repeated', async () => {
    const { body } = await command('nothing', {}, { credential: `${bed.sandbox.apiKey}x` });
    expect(JSON.stringify(body)).not.toContain(bed.sandbox.apiKey);
    expect(bed.log.join('\n')).not.toContain(bed.sandbox.apiKey);
  });
});

describe('a request that is wrong', () => {
  it.each(['nothing', '', 'drop/', 'Drop', 'constructor', '__proto__', 'toString'])(
    'for the command %j is 404, and names those there are',
    async (name) => {
      const { status, body } = await command(name);
      expect(status).toBe(404);
      for (const known of COMMANDS) expect(body.error).toContain(known);
    },
  );

  it.each(['GET', 'PUT', 'DELETE'])('as %s is 405', async (method) => {
    const { status, body } = await ask(`${method} /sandbox/status`, { credential: bed.sandbox.apiKey });
    expect({ status, body }).toEqual({ status: 405, body: { error: 'Use POST for status.' } });
  });

  it.each<[string, string, unknown, RegExp]>([
    ['not JSON', 'drop', '{"how":', /not JSON/],
    ['an array', 'drop', [], /one plain object, not an object/],
    ['null', 'drop', 'null', /one plain object, not null/],
    ['a number', 'drop', 7, /one plain object, not 7/],
    [
      'an unknown parameter',
      'drop',
      { how: 'cut', who: '101' },
      /drop has no parameter who\. It takes how, retryAfterSeconds/,
    ],
    ['a parameter where there are none', 'status', { user: '101' }, /status has no parameter user\. It takes nothing/],
    ['a wrong type', 'refuse', { times: '2' }, /refuse: times must be a whole number from 1 to 1000000, not "2"/],
    [
      'null for a parameter',
      'freeze',
      { user: null },
      /freeze: user must be a user's id, extension or number: 1 to 64 characters, not null/,
    ],
    ['another wrong type', 'restart', { keepCalls: 'no' }, /restart: keepCalls must be true or false, not "no"/],
    ['a missing parameter', 'ring', { from: '+13125550142' }, /ring: user must be a user's id.*, not undefined/],
    [
      'a missing time',
      'delayReply',
      { to: 'ping' },
      /delayReply: ms must be a whole number from 0 to 600000, not undefined/,
    ],
    [
      'a value not in the list',
      'drop',
      { how: 'gently' },
      /how must be one of cut, close, auth_failed.*, not "gently"/,
    ],
    ['another such', 'hangup', { call: 'call_1', reason: 'bored' }, /reason must be one of hangup, no-answer/],
    ['a request that has no reply', 'loseReply', { to: 'call.mute' }, /to must be one of authenticate.*getIceServers/],
    ['a frame of the client', 'loseFrame', { type: 'ping' }, /type must be one of sdp\.offer/],
    ['a number out of range', 'refuse', { times: 0 }, /whole number from 1 to/],
    ['what is inherited', 'freeze', '{"__proto__": {"user": "101"}}', /freeze has no parameter __proto__/],
  ])('(%s) is 400 and says what is', async (_, name, body, words) => {
    const answer = await command(name, body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(words) } });
  });

  it.each<[string, number, string, object, RegExp]>([
    ['a user', 404, 'drop', { user: '999', how: 'cut' }, /no user 999\. Use an id, an extension or a number/],
    ['a call', 404, 'hangup', { call: 'call_1' }, /There is no call call_1/],
    ['a phone that is connected', 409, 'freeze', { user: '103' }, /No phone of 103 is connected/],
    ['a phone that rings', 409, 'ring', { user: '103' }, /do not ring: no-answer/],
  ])('for want of %s is %i and says so', async (_, status, name, body, words) => {
    expect(await command(name, body)).toMatchObject({ status, body: { error: expect.stringMatching(words) } });
  });

  it('with a huge body is 413, and the connection is good for the next', async () => {
    const { status, body } = await command('drop', { how: 'x'.repeat(200_000) });
    expect({ status, body }).toEqual({ status: 413, body: { error: expect.stringMatching(/65536 bytes/) } });
    expect((await command('status')).status).toBe(200);
  });
});

describe('pages', () => {
  const asked = (headers: Readonly<Record<string, string>>) => command('status', {}, { headers });
  const origin = () => new URL(bed.sandbox.apiBaseUrl).origin;

  it.each<[string, () => Readonly<Record<string, string>>]>([
    ['another site', () => ({ Origin: 'https://phone.example' })],
    ['no site at all', () => ({ Origin: 'null' })],
    ['another port of this machine', () => ({ Origin: 'http://127.0.0.1:1' })],
    ['a name that begins alike', () => ({ Origin: `${origin()}.phone.example` })],
    ['another site, by its browser', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
    ['another port, by its browser', () => ({ 'Sec-Fetch-Site': 'same-site' })],
    ['another site that claims to be this one', () => ({ Origin: origin(), 'Sec-Fetch-Site': 'cross-site' })],
  ])('of %s are refused, with the key too', async (_, headers) => {
    const { status, body } = await asked(headers());
    expect({ status, body }).toEqual({
      status: 403,
      body: { error: 'Web pages of other sites cannot use this. Send the request from a program.' },
    });
  });

  it.each<[string, () => Readonly<Record<string, string>>]>([
    ['a program', () => ({})],
    ['its own origin', () => ({ Origin: origin(), 'Sec-Fetch-Site': 'same-origin' })],
    ['whoever typed the address', () => ({ 'Sec-Fetch-Site': 'none' })],
  ])('are not taken for %s', async (_, headers) => {
    expect((await asked(headers())).status).toBe(200);
  });

  it('get no CORS headers, on the preflight neither', async () => {
    const headers = { Origin: 'https://phone.example', 'Access-Control-Request-Method': 'POST' };
    const answers = [
      await asked(headers),
      await asked({}),
      await ask('OPTIONS /sandbox/status', { headers }),
      await ask('OPTIONS /sandbox/status', { credential: bed.sandbox.apiKey }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 403, 405]);
    for (const answer of answers) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

it('/sandbox without a slash is no path of it', async () => {
  const { status } = await ask('POST /sandbox', { credential: bed.sandbox.apiKey, body: {} });
  expect(status).toBe(404);
});

describe('every command and every parameter is named', () => {
  const synopsis = (name: ControlCommand) => synopsisOf(name, CONTROL_COMMANDS[name]);

  it('by describeCommands()', () => {
    const help = describeCommands();
    const words = help.replace(/\s+/g, ' ');
    for (const name of COMMANDS) expect(words).toContain(`${synopsis(name)} ${CONTROL_COMMANDS[name].about}`);
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('by dialstack sandbox --help', async () => {
    const { stdout } = await promisify(execFile)('npx', ['tsx', 'src/cli.ts', 'sandbox', '--help']);
    expect(stdout).toContain(describeCommands());
  });
});
