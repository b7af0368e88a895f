import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { playClip } from '../../../../src/sandbox/media/clip.js';
import {
  busyTone,
  digitClip,
  HOLD_MUSIC_NOTES,
  holdMusic,
  ringback,
  silence,
} from '../../../../src/sandbox/media/clips.js';
import { DTMF_DIGITS } from '../../../../src/sandbox/media/dtmf.js';
import type { Frame } from '../../../../src/sandbox/media/frame.js';
import { OpusDecoder } from '../../../support/audio/opus-decoder.js';
import { dominantHz, dtmfDigits, goertzel } from '../../../support/audio/tone.js';

const decoder = new OpusDecoder();
afterAll(() => decoder.close());

function between(pcm: Int16Array, fromMs: number, toMs: number): Int16Array {
  return pcm.subarray(fromMs * 48, toMs * 48);
}

function powerAt(pcm: Int16Array, hz: number): number {
  return goertzel(
    Float32Array.from(pcm, (sample) => sample / 0x8000),
    hz,
    48000,
  );
}

describe('clips', () => {
  it.each([
    ['ringback', ringback, [440, 480], 2000, 6000],
    ['busy tone', busyTone, [480, 620], 500, 1000],
  ] as const)('%s has its two frequencies in its cadence', (_, clip, frequencies, onMs, totalMs) => {
    const pcm = decoder.decode(clip());
    expect(pcm.length / 48).toBe(totalMs);
    const on = between(pcm, 100, onMs - 100);
    for (const hz of frequencies) expect(powerAt(on, hz)).toBeGreaterThan(1000 * powerAt(on, 1000));
    expect(dominantHz(between(pcm, onMs + 50, totalMs), 48000)).toBe(0);
  });

  it('hold music plays its notes', () => {
    const pcm = decoder.decode(holdMusic());
    expect(pcm.length / 48).toBe(4800);
    HOLD_MUSIC_NOTES.forEach((note, n) => {
      const heard = dominantHz(between(pcm, n * 200 + 20, n * 200 + 191), 48000);
      expect(Math.abs(heard - note), `note ${n}`).toBeLessThan(8);
    });
  });

  it('silence is silent', () => {
    expect(dominantHz(decoder.decode(silence()), 48000)).toBe(0);
  });

  it('digits played one after the other are heard as those digits', () => {
    const pcm = decoder.decode([...DTMF_DIGITS].flatMap(digitClip));
    expect(dtmfDigits(pcm, 48000)).toBe(DTMF_DIGITS);
    expect(dtmfDigits(decoder.decode([...digitClip('7'), ...digitClip('7')]), 48000)).toBe('77');
    expect(dtmfDigits(decoder.decode(holdMusic()), 48000)).toBe('');
  });

  it('are encoded once', () => {
    expect(holdMusic()).toBe(holdMusic());
    expect(digitClip('5')).toBe(digitClip('5'));
  });

  it('know no other digits', () => {
    expect(() => digitClip('E')).toThrow(RangeError);
    expect(() => digitClip('12')).toThrow(RangeError);
  });
});

describe('playClip', () => {
  const clip = [Buffer.from('a'), Buffer.from('b')];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function play(playback: { loop: boolean; onEnd?: () => void }): {
    played: Frame[];
    stop: () => void;
    text: () => string;
  } {
    const played: Frame[] = [];
    const stop = playClip(clip, playback, (frame) => played.push(frame));
    return { played, stop, text: () => played.map(({ payload }) => payload.toString()).join('') };
  }

  it('ends after the last frame has had its time', () => {
    const onEnd = vi.fn();
    const { played, text } = play({ loop: false, onEnd });
    vi.advanceTimersByTime(40);
    expect(text()).toBe('ab');
    expect(onEnd).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(played.map(({ sequenceNumber, timestamp }) => [sequenceNumber, timestamp])).toEqual([
      [0, 0],
      [1, 960],
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('loops until it is stopped, and then does not say that it ended', () => {
    const onEnd = vi.fn();
    const { stop, text } = play({ loop: true, onEnd });
    vi.advanceTimersByTime(100);
    stop();
    vi.advanceTimersByTime(100);
    expect(text()).toBe('ababa');
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('ends an empty clip even when it should loop', () => {
    const onEnd = vi.fn();
    playClip([], { loop: true, onEnd }, () => {});
    vi.advanceTimersByTime(20);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });
});
