import { type Frame, SAMPLE_RATE, timestampDelta } from './frame.js';

/** The digit of each RFC 4733 event code, by its index. */
export const DTMF_DIGITS = '0123456789*#ABCD';

/** An RFC 4733 §2.3 payload: event (8 bits), end (1), reserved (1), volume (6), duration (16). */
export interface TelephoneEvent {
  readonly code: number;
  readonly end: boolean;
  readonly volume: number;
  readonly duration: number;
}

export function readTelephoneEvent(payload: Buffer): TelephoneEvent | undefined {
  if (payload.length < 4) return undefined;
  const flags = payload.readUInt8(1);
  return {
    code: payload.readUInt8(0),
    end: (flags & 0x80) !== 0,
    volume: flags & 0x3f,
    duration: payload.readUInt16BE(2),
  };
}

export function writeTelephoneEvent({ code, end, volume, duration }: TelephoneEvent): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt8(code, 0);
  payload.writeUInt8((end ? 0x80 : 0) | volume, 1);
  payload.writeUInt16BE(Math.min(duration, MAX_DURATION), 2);
  return payload;
}

/** Converts the duration between clock rates. Phones may negotiate 8000 Hz for events, next to Opus at 48000 Hz. */
export function rescaleDuration(payload: Buffer, from: number, to: number): Buffer {
  const event = from === to ? undefined : readTelephoneEvent(payload);
  return event ? writeTelephoneEvent({ ...event, duration: Math.round((event.duration * to) / from) }) : payload;
}

const MAX_DURATION = 0xffff;
/** How late a segment of a long key press may follow the one before, in samples: 50 ms. */
const SEGMENT_SLACK = SAMPLE_RATE / 20;
/** A timestamp that lies further back than this belongs to a new stream, not to a late packet. In samples: 5 s. */
const LATE_LIMIT = SAMPLE_RATE * 5;

/**
 * Reports each key press once, at its first packet. Further packets of the same press carry the same timestamp and
 * report nothing.
 */
export class DigitDecoder {
  #last: (TelephoneEvent & { timestamp: number }) | undefined;

  push({ payload, timestamp, marker }: Pick<Frame, 'payload' | 'timestamp' | 'marker'>): string | undefined {
    const event = readTelephoneEvent(payload);
    const digit = event && DTMF_DIGITS[event.code];
    if (event === undefined || digit === undefined) return undefined;

    const last = this.#last;
    const ahead = last ? timestampDelta(timestamp, last.timestamp) : 0;
    if (last && ahead <= 0 && ahead > -LATE_LIMIT) {
      if (ahead === 0) {
        this.#last = {
          ...event,
          timestamp,
          end: last.end || event.end,
          duration: Math.max(last.duration, event.duration),
        };
      }
      return undefined;
    }
    // The 16-bit duration ends at 1.4 s. A longer press continues in another segment, which has its own timestamp.
    const continues =
      last !== undefined &&
      !marker &&
      !last.end &&
      event.code === last.code &&
      ahead > 0 &&
      ahead <= MAX_DURATION + SEGMENT_SLACK;
    this.#last = { ...event, timestamp };
    return continues ? undefined : digit;
  }
}
