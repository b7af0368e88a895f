import { describe, expect, it } from 'vitest';
import {
  DigitDecoder,
  DTMF_DIGITS,
  readTelephoneEvent,
  rescaleDuration,
  writeTelephoneEvent,
} from '../../../../src/sandbox/media/dtmf.js';

interface Packet {
  readonly digit: string;
  readonly timestamp: number;
  readonly duration?: number;
  readonly end?: boolean;
  readonly marker?: boolean;
}

function decode(...packets: Packet[]): string {
  const decoder = new DigitDecoder();
  return packets
    .map(({ digit, timestamp, duration = 960, end = false, marker = false }) => {
      const payload = writeTelephoneEvent({ code: DTMF_DIGITS.indexOf(digit), end, volume: 10, duration });
      return decoder.push({ payload, timestamp, marker }) ?? '';
    })
    .join('');
}

describe('DigitDecoder', () => {
  it.each([...DTMF_DIGITS])('tells %s once, at its first packet', (digit) => {
    const decoder = new DigitDecoder();
    const code = DTMF_DIGITS.indexOf(digit);
    const told = [960, 1920, 2880, 2880, 2880].map((duration, n) =>
      decoder.push({
        payload: writeTelephoneEvent({ code, end: n > 2, volume: 10, duration }),
        timestamp: 5000,
        marker: n === 0,
      }),
    );
    expect(told).toEqual([digit, undefined, undefined, undefined, undefined]);
  });

  it('tells a digit whose first packets were lost', () => {
    expect(decode({ digit: '7', timestamp: 100, duration: 4800, end: true })).toBe('7');
  });

  it('tells the same key pressed twice', () => {
    expect(
      decode(
        { digit: '1', timestamp: 0, marker: true },
        { digit: '1', timestamp: 0, end: true },
        { digit: '1', timestamp: 8000, marker: true },
      ),
    ).toBe('11');
  });

  it('does not repeat a digit whose end packet comes late', () => {
    expect(
      decode(
        { digit: '1', timestamp: 0xffff_ff00 },
        { digit: '2', timestamp: 0x1000, marker: true },
        { digit: '1', timestamp: 0xffff_ff00, end: true },
        { digit: '2', timestamp: 0x1000, end: true },
      ),
    ).toBe('12');
  });

  it('takes a key held for seconds, sent in segments, for one digit', () => {
    const segment = 0xffff;
    expect(
      decode(
        { digit: '5', timestamp: 1000, marker: true },
        { digit: '5', timestamp: 1000, duration: segment },
        { digit: '5', timestamp: 1000 + segment },
        { digit: '5', timestamp: 1000 + segment, duration: segment },
        { digit: '5', timestamp: 1000 + 2 * segment },
        { digit: '5', timestamp: 1000 + 2 * segment, end: true },
        { digit: '5', timestamp: 1000 + 4 * segment, marker: true },
      ),
    ).toBe('55');
  });

  it('goes on after the phone began a new stream with lower timestamps', () => {
    expect(decode({ digit: '1', timestamp: 3_000_000_000, end: true }, { digit: '2', timestamp: 1_000_000_000 })).toBe(
      '12',
    );
  });

  it('ignores events that are no digits and payloads that are no events', () => {
    const decoder = new DigitDecoder();
    const flash = writeTelephoneEvent({ code: 16, end: false, volume: 10, duration: 960 });
    expect(decoder.push({ payload: flash, timestamp: 0, marker: true })).toBeUndefined();
    expect(decoder.push({ payload: Buffer.from([1]), timestamp: 0, marker: true })).toBeUndefined();
  });
});

describe('rescaleDuration', () => {
  it('converts the duration and nothing else', () => {
    const event = { code: 11, end: true, volume: 10, duration: 800 };
    const rescaled = rescaleDuration(writeTelephoneEvent(event), 8000, 48000);
    expect(readTelephoneEvent(rescaled)).toEqual({ ...event, duration: 4800 });
  });

  it('leaves alone what needs no conversion or is no event', () => {
    const payload = Buffer.from([1, 2]);
    expect(rescaleDuration(payload, 8000, 48000)).toBe(payload);
    expect(rescaleDuration(payload, 48000, 48000)).toBe(payload);
  });
});
