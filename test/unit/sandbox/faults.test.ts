import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { createGuardedServer } from '../../../src/sandbox/http/server.js';
import { faultOf, harmless } from '../../../src/sandbox/log.js';
import { later } from '../../../src/sandbox/timers.js';

afterEach(() => {
  vi.useRealTimers();
});

it('a timer whose act fails says so in the log, with the stack', () => {
  vi.useFakeTimers();
  const log: string[] = [];
  later({ info: () => {}, warn: (text) => log.push(text) }, 10, () => {
    throw new Error('a slip');
  });
  vi.advanceTimersByTime(10);
  expect(log).toEqual([expect.stringMatching(/^a fault of the sandbox, in a timer: Error: a slip, at /)]);
});

it('a request whose answer fails is cut off, and the log says why', async () => {
  const log: string[] = [];
  const server = createGuardedServer({
    allowHosts: [],
    log: { info: () => {}, warn: (text) => log.push(text) },
    answer: () => Promise.reject(new Error('a slip')),
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const [error] = await once(get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }), 'error');
  expect(error).toMatchObject({ code: 'ECONNRESET' });
  expect(log).toEqual([expect.stringMatching(/^a fault of the sandbox, answering a request: Error: a slip, at /)]);
  server.close();
});

it('a log that throws does no harm', () => {
  const fail = () => {
    throw new Error('the disk is full');
  };
  const log = harmless({ info: fail, warn: fail });
  log.info('a text');
  log.warn('a text');
});

it('a fault is told with its stack, and what a client may have put into its message stays on one line', () => {
  const error = new TypeError('no such thing: \n    at the bank\u202e');
  const [first, ...frames] = faultOf(error, 'here').split(', at ');
  expect(first).toBe('a fault of the sandbox, here: TypeError: no such thing: \\u{a}    at the bank\\u{202e}');
  expect(frames.join()).toMatch(/faults\.test\.ts/);
  expect(faultOf('a\nb')).toBe('a fault of the sandbox: a\\u{a}b');
  expect(faultOf(new Error(''))).toMatch(/^a fault of the sandbox: Error, at /);
});
