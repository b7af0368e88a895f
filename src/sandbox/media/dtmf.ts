import { type Frame, SAMPLE_RATE, timestampDelta } from './frame.js';

/** RFC 4733 event codes are indexes into this text. */
export const DTMF_DIGITS = '0123456789*#ABCD';

/** RFC 4733 §2.3: event (8 bits), end (1), reserved (1), volume (6), duration (16). */
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

/** Phones may negotiate 8000 Hz for events beside Opus at 48000 Hz; only the duration is in that unit. */
export function rescaleDuration(payload: Buffer, from: number, to: number): Buffer {
  const event = from === to ? undefined : readTelephoneEvent(payload);
  return event ? writeTelephoneEvent({ ...event, duration: Math.round((event.duration * to) / from) }) : payload;
}

const MAX_DURATION = 0xffff;
/** A segment follows the one before it at once, give or take a packet. */
const SEGMENT_SLACK = SAMPLE_RATE / 20;
/** An older timestamp than this is a new stream, not a late packet. */
const LATE_LIMIT = SAMPLE_RATE * 5;

/** Tells each key once, at its first packet: the updates and the repeated end packet of a key share its timestamp. */
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
    // A key held longer than the 16-bit duration can say (1.4 s) goes on in a segment with a timestamp of its own.
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
