import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { decodeJwt, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { OptionError, startSandbox } from '../../../src/sandbox/index.js';
import { ALICE, answer, BOB, CAROL, call, dial, endsConnection, rings, told } from '../../support/call-rig.js';
import { startTestbed, type Testbed } from '../../support/testbed.js';
import { WirePhone } from '../../support/wire-phone.js';

const WITHIN_MS = 1000;

const beds: Testbed[] = [];
const sockets: Socket[] = [];

async function newBed(...options: Parameters<typeof startTestbed>): Promise<Testbed> {
  const bed = await startTestbed(...options);
  beds.push(bed);
  return bed;
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const bed of beds.splice(0)) {
    await bed.stop();
    expect(bed.tap.takeViolations()).toEqual([]);
  }
});

/** Stops the sandbox, and tells how long that took. */
async function timeToStop(bed: Testbed): Promise<number> {
  const start = performance.now();
  await bed.sandbox.stop();
  return performance.now() - start;
}

/** A connection that speaks neither HTTP nor WebSocket by itself. */
async function rawSocket(bed: Testbed, text = ''): Promise<Socket> {
  const { hostname, port } = new URL(bed.sandbox.apiBaseUrl);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

const openSockets = () => process.getActiveResourcesInfo().filter((kind) => /^(UDP|TCP(Server|Socket)W)/i.test(kind));

/** The sockets that are open and were not before. */
function newSockets(before: readonly string[]): string[] {
  const known = [...before];
  return openSockets().filter((kind) => {
    const at = known.indexOf(kind);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

it('startSandbox() needs no options: users, tokens, a call', async () => {
  const bed = await newBed();
  const { sandbox } = bed;
  expect(sandbox.apiBaseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(sandbox.signalingBaseUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
  expect(sandbox.apiKey).toMatch(/^sk_test_/);
  expect(sandbox.accountId).toMatch(/^acct_/);
  expect(sandbox.users).toMatchObject([
    { name: 'Alice Example', extension: '101', number: '+14155550101' },
    { name: 'Bob Example', extension: '102', number: '+14155550102' },
    { name: 'Carol Example', extension: '103', number: '+14155550103' },
  ]);
  await call(await WirePhone.connect(bed, ALICE), await WirePhone.connect(bed, BOB));
});

it('takes the API key that it is given', async () => {
  const apiKey = `sk_test_${'k'.repeat(24)}`;
  expect((await newBed({ apiKey })).sandbox.apiKey).toBe(apiKey);
});

it.each(['sk_test_mine', `sk_test_${'k'.repeat(23)}`, `sk_live_${'k'.repeat(24)}`, `sk_test_${' '.repeat(24)}`, ''])(
  'takes no API key that can be guessed, or sent nowhere: %j',
  async (apiKey) => {
    const starting = startSandbox({ apiKey });
    await expect(starting).rejects.toThrow(OptionError);
    await expect(starting).rejects.toThrow(/sk_test_ and at least 24 characters/);
    if (apiKey) await expect(starting).rejects.not.toThrow(apiKey);
  },
);

it('createToken() takes an id, an extension or a number', async () => {
  const { sandbox } = await newBed();
  const subjectOf = async (reference: string) => decodeJwt(await sandbox.createToken(reference)).sub;
  const [alice] = sandbox.users;
  expect(await subjectOf(alice?.id ?? '')).toBe(alice?.id);
  expect(await subjectOf('101')).toBe(alice?.id);
  expect(await subjectOf('+14155550101')).toBe(alice?.id);
  expect(await subjectOf('+13125550101')).toBe(sandbox.otherAccount.users[0]?.id);
});

it('createToken() of an unknown user rejects, and says which users there are', async () => {
  const { sandbox } = await newBed();
  await expect(sandbox.createToken('user_unknown')).rejects.toThrow(
    'There is no user user_unknown. Use an id, an extension or a number. There are 101 (Alice Example), 102 (Bob Example), 103 (Carol Example), +13125550101 (Olga Other), +13125550102 (Omar Other).',
  );
});

describe('at the next start', () => {
  const apiKey = `sk_test_${'k'.repeat(24)}`;
  const idsOf = ({ sandbox: { accountId, users, otherAccount } }: Testbed) => ({ accountId, users, otherAccount });

  it('the accounts and users of the sandbox have the same ids, also with another API key', async () => {
    const [first, second] = [await newBed(), await newBed()];
    expect(idsOf(second)).toEqual(idsOf(first));
    const { accountId, users, otherAccount } = second.sandbox;
    const ids = [accountId, otherAccount.id, ...[...users, ...otherAccount.users].map(({ id }) => id)];
    for (const id of ids) expect(id).toMatch(/^(acct|user)_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a token works again with the same API key, until it expires', async () => {
    const first = await newBed({ apiKey });
    const token = await first.sandbox.createToken('101');
    const short = await first.sandbox.createToken('101', 1);
    await first.stop();
    const second = await newBed({ apiKey });
    const phone = await WirePhone.open(second);
    phone.send({ type: 'authenticate', token });
    expect(await phone.next('authenticated')).toMatchObject({ user_id: first.sandbox.users[0]?.id });
    await expect.poll(() => Date.now() / 1000 - Number(decodeJwt(short).exp)).toBeGreaterThan(0);
    const late = await WirePhone.open(second);
    late.send({ type: 'authenticate', token: short });
    await endsConnection(late, 'auth_expired', 4401);
  });

  it('a token does not work with another API key', async () => {
    const token = await (await newBed({ apiKey })).sandbox.createToken('101');
    const phone = await WirePhone.open(await newBed({ apiKey: `${apiKey}2` }));
    phone.send({ type: 'authenticate', token });
    await endsConnection(phone, 'auth_failed', 4401);
  });

  it('the API key itself signs no token', async () => {
    const bed = await newBed({ apiKey });
    const forged = await new SignJWT({ minted_ms: Date.now() })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(bed.sandbox.users[0]?.id ?? '')
      .setExpirationTime('1h')
      .sign(Buffer.from(apiKey));
    const phone = await WirePhone.open(bed);
    phone.send({ type: 'authenticate', token: forged });
    await endsConnection(phone, 'auth_failed', 4401);
  });
});

it('stop() says goodbye to every phone, 1001 going_away with a wait, and tells nothing about calls', async () => {
  const bed = await newBed();
  const [alice, bob] = [await WirePhone.connect(bed, ALICE), await WirePhone.connect(bed, BOB)];
  const unauthenticated = await WirePhone.open(bed);
  await call(alice, bob);
  await bed.sandbox.stop();
  for (const phone of [alice, bob, unauthenticated]) {
    await endsConnection(phone, 'going_away', 1001, { retry_after_seconds: expect.any(Number) });
    expect(phone.received.map(({ type }) => type)).not.toContain('call.ended');
  }
});

it('stop() with live calls in every state takes less than a second and leaves no socket open', async () => {
  const before = openSockets();
  const bed = await newBed();
  const [alice, bob, carol] = [
    await WirePhone.connect(bed, ALICE),
    await WirePhone.connect(bed, BOB),
    await WirePhone.connect(bed, CAROL),
  ];
  await call(alice, bob);
  await dial(alice, '103');
  await rings(carol);
  for (const service of ['600', '602', '604', '606']) await dial(bob, service);
  const dropped = await WirePhone.connect(bed, CAROL, { session_id: 'dropped' });
  await dial(dropped, '600');
  dropped.socket.terminate();
  expect(await timeToStop(bed)).toBeLessThan(WITHIN_MS);
  for (const phone of [alice, bob, carol]) await phone.closed;
  expect(newSockets(before).filter((kind) => kind.startsWith('UDP'))).toEqual([]);
  await bed.tap.stop();
  expect(newSockets(before)).toEqual([]);
});

it('stop() does not wait for connections that never say anything', async () => {
  const bed = await newBed();
  await rawSocket(bed);
  await rawSocket(bed, 'POST /v1/users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
  expect(await timeToStop(bed)).toBeLessThan(WITHIN_MS);
});

it('stop() does not wait for a client whose upgrade was refused and who keeps its socket open', async () => {
  const bed = await newBed();
  const socket = await rawSocket(
    bed,
    'GET /elsewhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  const [answered] = await once(socket, 'data');
  expect(String(answered)).toMatch(/^HTTP\/1\.1 404 /);
  expect(await timeToStop(bed)).toBeLessThan(WITHIN_MS);
});

it('stop() does not wait for a client that does not close its WebSocket', async () => {
  const bed = await newBed();
  const phone = await WirePhone.connect(bed, ALICE);
  phone.socket.pause();
  expect(await timeToStop(bed)).toBeLessThan(WITHIN_MS);
});

it('stop() may be called twice', async () => {
  const bed = await newBed();
  await Promise.all([bed.sandbox.stop(), bed.sandbox.stop()]);
  await bed.sandbox.stop();
});

it('the process ends by itself after stop() in the middle of a call', async () => {
  const script = fileURLToPath(new URL('../../support/sandbox-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let stoppedAt = 0;
  child.stdout.on('data', (text) => {
    if (String(text).includes('stopped')) stoppedAt = performance.now();
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(stoppedAt).toBeGreaterThan(0);
  expect(performance.now() - stoppedAt).toBeLessThan(2000);
});

it('a port that is taken is a clear error, and leaves nothing behind', async () => {
  const bed = await newBed();
  const { port } = new URL(bed.sandbox.apiBaseUrl);
  await expect(startSandbox({ port: Number(port) })).rejects.toThrow(new RegExp(`address already in use.*:${port}`));
  await bed.sandbox.stop();
  const next = await newBed({ port: Number(port) });
  expect(new URL(next.sandbox.apiBaseUrl).port).toBe(port);
});

it('two sandboxes at once know nothing of each other', async () => {
  const [one, two] = [await newBed(), await newBed()];
  expect(one.sandbox.apiBaseUrl).not.toBe(two.sandbox.apiBaseUrl);
  expect(one.sandbox.apiKey).not.toBe(two.sandbox.apiKey);
  const stranger = await WirePhone.open(two);
  stranger.send({ type: 'authenticate', token: await one.sandbox.createToken(one.sandbox.users[0]?.id ?? '') });
  await endsConnection(stranger, 'auth_failed', 4401);
  const [alice, bob] = [await WirePhone.connect(one, ALICE), await WirePhone.connect(one, BOB)];
  const otherBob = await WirePhone.connect(two, BOB);
  const outbound = await dial(alice, '102');
  const inbound = await rings(bob);
  await two.sandbox.stop();
  await answer(inbound);
  await told(outbound, 'call.answered');
  expect(otherBob.received.map(({ type }) => type)).not.toContain('call.incoming');
});
