import { afterEach, describe, expect, inject, it } from 'vitest';
import type { Lab, Moment } from '../support/browser/lab.js';
import { useTwoPhones } from '../support/browser/two-phones.js';
import { optionsFor } from '../support/browser/use-phones.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const { phones, connectBoth, talk, hearEachOther } = useTwoPhones(bed);

/** Longer than a page takes to load. */
const SLOW_MS = 1_500;
const slowIceServers = () => bed.sandbox.control.delayReply({ to: 'getIceServers', ms: SLOW_MS, user: '101' });

afterEach(() => phones.alice.connectByHand());

describe('a page that is reloaded in a call gets it back whenever it connects', () => {
  it.each<Moment>(['script', 'DOMContentLoaded', 'load', 'after'])(
    'at %s, with ICE servers that take their time, and when it is reloaded again',
    async (moment) => {
      await connectBoth();
      const ends = await talk();
      await phones.alice.connectAt(moment, await optionsFor(bed, 'alice'));
      slowIceServers();
      await phones.alice.reload();
      expect(await phones.alice.event('restored')).toMatchObject({ callId: ends.outbound });
      slowIceServers();
      await phones.alice.reload();
      expect(await phones.alice.event('restored')).toMatchObject({ callId: ends.outbound });
      await hearEachOther(ends);
    },
  );

  it.each<Moment>(['script', 'DOMContentLoaded', 'load'])(
    'at %s, although it is reloaded again before it was connected',
    async (moment) => {
      await connectBoth();
      const { outbound } = await talk();
      await phones.alice.connectAt(moment, await optionsFor(bed, 'alice'));
      slowIceServers();
      await phones.alice.reload();
      slowIceServers();
      await phones.alice.reload();
      expect(await phones.alice.event('restored')).toMatchObject({ callId: outbound });
    },
  );

  it('although its first connect() failed, and it was reloaded then', async () => {
    await connectBoth();
    const { outbound } = await talk();
    await phones.alice.reload();
    bed.sandbox.control.failReply({ to: 'getIceServers', user: '101' });
    expect(await phones.alice.connectFails(await optionsFor(bed, 'alice'))).toMatchObject({ code: 'ice_fetch_failed' });
    await phones.alice.reload();
    await phones.alice.connect(await optionsFor(bed, 'alice'));
    expect(await phones.alice.event('restored')).toMatchObject({ callId: outbound });
  });

  it('although another phone of the page, which left before it was connected, had begun with it', async () => {
    await connectBoth();
    const { outbound } = await talk();
    await phones.alice.reload();
    await phones.alice.create(await optionsFor(bed, 'alice'));
    await phones.alice.page.evaluate(() => {
      lab.phone.connect().catch(() => {});
      lab.phone.disconnect();
    });
    await phones.alice.connect(await optionsFor(bed, 'alice'));
    expect(await phones.alice.event('restored')).toMatchObject({ callId: outbound });
  });
});

describe('a connect() that is aborted', () => {
  it('does not hold up the next one: its request is aborted', async () => {
    bed.sandbox.control.delayReply({ to: 'getIceServers', ms: 8_000, user: '101' });
    await phones.alice.create(await optionsFor(bed, 'alice'));
    const ms = await phones.alice.page.evaluate(async () => {
      const stop = new AbortController();
      const left = lab.phone.connect({ signal: stop.signal }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 300));
      stop.abort();
      await left;
      const begin = Date.now();
      await lab.phone.connect();
      return Date.now() - begin;
    });
    expect(ms).toBeLessThan(4_000);
  });
});

describe('a tab that goes away while its call rings out', () => {
  /** A tab of Alice's in which she calls Bob. */
  async function ringing() {
    await phones.bob.connect(await optionsFor(bed, 'bob'));
    const opened = phones.alice.page.popup();
    await phones.alice.page.evaluate(() => void window.open(location.href));
    const tab = await opened;
    await tab.until(() => 'lab' in globalThis);
    await tab.evaluate(
      async (given) => {
        lab.create(given);
        await lab.phone.connect();
        await lab.dial('102');
      },
      await optionsFor(bed, 'alice'),
    );
    const { callId: inbound = '' } = await phones.bob.event('incoming');
    return { tab, inbound };
  }

  type Tab = Awaited<ReturnType<typeof ringing>>['tab'];

  const NAVIGATIONS: [string, (tab: Tab) => Promise<unknown>][] = [
    ['is navigated', (tab) => tab.goto('about:blank')],
    ['is reloaded', (tab) => tab.reload()],
  ];

  it.each<[string, (tab: Tab) => Promise<unknown>]>([
    ['is closed as a user closes it', (tab) => tab.close({ asUser: true })],
    ['is closed by its script', (tab) => tab.evaluate(() => window.close()).catch(() => {})],
    ['is taken away', (tab) => tab.close()],
    // Firefox closes the sockets of a page that is navigated before it tells the page: nothing can be said any more.
    ...(inject('aliceIn') === 'firefox' ? [] : NAVIGATIONS),
  ])('that %s stops ringing at once', async (how, leave) => {
    const { tab, inbound } = await ringing();
    const leftAt = Date.now();
    const gone = leave(tab);
    const { at, detail } = await phones.bob.event('ended', { callId: inbound });
    expect(detail).toBe('hangup');
    expect(at - leftAt).toBeLessThan(3_000);
    await gone;
    if (/navigated|reloaded/.test(how)) await tab.close();
  });

  it.each<[string, { asUser: boolean }]>([
    ['is closed as a user closes it', { asUser: true }],
    ['is taken away', { asUser: false }],
  ])('an answered call of a tab that %s keeps its grace', async (_, how) => {
    const { tab, inbound } = await ringing();
    await phones.bob.act(inbound, 'answer');
    await phones.bob.event('answered');
    await tab.until(() => lab.phone.activeCalls[0]?.state === 'active');
    await tab.close(how);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await phones.bob.state(inbound)).toMatchObject({ state: 'active' });
  });
});
