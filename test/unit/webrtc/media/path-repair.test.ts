import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { PathRepair } from '../../../../src/webrtc/media/path-repair.js';

let told: string[];
let isUp: boolean;
let restart: () => Promise<void>;
let keeper: PathRepair;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  isUp = false;
  restart = async () => {};
  keeper = new PathRepair({
    timers: systemTimers,
    isUp: () => isUp,
    restart: (viaRelay) => {
      told.push(viaRelay ? 'relay' : 'restart');
      return restart();
    },
    onGivenUp: () => told.push('given up'),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('restarts at once, again after 5 s each, once through a relay, and gives up after 20 s', async () => {
  keeper.repair();
  expect(told).toEqual(['restart']);
  await pass(19_999);
  expect(told).toEqual(['restart', 'restart', 'relay', 'restart']);
  await pass(1);
  expect(told.at(-1)).toBe('given up');
  expect(vi.getTimerCount()).toBe(0);
});

it('rests once the path is up, and begins anew at the next loss', async () => {
  keeper.repair();
  await pass(6_000);
  keeper.settle();
  await pass(60_000);
  expect(told).toEqual(['restart', 'restart']);
  keeper.repair();
  await pass(14_000);
  expect(told.slice(2)).toEqual(['restart', 'restart', 'relay']);
});

it('does not begin twice at two signals of one loss', async () => {
  keeper.repair();
  keeper.repair();
  await pass(1_000);
  keeper.repair();
  expect(told).toEqual(['restart']);
});

it('is content with a path that was up all the while', async () => {
  isUp = true;
  keeper.repair();
  await pass(60_000);
  expect(told).toEqual(['restart']);
});

it('waits while the phone is not connected, and does not count what could not be offered', async () => {
  restart = () => Promise.reject(new PhoneError('transport_closed', 'No.'));
  keeper.repair();
  await pass(25_000);
  expect(told).toEqual(['restart']);
  restart = async () => {};
  keeper.again();
  await pass(19_999);
  expect(told).toEqual(['restart', 'restart', 'restart', 'relay', 'restart']);
});

it('goes on after an offer that failed for another reason', async () => {
  restart = () => Promise.reject(new Error('no relay candidate'));
  keeper.repair();
  await pass(20_000);
  expect(told.at(-1)).toBe('given up');
});

it('has nothing to do again when nothing is being repaired', async () => {
  keeper.again();
  await pass(10_000);
  expect(told).toEqual([]);
});

it('offers once more, uncounted, when the network changed after the offer of an attempt went out', async () => {
  keeper.repair();
  keeper.networkChanged(false); // The offer that is being made knows the new network.
  keeper.answered();
  expect(told).toEqual(['restart']);
  keeper.networkChanged(true);
  keeper.answered();
  keeper.answered();
  expect(told).toEqual(['restart', 'restart']);
  await pass(20_000);
  expect(told).toEqual(['restart', 'restart', 'restart', 'relay', 'restart', 'given up']);
});

it('does not take a path for good that was up before the network changed', async () => {
  isUp = true;
  keeper.repair();
  keeper.networkChanged(true);
  await pass(5_000);
  expect(told).toEqual(['restart', 'restart']);
  keeper.answered(); // To the first offer, which was said again.
  expect(told).toEqual(['restart', 'restart', 'restart']);
  await pass(60_000);
  expect(told).toHaveLength(3);
});

it('begins when the network changes', () => {
  keeper.networkChanged(false);
  expect(told).toEqual(['restart']);
});
