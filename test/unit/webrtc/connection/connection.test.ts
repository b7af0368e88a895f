import { beforeEach, describe, expect, it } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { Connection } from '../../../../src/webrtc/connection/connection.js';
import type { Session } from '../../../../src/webrtc/connection/session.js';
import { ManualSession } from '../../../support/manual-session.js';

/** One `open` of the port: the test decides what comes of it. */
interface Dial {
  readonly signal: AbortSignal;
  succeed(): ManualSession;
  fail(error: Error): void;
}

let dials: Dial[];
let told: string[];
let connection: Connection;
beforeEach(() => {
  dials = [];
  told = [];
  connection = new Connection({
    ...without,
    open: (onAuthenticated, signal) =>
      new Promise<void>((resolve, reject) => {
        dials.push({
          signal,
          succeed: () => {
            const session = new ManualSession();
            onAuthenticated(session as unknown as Session, false);
            resolve();
            return session;
          },
          fail: reject,
        });
      }),
    onConnected: () => told.push('connected'),
    onDisconnected: (...[error]) => told.push(error ? `disconnected ${error.code}` : 'disconnected'),
  });
});

/** No coming back: every end is final. */
const without = {
  timers: systemTimers,
  onStart: () => {},
  waitAfter: () => undefined,
  onReconnecting: () => {},
  onOffline: () => {},
};

/** Lets continuations run. */
const flush = () => new Promise((resolve) => setImmediate(resolve));

const lost = new PhoneError('transport_closed', 'lost');

async function dialled(nth = 0): Promise<Dial> {
  await flush();
  const dial = dials[nth];
  if (!dial) throw new Error('nothing was dialled');
  return dial;
}

async function connected(): Promise<ManualSession> {
  const ready = connection.connect();
  const session = (await dialled(dials.length)).succeed();
  await ready;
  return session;
}

describe('a connection', () => {
  it('has no session before it is started', () => {
    expect(connection.isConnected).toBe(false);
    expect(() => connection.session).toThrow(expect.objectContaining({ code: 'transport_closed' }));
    expect(dials).toEqual([]);
  });

  it('is connected as soon as its session is authenticated, not before', async () => {
    const ready = connection.connect();
    const dial = await dialled();
    expect(connection.isConnected).toBe(false);
    expect(() => connection.session).toThrow(PhoneError);
    const session = dial.succeed();
    expect(connection.isConnected).toBe(true);
    expect(connection.session).toBe(session);
    expect(told).toEqual(['connected']);
    await expect(ready).resolves.toBeUndefined();
  });

  it('gives the same promise while it is connecting and while it is connected, and dials once', async () => {
    const ready = connection.connect();
    expect(connection.connect()).toBe(ready);
    (await dialled()).succeed();
    await ready;
    expect(connection.connect()).toBe(ready);
    await flush();
    expect(dials).toHaveLength(1);
  });

  it('rejects as the dial does, tells no event, and can be started again', async () => {
    const ready = connection.connect();
    const refused = new PhoneError('auth_failed', 'No.', { fatal: true });
    (await dialled()).fail(refused);
    await expect(ready).rejects.toBe(refused);
    expect(connection.isConnected).toBe(false);
    expect(told).toEqual([]);
    await connected();
    expect(connection.isConnected).toBe(true);
  });

  it('tells once that it is lost, with the error, and can be started again', async () => {
    const session = await connected();
    session.end(lost);
    await flush();
    expect(told).toEqual(['connected', 'disconnected transport_closed']);
    expect(connection.isConnected).toBe(false);
    expect(() => connection.session).toThrow(expect.objectContaining({ code: 'transport_closed' }));
    await connected();
    expect(told).toEqual(['connected', 'disconnected transport_closed', 'connected']);
  });

  it.each(['idle', 'closed'])('stops in silence when it is %s', async (state) => {
    if (state === 'closed') {
      (await connected()).end(lost);
      await flush();
    }
    told.length = 0;
    connection.disconnect();
    await flush();
    expect(told).toEqual([]);
  });

  it('stops while it is connecting: connect() rejects, no event is told', async () => {
    const ready = connection.connect();
    const dial = await dialled();
    connection.disconnect();
    await expect(ready).rejects.toMatchObject({ code: 'transport_closed' });
    expect(dial.signal.aborted).toBe(true);
    expect(connection.isConnected).toBe(false);
    expect(told).toEqual([]);
  });

  it('is not connected by a dial that succeeds after it was stopped', async () => {
    connection.connect().catch(() => {});
    const dial = await dialled();
    connection.disconnect();
    dial.succeed();
    await flush();
    expect(connection.isConnected).toBe(false);
    expect(told).toEqual([]);
  });

  it('stops in the same tick in which it was started', async () => {
    const ready = connection.connect();
    connection.disconnect();
    await expect(ready).rejects.toMatchObject({ code: 'transport_closed' });
    expect(connection.isConnected).toBe(false);
  });

  it('stops while it is connected: closes the session and tells once, without an error', async () => {
    const session = await connected();
    connection.disconnect();
    expect(told).toEqual(['connected', 'disconnected']);
    expect(session.isClosed).toBe(true);
    expect(connection.isConnected).toBe(false);
    connection.disconnect();
    await flush();
    expect(told).toEqual(['connected', 'disconnected']);
  });

  it('is not lost a second time when the session of an earlier start ends', async () => {
    const first = await connected();
    connection.disconnect();
    const second = await connected();
    first.end(lost);
    await flush();
    expect(connection.session).toBe(second);
    expect(told).toEqual(['connected', 'disconnected', 'connected']);
  });

  it('keeps two starts apart: what an aborted one brings late changes nothing', async () => {
    const first = connection.connect();
    const dial = await dialled();
    connection.disconnect();
    const second = connection.connect();
    await expect(first).rejects.toMatchObject({ code: 'transport_closed' });
    dial.fail(new PhoneError('auth_failed', 'late'));
    await flush();
    const session = (await dialled(1)).succeed();
    await second;
    expect(connection.session).toBe(session);
    expect(told).toEqual(['connected']);
  });

  it('may be stopped by whoever hears that it is connected', async () => {
    const quits = new Connection({
      ...without,
      open: async (onAuthenticated) => onAuthenticated(new ManualSession() as unknown as Session, false),
      onConnected: () => quits.disconnect(),
      onDisconnected: (error) => told.push(error ? 'disconnected with an error' : 'disconnected'),
    });
    await expect(quits.connect()).rejects.toMatchObject({ code: 'transport_closed' });
    await flush();
    expect(quits.isConnected).toBe(false);
    expect(told).toEqual(['disconnected']);
  });
});
