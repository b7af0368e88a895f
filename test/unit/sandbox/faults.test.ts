import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { serve } from '../../../src/sandbox/http/http.js';
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
  expect(log).toEqual([expect.stringMatching(/^a fault of the sandbox, in a timer: Error: a slip\n +at /)]);
});

it('a request whose answer fails is cut off, and the log says why', async () => {
  const log: string[] = [];
  const response = Object.assign(new EventEmitter(), { destroy: vi.fn() });
  serve(Promise.reject(new Error('a slip')), response as unknown as ServerResponse, {
    info: () => {},
    warn: (text) => log.push(text),
  });
  await expect.poll(() => response.destroy.mock.calls.length).toBe(1);
  expect(log).toEqual([expect.stringMatching(/^a fault of the sandbox, answering a request: Error: a slip\n +at /)]);
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
  expect(faultOf(error, 'here').split('\n')[0]).toBe(
    'a fault of the sandbox, here: TypeError: no such thing: \\u{a}    at the bank\\u{202e}',
  );
  expect(faultOf(error)).toMatch(/\n +at .*faults\.test\.ts/);
  expect(faultOf('a\nb')).toBe('a fault of the sandbox: a\\u{a}b');
  expect(faultOf(new Error(''))).toMatch(/^a fault of the sandbox: Error: \n +at /);
});
