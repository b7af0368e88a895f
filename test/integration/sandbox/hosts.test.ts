import { once } from 'node:events';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { OptionError, type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/index.js';

const running: Sandbox[] = [];

async function start(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; log: string[] }> {
  const log: string[] = [];
  const sandbox = await startSandbox({
    ...options,
    log: { info: (text) => log.push(text), warn: (text) => log.push(text) },
  });
  running.push(sandbox);
  return { sandbox, log };
}

afterAll(() => Promise.all(running.map((sandbox) => sandbox.stop())));

/** The status that a request with this `Host` gets, `PORT` standing for the sandbox's own. */
async function statusOf(sandbox: Sandbox, host: string, path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(sandbox.apiBaseUrl);
  const asked = request({
    host: hostname,
    port,
    path,
    method: 'POST',
    headers: { ...headers, Host: host.replace('PORT', port) },
  }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode as number;
}

/** What a WebSocket with this `Host` comes to. */
async function upgradeStatus(sandbox: Sandbox, host: string): Promise<number> {
  const { port } = new URL(sandbox.apiBaseUrl);
  const socket = new WebSocket(`${sandbox.signalingBaseUrl}/v1/webrtc`, ['dialstack.webrtc.v1'], {
    headers: { Host: host.replace('PORT', port) },
  });
  const answered = await new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
    socket.on('error', () => {});
  });
  socket.terminate();
  return answered;
}

const OWN = [
  '127.0.0.1:PORT',
  '127.0.0.1',
  '127.9.9.9:1',
  'localhost:PORT',
  'LocalHost',
  'phone.localhost:5173',
  '[::1]:PORT',
];

const FOREIGN = [
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1.evil.example:PORT',
  'localhost.evil.example',
  'evil-localhost',
  '192.168.1.1:PORT',
  '0.0.0.0:PORT',
  '[::2]:PORT',
  'localhost@evil.example',
  'evil.example/localhost',
  'localhost evil.example',
  'localhost:PORT:PORT',
];

describe('a sandbox on loopback', () => {
  const sandbox = start().then((started) => started.sandbox);
  const authorized = async () => ({ Authorization: `Bearer ${(await sandbox).apiKey}` });

  it.each(OWN)('answers to %s', async (host) => {
    expect(await statusOf(await sandbox, host, '/v1/user_sessions')).toBe(401);
    expect(await statusOf(await sandbox, host, '/sandbox/status', await authorized())).toBe(200);
    expect(await upgradeStatus(await sandbox, host)).toBe(101);
  });

  it.each(FOREIGN)('does not answer to %j: REST, control API and signalling are refused', async (host) => {
    expect(await statusOf(await sandbox, host, '/v1/user_sessions', await authorized())).toBe(421);
    expect(await statusOf(await sandbox, host, '/sandbox/status', await authorized())).toBe(421);
    expect(await upgradeStatus(await sandbox, host)).toBe(421);
  });

  it('says why, and how to allow a name', async () => {
    const asked = request(`${(await sandbox).apiBaseUrl}/`, { headers: { Host: 'evil.example' } }).end();
    const [response] = await once(asked, 'response');
    const body = JSON.parse(String((await response.toArray())[0]));
    expect(body.error).toMatch(/does not accept the host "evil\.example".*--allow-host/);
  });

  it('may be asked by a page of another port', async () => {
    const { apiBaseUrl, users, createToken } = await sandbox;
    const response = await fetch(`${apiBaseUrl}/v1/me/presence`, {
      headers: { Origin: 'http://localhost:5173', Authorization: `Bearer ${await createToken(users[0]?.id ?? '')}` },
    });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });

  it('keeps its answers out of frames, caches and other types', async () => {
    const { headers } = await fetch((await sandbox).apiBaseUrl);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });
});

it('what is refused is logged: a page is not told why its WebSocket fails', async () => {
  const { sandbox, log } = await start();
  await statusOf(sandbox, 'evil.example', '/');
  await upgradeStatus(sandbox, 'evil.example');
  expect(log).toEqual([
    expect.stringMatching(/^a request was refused: .*evil\.example/),
    expect.stringMatching(/^an upgrade was refused: .*evil\.example/),
  ]);
});

it('a name that was allowed is answered, on any port; its subdomains are not', async () => {
  const { sandbox } = await start({ allowHosts: ['Phones.Test', '198.51.100.7', '2001:DB8::7'] });
  for (const host of ['phones.test', 'PHONES.TEST:80', '198.51.100.7:1', '[2001:db8::7]:2', 'localhost'])
    expect(await statusOf(sandbox, host, '/v1/user_sessions')).toBe(401);
  for (const host of ['a.phones.test', 'phones.test.evil.example'])
    expect(await statusOf(sandbox, host, '/v1/user_sessions')).toBe(421);
  expect(await upgradeStatus(sandbox, 'phones.test')).toBe(101);
});

it.each(['phones.test:80', 'http://phones.test', '*', '', 'a b'])('the name %j cannot be allowed', async (name) => {
  await expect(startSandbox({ allowHosts: [name] })).rejects.toThrow(OptionError);
});

it('a name of loopback is as good as its address', async () => {
  const { sandbox, log } = await start({ host: 'localhost' });
  expect(sandbox.apiBaseUrl).toMatch(/^http:\/\/localhost:\d+$/);
  expect((await fetch(sandbox.apiBaseUrl)).status).toBe(404);
  expect(log.join()).not.toMatch(/plain HTTP/);
});

describe('every address of the machine', () => {
  const usable = Object.values(networkInterfaces())
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address);

  it('is listened on with a warning, and URLs that can be used', async () => {
    const { sandbox, log } = await start({ host: '0.0.0.0', mediaAddress: '127.0.0.1' });
    expect(sandbox.apiBaseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(log.join('\n')).toMatch(/Other machines can reach this sandbox, and it speaks plain HTTP/);
    expect(await statusOf(sandbox, 'localhost', '/v1/user_sessions')).toBe(401);
    expect(await statusOf(sandbox, 'evil.example', '/v1/user_sessions')).toBe(421);
  });

  it.runIf(usable.length === 1)('becomes the only one that others can reach', async () => {
    const { sandbox, log } = await start({ host: '0.0.0.0' });
    expect(new URL(sandbox.apiBaseUrl).hostname).toBe(usable[0]);
    expect(log.join('\n')).toContain(`its audio at ${usable[0]}`);
    expect(await statusOf(sandbox, `${usable[0]}:PORT`, '/v1/user_sessions')).toBe(401);
    // This machine's own name for itself reaches it by another way, and is nobody's name there.
    expect(await statusOf(sandbox, 'localhost', '/v1/user_sessions')).toBe(421);
    expect(await upgradeStatus(sandbox, 'evil.example')).toBe(421);
  });

  it.skipIf(usable.length === 1)('has to be chosen from', async () => {
    await expect(startSandbox({ host: '0.0.0.0' })).rejects.toThrow(/--media-address/);
  });
});

it('an option that does not exist is refused, and the error names those that exist', async () => {
  await expect(startSandbox({ apikey: 'x' } as SandboxOptions)).rejects.toThrow(
    new OptionError(
      'There is no option apikey. Known: port host mediaAddress allowHosts apiKey iceServers limits log.',
    ),
  );
});
