import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../../src/core/timing.js';
import { SilenceWatch, type SilentSide } from '../../../../src/webrtc/media/silence-watch.js';

/** What the browser has counted. */
let energy: number | undefined;
let packets: number;
/** How much more there is after each second. */
let speaks: number;
let hears: number;
let expected: SilentSide[];
let told: SilentSide[];
let watch: SilenceWatch;

beforeEach(() => {
  vi.useFakeTimers();
  [energy, packets, speaks, hears] = [0, 0, 0.1, 50];
  expected = ['local', 'remote'];
  told = [];
  watch = new SilenceWatch({
    timers: systemTimers,
    getStats: async () =>
      new Map<string, object>([
        ['in', { type: 'inbound-rtp', packetsReceived: packets }],
        ...(energy === undefined
          ? []
          : [['source', { type: 'media-source', totalAudioEnergy: energy }] as [string, object]]),
      ]) as RTCStatsReport,
    isExpected: (side) => expected.includes(side),
    onSilence: (side) => told.push(side),
  });
  watch.start();
});
afterEach(() => {
  vi.useRealTimers();
});

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    if (energy !== undefined) energy += speaks;
    packets += hears;
    await vi.advanceTimersByTimeAsync(1000);
  }
}

it('says nothing while both are heard', async () => {
  await pass(60);
  expect(told).toEqual([]);
});

it('tells once that nothing comes in any more, within 10 s', async () => {
  await pass(12);
  hears = 0;
  await pass(10);
  expect(told).toEqual(['remote']);
  await pass(60);
  expect(told).toEqual(['remote']);
});

it('tells the next silence as well', async () => {
  await pass(5);
  hears = 0;
  await pass(10);
  hears = 50;
  await pass(10);
  hears = 0;
  await pass(10);
  expect(told).toEqual(['remote', 'remote']);
});

it('tells of a microphone that gives nothing', async () => {
  speaks = 0;
  await pass(10);
  expect(told).toEqual(['local']);
});

it('says nothing of who need not be heard: while held, while muted', async () => {
  [speaks, hears] = [0, 0];
  expected = [];
  await pass(30);
  expect(told).toEqual([]);
});

it('says nothing of what the browser does not count', async () => {
  energy = undefined;
  await pass(30);
  expect(told).toEqual([]);
});

it('looks no more once it is stopped, and not twice when it is started twice', async () => {
  watch.start();
  expect(vi.getTimerCount()).toBe(1);
  watch.stop();
  [speaks, hears] = [0, 0];
  await pass(30);
  expect([told, vi.getTimerCount()]).toEqual([[], 0]);
});

it('goes on when the statistics fail once, and nothing is unhandled', async () => {
  const unhandled: unknown[] = [];
  const note = (e: unknown) => unhandled.push(e);
  process.on('unhandledRejection', note);
  let looks = 0;
  const failing = new SilenceWatch({
    timers: systemTimers,
    getStats: async () => {
      if (looks++ === 0) throw new Error('no');
      return new Map() as never;
    },
    isExpected: () => true,
    onSilence: () => {},
  });
  failing.start();
  await pass(30);
  failing.stop();
  vi.useRealTimers();
  await new Promise((d) => setTimeout(d, 20));
  process.off('unhandledRejection', note);
  expect([unhandled, looks > 2]).toEqual([[], true]);
});
