import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
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

it('gives no token to an unknown user', async () => {
  const bed = await newBed();
  await expect(bed.sandbox.createToken('user_unknown')).rejects.toThrow(/user_unknown/);
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
