import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_SAMPLES, type Frame, sequenceDelta, timestampDelta } from '../../../../src/sandbox/media/frame.js';
import { OutgoingStream } from '../../../../src/sandbox/media/outgoing-stream.js';

function frame(sequenceNumber: number, more: Partial<Frame> = {}): Frame {
  return {
    kind: 'audio',
    ssrc: 1,
    sequenceNumber: sequenceNumber & 0xffff,
    timestamp: (sequenceNumber * FRAME_SAMPLES) >>> 0,
    marker: false,
    payload: Buffer.from('opus'),
    ...more,
  };
}

function recorded(): { sent: Frame[]; stream: OutgoingStream; clock: { now: number } } {
  const sent: Frame[] = [];
  const clock = { now: 0 };
  return {
    sent,
    clock,
    stream: new OutgoingStream(
      (one) => sent.push(one),
      () => clock.now,
    ),
  };
}

function steps(sent: readonly Frame[]): { sequence: number; samples: number }[] {
  return sent.slice(1).map((one, n) => ({
    sequence: sequenceDelta(one.sequenceNumber, sent[n]?.sequenceNumber ?? 0),
    samples: timestampDelta(one.timestamp, sent[n]?.timestamp ?? 0),
  }));
}

describe('OutgoingStream', () => {
  it("keeps its source's steps, and marks where the source begins", () => {
    const { sent, stream } = recorded();
    for (const n of [65534, 65535, 65536, 65538]) stream.forward(frame(n));
    expect(steps(sent)).toEqual([
      { sequence: 1, samples: 960 },
      { sequence: 1, samples: 960 },
      { sequence: 2, samples: 1920 }, // a lost packet stays lost
    ]);
    expect(sent.map(({ marker }) => marker)).toEqual([true, false, false, false]);
  });

  it('goes on without a jump when the source changes, as much later as time has passed', () => {
    const { sent, stream, clock } = recorded();
    stream.forward(frame(100));
    stream.rebase();
    clock.now += 500;
    stream.forward(frame(9000, { timestamp: 7 }));
    stream.forward(frame(9001, { timestamp: 967 }));
    expect(steps(sent)).toEqual([
      { sequence: 1, samples: 24_000 },
      { sequence: 1, samples: 960 },
    ]);
    expect(sent.map(({ marker }) => marker)).toEqual([true, true, false]);
  });

  it('takes a new SSRC for a new source', () => {
    const { sent, stream } = recorded();
    stream.forward(frame(100));
    stream.forward(frame(40_000, { ssrc: 2 }));
    expect(steps(sent)).toEqual([{ sequence: 1, samples: 960 }]);
    expect(sent[1]?.marker).toBe(true);
  });

  it('lets packets overtake each other, but not the beginning of their source', () => {
    const { sent, stream } = recorded();
    stream.forward(frame(100));
    stream.rebase();
    for (const n of [50, 49, 52, 51, 48]) stream.forward(frame(n));
    expect(steps(sent).map(({ sequence }) => sequence)).toEqual([1, 2, -1]);
  });

  it('keeps the timestamp of a telephone event and the marker of its source', () => {
    const { sent, stream } = recorded();
    stream.forward(frame(1));
    stream.forward(frame(2, { kind: 'event', timestamp: 1920, marker: true }));
    stream.forward(frame(3, { kind: 'event', timestamp: 1920 }));
    expect(steps(sent).map(({ samples }) => samples)).toEqual([960, 0]);
    expect(sent.map(({ kind, marker }) => [kind, marker])).toEqual([
      ['audio', true],
      ['event', true],
      ['event', false],
    ]);
  });

  it('never uses a sequence number twice, whatever its sources do', () => {
    const event = fc.oneof(
      fc.constant('rebase' as const),
      fc.record({ sequenceNumber: fc.integer({ min: 0, max: 400 }), ssrc: fc.integer({ min: 1, max: 2 }) }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(event, { selector: (one) => JSON.stringify(one), maxLength: 60 }), (events) => {
        const { sent, stream } = recorded();
        for (const one of events) {
          if (one === 'rebase') stream.rebase();
          else stream.forward(frame(one.sequenceNumber, { ssrc: one.ssrc, payload: Buffer.from(JSON.stringify(one)) }));
        }
        const numbers = sent.map(({ sequenceNumber }) => sequenceNumber);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });
});
