import { randomInt } from 'node:crypto';
import { FRAME_SAMPLES, type Frame, SAMPLE_RATE, sequenceDelta } from './frame.js';

/** How to convert the numbers of the current source to those of this stream. */
interface Mapping {
  readonly ssrc: number;
  readonly sequenceOffset: number;
  readonly timestampOffset: number;
}

/**
 * The RTP stream that one phone hears. Its sources change, but the phone gets one continuous stream: the sequence
 * number and timestamp never jump, and the marker bit shows where a new source begins.
 */
export class OutgoingStream {
  readonly #send: (frame: Frame) => void;
  readonly #now: () => number;
  #mapping: Mapping | undefined;
  /** The highest sequence number sent. Starts in the lower half to avoid a wrong rollover count (RFC 3711 §3.3.1). */
  #sequenceNumber = randomInt(0x8000);
  /** How many of the last sequence numbers belong to the current source. */
  #fromSource = 0;
  #timestamp = randomInt(0x1_0000_0000);
  #sentAt: number | undefined;

  constructor(send: (frame: Frame) => void, now: () => number = () => performance.now()) {
    this.#send = send;
    this.#now = now;
  }

  /** The next frame comes from another source. */
  rebase(): void {
    this.#mapping = undefined;
  }

  forward(frame: Frame): void {
    let mapping = this.#mapping;
    let marker = frame.marker;
    if (mapping?.ssrc !== frame.ssrc) {
      mapping = this.#map(frame);
      this.#mapping = mapping;
      this.#fromSource = 0;
      marker = true;
    }
    const sequenceNumber = (frame.sequenceNumber + mapping.sequenceOffset) & 0xffff;
    const ahead = sequenceDelta(sequenceNumber, this.#sequenceNumber);
    // A late frame from before the source's first one would get a sequence number of the previous source. SRTP forbids
    // to send a number twice.
    if (ahead <= -this.#fromSource) return;
    if (ahead > 0) {
      this.#sequenceNumber = sequenceNumber;
      this.#fromSource += ahead;
    }
    this.#timestamp = (frame.timestamp + mapping.timestampOffset) >>> 0;
    this.#sentAt = this.#now();
    this.#send({ ...frame, sequenceNumber, timestamp: this.#timestamp, marker });
  }

  #map(frame: Frame): Mapping {
    const elapsedMs = this.#sentAt === undefined ? 0 : this.#now() - this.#sentAt;
    const gap = Math.max(FRAME_SAMPLES, Math.round((elapsedMs * SAMPLE_RATE) / 1000));
    return {
      ssrc: frame.ssrc,
      sequenceOffset: this.#sequenceNumber + 1 - frame.sequenceNumber,
      timestampOffset: this.#timestamp + gap - frame.timestamp,
    };
  }
}
