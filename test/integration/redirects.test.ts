import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemTimers } from '../../src/core/timing.js';
import { userApi } from '../../src/rest/user-api.js';
import { DialStack } from '../../src/server/index.js';

const KEY = 'sk_test_ThisIsTheKeyThatNobodyMayRead';
const TOKEN = 'a.token-that-nobody-may-read.c';
const USER = 'user_01h2xcejqtf2nbrexx3vqjhp42';

const servers: Server[] = [];
/** What reached the server that is not the service. */
const reached: IncomingMessage[] = [];
let status = 302;
let base: string;

async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const elsewhere = await listen((request, response) => {
    reached.push(request);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  base = await listen(({ url = '/' }, response) => {
    response.writeHead(status, { Location: elsewhere + url }).end();
  });
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

it.each([301, 302, 303, 307, 308])(
  'a redirect with %i is an error, and no credential reaches where it leads',
  async (code) => {
    status = code;
    const ask = userApi({ baseUrl: base, token: () => TOKEN, fetch, timers: systemTimers });
    await expect(ask('getPresence')).rejects.toMatchObject({ code: 'transport_closed' });
    await expect(ask('setPresence', { body: { status: 'away' } })).rejects.toMatchObject({ code: 'transport_closed' });
    const dialstack = new DialStack(KEY, { apiBaseUrl: base, maxRetries: 0 });
    await expect(dialstack.userSessions.create({ user: USER })).rejects.toMatchObject({ name: 'ConnectionError' });
    await expect(dialstack.webrtc.iceServers({ token: TOKEN })).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(reached).toEqual([]);
  },
);
