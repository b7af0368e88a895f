export const SAMPLE_RATE = 48000;
export const FRAME_MS = 20;
export const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000;

/** An RTP packet between legs. It keeps the numbers of its source, but no payload type, which differs for each leg. */
export interface Frame {
  /** `event` is an RFC 4733 telephone event, its duration in units of 1/48000 s. */
  readonly kind: 'audio' | 'event';
  readonly ssrc: number;
  readonly sequenceNumber: number;
  readonly timestamp: number;
  readonly marker: boolean;
  readonly payload: Buffer;
}

/** How far `a` is ahead of `b` in 16-bit serial arithmetic; negative when it is behind. */
export function sequenceDelta(a: number, b: number): number {
  return ((a - b) << 16) >> 16;
}

/** How far `a` is ahead of `b` in 32-bit serial arithmetic; negative when it is behind. */
export function timestampDelta(a: number, b: number): number {
  return (a - b) | 0;
}
