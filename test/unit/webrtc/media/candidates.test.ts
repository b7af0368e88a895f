import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../../src/core/timing.js';
import { watchCandidates } from '../../../../src/webrtc/media/candidates.js';
import { FakeMedia, type FakePeerConnection, HOST, REFLEXIVE, RELAY } from '../../../support/fake-media.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Watches a connection that finds only what a test says; `state` tells whether the set is usable. */
function watch(policy: RTCIceTransportPolicy = 'all') {
  const media = new FakeMedia();
  const pc = new media.platform.RTCPeerConnection({});
  const connection: FakePeerConnection = media.connection;
  const candidates = watchCandidates(pc, policy, systemTimers);
  const state = { name: 'waiting', code: '' };
  candidates.usable.then(
    () => {
      state.name = 'usable';
    },
    (error: { code: string }) => Object.assign(state, { name: 'useless', code: error.code }),
  );
  const trickled: (string | null)[] = [];
  const trickle = () => candidates.trickle((candidate) => trickled.push(candidate?.candidate ?? null));
  return { candidates, find: (candidate: string | null) => connection.find(candidate), state, trickled, trickle };
}

describe('a set of candidates', () => {
  it('is usable 50 ms after the last candidate, not before', async () => {
    const { find, state } = watch();
    await pass(10);
    find(HOST);
    await pass(40);
    find(REFLEXIVE);
    await pass(49);
    expect(state.name).toBe('waiting');
    await pass(1);
    expect(state.name).toBe('usable');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is usable at once when there are no more', async () => {
    const { find, state } = watch();
    find(HOST);
    find(null);
    await pass(0);
    expect(state.name).toBe('usable');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is usable 200 ms after the first candidate, however many come', async () => {
    const { find, state } = watch();
    await pass(1_000);
    for (let ms = 0; ms < 190; ms += 10) {
      find(HOST);
      await pass(10);
    }
    await pass(9);
    expect(state.name).toBe('waiting');
    await pass(1);
    expect(state.name).toBe('usable');
  });

  it('is never empty: a page that was blocked waits for its first candidate', async () => {
    const { find, state } = watch();
    await pass(4_900);
    expect(state.name).toBe('waiting');
    find(HOST);
    await pass(50);
    expect(state.name).toBe('usable');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is useless after 5 s when none was found, also when an earlier gathering ended meanwhile', async () => {
    const { find, state } = watch();
    find(null);
    await pass(4_999);
    expect(state.name).toBe('waiting');
    await pass(1);
    expect(state).toEqual({ name: 'useless', code: 'call_failed' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not settled by the end of one generation', async () => {
    const { find, state, trickled, trickle } = watch();
    trickle();
    find('');
    await pass(60);
    expect(state.name).toBe('waiting');
    await pass(140);
    find('');
    expect(trickled).toEqual([]);
  });
});

describe('a set of candidates that may only be relays', () => {
  it('is usable with the first relay', async () => {
    const { find, state } = watch('relay');
    await pass(4_999);
    expect(state.name).toBe('waiting');
    find(RELAY);
    await pass(0);
    expect(state.name).toBe('usable');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is useless when there are no more and none was a relay', async () => {
    const { find, state } = watch('relay');
    find(null);
    await pass(0);
    expect(state).toEqual({ name: 'useless', code: 'call_failed' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is useless after 5 s without a relay, not before', async () => {
    const { state } = watch('relay');
    await pass(4_999);
    expect(state.name).toBe('waiting');
    await pass(1);
    expect(state).toEqual({ name: 'useless', code: 'call_failed' });
  });

  it('stays usable when the gathering ends after the relay', async () => {
    const { find, state, trickled, trickle } = watch('relay');
    find(RELAY);
    await pass(10);
    find(null);
    await pass(5_000);
    expect(state.name).toBe('usable');
    trickle();
    expect(trickled).toEqual([null]);
  });

  it('that is useless hurts nobody who does not ask', async () => {
    const media = new FakeMedia();
    watchCandidates(new media.platform.RTCPeerConnection({}), 'relay', systemTimers);
    await pass(5_000); // An unhandled rejection would fail the run.
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('trickling', () => {
  it('hands on what came after the set was usable, in order, and nothing that was inside it', async () => {
    const { find, trickled, trickle } = watch();
    find(HOST);
    await pass(50);
    find(REFLEXIVE);
    find(RELAY);
    find(null);
    expect(trickled).toEqual([]);
    trickle();
    expect(trickled).toEqual([REFLEXIVE, RELAY, null]);
  });

  it('hands on what comes later, as it comes', async () => {
    const { find, trickled, trickle } = watch();
    find(HOST);
    await pass(50);
    find(REFLEXIVE);
    trickle();
    find(RELAY);
    expect(trickled).toEqual([REFLEXIVE, RELAY]);
    find(null);
    expect(trickled).toEqual([REFLEXIVE, RELAY, null]);
  });

  it('hands on the end alone when all candidates were in time', async () => {
    const { find, trickled, trickle } = watch();
    find(HOST);
    find(null);
    await pass(0);
    trickle();
    expect(trickled).toEqual([null]);
  });

  it('hands everything on once', async () => {
    const { find, trickled, trickle } = watch();
    find(REFLEXIVE);
    await pass(200);
    find(HOST);
    trickle();
    trickle();
    expect(trickled).toEqual([HOST]);
  });

  it('keeps what cannot be sent, and hands it on in order when it is asked again', async () => {
    const { candidates, find, trickled, trickle } = watch();
    find(HOST);
    await pass(200);
    let isConnected = true;
    candidates.trickle(() => {
      if (!isConnected) throw new Error('not connected');
    });
    isConnected = false;
    find(REFLEXIVE);
    find(RELAY);
    find(null);
    trickle();
    expect(trickled).toEqual([REFLEXIVE, RELAY, null]);
  });
});
