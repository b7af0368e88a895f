import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { serve } from '../../../src/sandbox/http/http.js';
import { harmless } from '../../../src/sandbox/log.js';
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
