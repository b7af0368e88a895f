import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { Connection } from '../../../../src/webrtc/connection/connection.js';
import type { Session } from '../../../../src/webrtc/connection/session.js';
import { ManualSession } from '../../../support/manual-session.js';

const lost = new PhoneError('transport_closed', 'lost');
const final = new PhoneError('session_revoked', 'revoked', { fatal: true });

let told: string[];
let sessions: ManualSession[];
/** What the next dials come to; a dial beyond them succeeds. */
let outcomes: Error[];
/** How many of the next dials never come to anything. */
let hanging: number;
let dials: number;
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  sessions = [];
  outcomes = [];
  hanging = 0;
  dials = 0;
  connection = new Connection({
    timers: systemTimers,
    open: async (onAuthenticated) => {
      dials++;
      if (hanging-- > 0) return new Promise(() => {});
      const failure = outcomes.shift();
      if (failure) throw failure;
      const session = new ManualSession();
      sessions.push(session);
      onAuthenticated(session as unknown as Session, true);
    },
    onStart: () => {},
    waitAfter: (error, attempt) => (error.fatal ? undefined : { ms: attempt * 1000, leastMs: error.retryAfterMs ?? 0 }),
    onConnected: (_, { isReconnect }) => told.push(isReconnect ? 'reconnected' : 'connected'),
    onDisconnected: (...[error]) => told.push(`disconnected ${error?.code ?? ''}`.trim()),
    onReconnecting: ({ attempt, delayMs }) => told.push(`reconnecting ${attempt} ${delayMs}`),
    onOffline: (error) => error && told.push(`given up ${error.code}`),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function drop(error = lost): Promise<void> {
  sessions.at(-1)?.end(error);
  await pass(0);
}

describe('a connection that drops', () => {
  it('does not wait any longer when the network is back', async () => {
    await connection.connect();
    await drop();
    connection.retryNow();
    await pass(0);
    expect(connection.isConnected).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives a dial up that hangs when the network is back, and dials at once', async () => {
    await connection.connect();
    hanging = 1;
    await drop();
    await pass(1999);
    connection.retryNow(); // A dial of less than a second may be about to succeed.
    await pass(0);
    expect(dials).toBe(2);
    await pass(1);
    connection.retryNow();
    await pass(0);
    expect([dials, connection.isConnected]).toEqual([3, true]);
    expect(told.slice(-3)).toEqual(['reconnecting 1 1000', 'reconnecting 2 0', 'reconnected']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not dial when it is left in the task in which it is to retry now', async () => {
    await connection.connect();
    await drop();
    connection.retryNow();
    await Promise.resolve();
    connection.disconnect();
    await pass(60_000);
    expect([dials, connection.isReconnecting]).toEqual([1, false]);
  });

  it('leaves while a dial hangs', async () => {
    await connection.connect();
    hanging = 1;
    await drop();
    await pass(5000);
    connection.disconnect();
    connection.retryNow();
    await pass(60_000);
    expect([dials, connection.isReconnecting, told.at(-1)]).toEqual([2, false, 'reconnecting 1 1000']);
  });

  it('but as long as the service asked for', async () => {
    await connection.connect();
    await drop(new PhoneError('transport_closed', 'busy', { retryAfterMs: 600 }));
    connection.retryNow();
    await pass(599);
    expect(connection.isConnected).toBe(false);
    await pass(1);
    connection.retryNow();
    await pass(0);
    expect(connection.isConnected).toBe(true);
  });

  it('does not retry while it is connected, dialling or left', async () => {
    connection.retryNow();
    await connection.connect();
    connection.retryNow();
    connection.disconnect();
    connection.retryNow();
    await pass(10_000);
    expect(told).toEqual(['connected', 'disconnected']);
  });

  it('tells it once, waits, and is back', async () => {
    await connection.connect();
    await drop();
    expect([connection.isConnected, connection.isReconnecting]).toEqual([false, true]);
    await pass(999);
    expect(sessions).toHaveLength(1);
    await pass(1);
    expect(connection.isConnected).toBe(true);
    expect(told).toEqual(['connected', 'disconnected transport_closed', 'reconnecting 1 1000', 'reconnected']);
  });

  it('goes on trying, and counts from one again once it was back', async () => {
    await connection.connect();
    outcomes = [lost, new TypeError('odd')];
    await drop();
    await pass(6000);
    await drop();
    expect(told.filter((line) => line.startsWith('reconnecting'))).toEqual([
      'reconnecting 1 1000',
      'reconnecting 2 2000',
      'reconnecting 3 3000',
      'reconnecting 1 1000',
    ]);
  });

  it('is over when the end is final, and when coming back ends finally', async () => {
    await connection.connect();
    await drop(final);
    expect(told).toEqual(['connected', 'given up session_revoked', 'disconnected session_revoked']);
    told.length = 0;
    await connection.connect();
    outcomes = [final];
    await drop();
    await pass(60_000);
    expect(told).toEqual([
      'connected',
      'disconnected transport_closed',
      'reconnecting 1 1000',
      'given up session_revoked',
    ]);
    expect([connection.isConnected, connection.isReconnecting]).toEqual([false, false]);
  });

  it('stays away when it is stopped while it waits', async () => {
    await connection.connect();
    await drop();
    connection.disconnect();
    await pass(60_000);
    expect(sessions).toHaveLength(1);
    expect(told.at(-1)).toBe('reconnecting 1 1000');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('dials at once when it is started while it waits, and that is a reconnection', async () => {
    await connection.connect();
    await drop();
    await connection.connect();
    await pass(60_000);
    expect(sessions).toHaveLength(2);
    expect(told.at(-1)).toBe('reconnected');
  });

  it('goes on coming back when such a start fails', async () => {
    await connection.connect();
    await drop();
    outcomes = [lost];
    await expect(connection.connect()).rejects.toBe(lost);
    await pass(1000);
    expect([connection.isConnected, told.at(-1)]).toEqual([true, 'reconnected']);
  });

  it('says in words that it is coming back, to whoever needs it now', async () => {
    await connection.connect();
    await drop();
    expect(() => connection.session).toThrow(/wait for `reconnected`/);
  });
});
