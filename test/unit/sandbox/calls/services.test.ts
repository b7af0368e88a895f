import { afterEach, expect, it, vi } from 'vitest';
import { SERVICES } from '../../../../src/sandbox/calls/services.js';
import { digitClip } from '../../../../src/sandbox/media/index.js';

afterEach(() => {
  vi.useRealTimers();
});

it('608 reads back the last hundred digits, however many a phone sends without a pause', () => {
  vi.useFakeTimers();
  const outcome = SERVICES.find(({ code }) => code === '608')?.script.outcome;
  if (outcome?.kind !== 'answers') throw new Error('608 does not answer.');
  const reader = outcome.party({ info: () => {}, warn: () => {} });
  for (let n = 0; n < 10_000; n++) reader.digit('5');
  reader.digit('#');
  vi.runAllTimers();
  const { voice } = reader;
  const expected = 99 * digitClip('5').length + digitClip('#').length;
  expect(voice.kind === 'clip' && voice.clip.length).toBe(expected);
});
