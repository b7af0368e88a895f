import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../src/core/timing.js';
import { memoryStorage } from '../../support/memory-storage.js';
import { callEvents, phoneEvents, usePhoneBench, watch } from '../../support/phone-bench.js';
import { restored } from '../../support/restored.js';
import { AUTHENTICATED } from '../../support/scripted-service.js';
import { stubPage } from '../../support/stub-page.js';

const bench = usePhoneBench();
const given = new Error('given up');

/** What the platform tells of rejections that nobody heard, in a task of real time. */
async function strays(act: () => void | Promise<void>): Promise<unknown[]> {
  const reasons: unknown[] = [];
  const note = (reason: unknown) => reasons.push(reason);
  process.on('unhandledRejection', note);
  await act();
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', note);
  return reasons;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('connect({ signal })', () => {
  it('of a connected phone rejects when the phone is disconnected in the same task', async () => {
    const phone = await bench.connected();
    const asked = watch(phone.connect({ signal: new AbortController().signal }));
    phone.disconnect();
    await bench.pass(100);
    expect([asked.state, phone.isConnected]).toEqual(['rejected', false]);
    expect(asked.error).toMatchObject({ code: 'transport_closed' });
  });

  it('beside another connect() rejects its own promise alone when it is aborted', async () => {
    const phone = bench.phone();
    const stop = new AbortController();
    const [own, other] = [watch(phone.connect({ signal: stop.signal })), watch(phone.connect())];
    await bench.pass(1);
    stop.abort(given);
    await bench.pass(100);
    expect([own.state, own.error, other.state]).toEqual(['rejected', given, 'resolved']);
    expect(phone.isConnected).toBe(true);
  });

  it('ends the attempt once everybody who waits for it has given up, and leaves no request and no socket', async () => {
    bench.api.fallSilent();
    const phone = bench.fetchingPhone();
    const events = phoneEvents(phone);
    const stops = [new AbortController(), new AbortController()];
    const callers = stops.map(({ signal }) => watch(phone.connect({ signal })));
    await bench.pass(100);
    stops[0]?.abort(given);
    await bench.pass(10);
    expect(callers.map(({ state }) => state)).toEqual(['rejected', 'pending']);
    expect(bench.api.requests.map(({ signal }) => signal.aborted)).toEqual([false]);
    stops[1]?.abort(given);
    await bench.pass(10);
    expect(callers.map(({ state }) => state)).toEqual(['rejected', 'rejected']);
    expect(bench.api.requests.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect([vi.getTimerCount(), bench.service.dialled, events]).toEqual([0, [], []]);
  });

  it('does not take the promise from a connect() that came first, nor from one that comes after', async () => {
    const phone = bench.phone();
    const stop = new AbortController();
    const first = phone.connect();
    const own = watch(phone.connect({ signal: stop.signal }));
    expect(phone.connect()).toBe(first);
    stop.abort(given);
    await bench.settle(first);
    expect([own.state, phone.connect() === first]).toEqual(['rejected', true]);
  });

  it('that is aborted where the phone is connected already resolves', async () => {
    const phone = await bench.connected();
    const stop = new AbortController();
    const own = watch(phone.connect({ signal: stop.signal }));
    stop.abort(given);
    await bench.pass(1);
    expect([own.state, phone.isConnected]).toEqual(['resolved', true]);
  });

  it('that is aborted in a listener of connected is not given up any more: the phone is connected', async () => {
    const phone = bench.phone();
    const stop = new AbortController();
    phone.on('connected', () => stop.abort(given));
    await bench.settle(phone.connect({ signal: stop.signal }));
    expect(phone.isConnected).toBe(true);
  });

  it('lets go of its signal', async () => {
    const phone = bench.phone();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    await bench.settle(phone.connect({ signal }));
    expect(removed).toHaveBeenCalled();
  });
});

describe('disconnect()', () => {
  it('in a listener of connected: nobody after it hears connected, connect() rejects, and works again', async () => {
    const phone = bench.phone();
    const heard: string[] = [];
    phone.once('connected', () => phone.disconnect());
    phone.on('connected', () => heard.push(`connected while ${phone.isConnected}`));
    expect(await bench.refusal(phone.connect())).toMatchObject({ code: 'transport_closed' });
    expect(heard).toEqual([]);
    await bench.settle(phone.connect());
    expect(heard).toEqual(['connected while true']);
  });

  it('and connect() in a listener of connected: the first promise rejects, the second is of the second connection', async () => {
    const phone = bench.phone();
    const heard: string[] = [];
    let second: Promise<void> | undefined;
    phone.once('connected', () => {
      phone.disconnect();
      second = phone.connect();
    });
    phone.on('connected', () => heard.push('connected'));
    const first = watch(phone.connect());
    await bench.pass(100);
    await second;
    expect([first.state, heard, phone.isConnected]).toEqual(['rejected', ['connected'], true]);
    expect(bench.service.sockets.filter(({ closedWith }) => closedWith === undefined)).toHaveLength(1);
  });

  it.each(['reconnected', 'reconnecting', 'disconnected', 'error'] as const)(
    'in a listener of %s ends the coming back, and nothing is told after it as if it went on',
    async (event) => {
      const phone = await bench.connected({ autoReconnect: true });
      const heard: string[] = [];
      phone.once(event, () => {
        phone.disconnect();
        heard.push('left');
      });
      for (const name of ['reconnecting', 'reconnected', 'connected'] as const) phone.on(name, () => heard.push(name));
      if (event === 'error') bench.service.on('authenticate', (_, socket) => socket.close(1006));
      bench.socket.close(1006);
      await bench.pass(60_000);
      expect([heard.slice(heard.indexOf('left')), phone.isConnected]).toEqual([['left'], false]);
      bench.service.on('authenticate', ({ req_id = '' }, socket) => socket.say({ ...AUTHENTICATED, req_id }));
      await bench.settle(phone.connect());
      expect(heard.at(-1)).toBe('connected');
    },
  );
});

describe('connect()', () => {
  it('in a listener of disconnected dials at once', async () => {
    const phone = await bench.connected({ autoReconnect: true });
    let back: Promise<void> | undefined;
    phone.once('disconnected', () => {
      back = phone.connect();
    });
    bench.socket.close(1006);
    await bench.pass(20);
    await back;
    expect(phone.isConnected).toBe(true);
  });

  it('in a listener of an error that ended the phone makes a connection of its own', async () => {
    const phone = await bench.connected({ autoReconnect: true });
    const events = phoneEvents(phone);
    let back: Promise<void> | undefined;
    phone.once('error', () => {
      back = phone.connect();
    });
    bench.socket.say({ type: 'error', code: 'session_replaced', message: 'Over.', fatal: true });
    await bench.pass(100);
    await back;
    expect(events).toEqual(['error session_replaced', 'disconnected session_replaced', 'connected']);
  });

  it('does not resolve when the connection is over with the next frame of the same packet', async () => {
    bench.service.on('authenticate', ({ req_id = '' }, socket) => {
      socket.say({ ...AUTHENTICATED, req_id }, { type: 'error', code: 'going_away', message: 'Over.', fatal: true });
    });
    const phone = bench.phone();
    expect(await bench.refusal(phone.connect())).toMatchObject({ code: 'going_away' });
    expect(phone.isConnected).toBe(false);
  });

  it('while the phone comes back rejects as its try does, and the phone goes on', async () => {
    const { phone, call } = await bench.active('call_1', { autoReconnect: true });
    const events = callEvents(call);
    bench.socket.close(1006);
    await bench.pass(10);
    bench.service.on('authenticate', (_, socket) => socket.close(1006));
    expect(await bench.refusal(phone.connect())).toMatchObject({ code: 'transport_closed' });
    bench.service.on('authenticate', ({ req_id = '' }, socket) =>
      socket.say({ ...AUTHENTICATED, req_id, reconnected: true }, restored()),
    );
    await bench.pass(3000);
    expect([phone.isConnected, events]).toEqual([true, []]);
    phone.disconnect();
  });
});

describe('a promise that nobody awaits', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['connect()', () => bench.phone().connect()],
    ['connect({ signal })', () => bench.phone().connect({ signal: new AbortController().signal })],
    ['call()', () => bench.phone().call('101')],
  ])('%s is an unhandled rejection when it fails, once', async (_, act) => {
    bench.replaceService({ refuses: true });
    const reasons = await strays(async () => {
      void act();
      await bench.pass(100);
    });
    expect(reasons).toEqual([expect.objectContaining({ code: 'transport_closed' })]);
  });

  it('and connect() twice is one', async () => {
    bench.replaceService({ refuses: true });
    const phone = bench.phone();
    const reasons = await strays(async () => {
      void phone.connect();
      void phone.connect();
      await bench.pass(100);
    });
    expect(reasons).toHaveLength(1);
  });

  it('is none of the phone’s own: it comes back, is refused, asks in vain and leaves without one', async () => {
    const phone = await bench.connected({
      autoReconnect: true,
      token: `e30.${btoa(JSON.stringify({ exp: Date.now() / 1000 + 10 }))}.x`,
      onTokenExpiring: () => Promise.reject(new Error('no token today')),
    });
    const reasons = await strays(async () => {
      await bench.pass(20_000);
      bench.socket.close(1006);
      await bench.pass(60_000);
      phone.disconnect();
      await bench.pass(10);
    });
    expect(reasons).toEqual([]);
  });
});

describe('what a page before this one left', () => {
  const KEY = 'dialstack.session.';
  const LEFT = JSON.stringify({ id: 'phone-1', calls: [{ id: 'call_1', muted: true }] });

  it.each<[string, (phone: ReturnType<typeof bench.phone>) => Promise<unknown>]>([
    [
      'failed',
      async (phone) => {
        bench.service.on('authenticate', (_, socket) => socket.close(1006));
        return watch(phone.connect());
      },
    ],
    [
      'was aborted',
      async (phone) => {
        const stop = new AbortController();
        const own = watch(phone.connect({ signal: stop.signal }));
        await bench.pass(1);
        stop.abort(given);
        return own;
      },
    ],
    [
      'was left',
      async (phone) => {
        const own = watch(phone.connect());
        phone.disconnect();
        return own;
      },
    ],
  ])('is not lost with a connect() that %s: the next one has it, also in a page after this one', async (_, vainly) => {
    const storage = memoryStorage({ [KEY]: LEFT });
    const fire = stubPage();
    const phone = bench.phone({ platform: { storage } });
    await vainly(phone);
    await bench.pass(100);
    fire('pagehide');
    expect(storage.kept.get(KEY)).toBe(LEFT);
    bench.service.on('authenticate', ({ req_id = '' }, socket) =>
      socket.say({ ...AUTHENTICATED, req_id, reconnected: true }, restored()),
    );
    const after = bench.phone({ platform: { storage } });
    const got: string[] = [];
    after.on('restored', ({ id }) => got.push(id));
    await bench.settle(after.connect());
    await bench.pass(300);
    expect([got, bench.socket.last('authenticate').session_id, storage.kept.size]).toEqual([['call_1'], 'phone-1', 0]);
    after.disconnect();
  });

  it('is read when connect() begins, before the page is shown for the first time', async () => {
    const storage = memoryStorage({ [KEY]: LEFT });
    const fire = stubPage();
    bench.api.answerWith(
      () =>
        new Promise((resolve) =>
          systemTimers.setTimeout(() => resolve(Response.json({ ice_servers: [], expires_at: '2099-01-01' })), 1500),
        ),
    );
    const phone = bench.fetchingPhone({ platform: { storage } });
    const connecting = phone.connect();
    await bench.pass(10);
    expect(storage.kept.size).toBe(0);
    fire('pageshow');
    await bench.settle(connecting, 2000);
    expect(bench.socket.last('authenticate').session_id).toBe('phone-1');
    phone.disconnect();
  });

  it('is a call that the service may restore', async () => {
    const storage = memoryStorage({ [KEY]: LEFT });
    bench.service.on('authenticate', ({ req_id = '' }, socket) =>
      socket.say({ ...AUTHENTICATED, req_id, reconnected: true }, restored()),
    );
    const phone = bench.phone({ platform: { storage } });
    const kept = vi.fn();
    phone.on('restored', ({ id }) => kept(id));
    await bench.settle(phone.connect());
    await bench.pass(300);
    expect(kept).toHaveBeenCalledWith('call_1');
    phone.disconnect();
  });
});
