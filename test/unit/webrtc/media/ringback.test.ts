import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ringback } from '../../../../src/webrtc/media/ringback.js';

/** AudioContext without a sound device; keeps what was made. */
class FakeAudioContext {
  static made: FakeAudioContext[] = [];
  readonly destination = {};
  samples = new Float32Array();
  rate = 0;
  looped = false;
  isSounding = false;

  constructor() {
    FakeAudioContext.made.push(this);
  }

  createBuffer(_channels: number, length: number, rate: number) {
    this.samples = new Float32Array(length);
    this.rate = rate;
    return { getChannelData: () => this.samples };
  }

  createBufferSource() {
    const source = {
      buffer: null,
      loop: false,
      connect: (target: unknown) => expect(target).toBe(this.destination),
      start: () => {
        expect(source.buffer).not.toBeNull();
        this.isSounding = true;
        this.looped = source.loop;
      },
    };
    return source;
  }

  async close(): Promise<void> {
    this.isSounding = false;
  }
}

/** The contexts that sound now. */
const sounding = () => FakeAudioContext.made.filter(({ isSounding }) => isSounding).length;

beforeEach(() => {
  FakeAudioContext.made = [];
  vi.stubGlobal('AudioContext', FakeAudioContext);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('ringback', () => {
  it('sounds while a call rings', () => {
    const ringback = new Ringback();
    const call = {};
    expect(FakeAudioContext.made).toHaveLength(0);
    ringback.start(call);
    expect(sounding()).toBe(1);
    ringback.stop(call);
    expect(sounding()).toBe(0);
  });

  it('repeats 2 s of 440 and 480 Hz and 4 s of silence', () => {
    new Ringback().start({});
    const [{ samples, rate, looped } = new FakeAudioContext()] = FakeAudioContext.made;
    expect(looped).toBe(true);
    expect(samples.length / rate).toBe(6);
    const level = (hz: number, from: number, to: number) => {
      let [sine, cosine] = [0, 0];
      for (let at = from * rate; at < to * rate; at++) {
        sine += (samples[at] ?? 0) * Math.sin((2 * Math.PI * hz * at) / rate);
        cosine += (samples[at] ?? 0) * Math.cos((2 * Math.PI * hz * at) / rate);
      }
      return (2 * Math.hypot(sine, cosine)) / ((to - from) * rate);
    };
    for (const hz of [440, 480]) expect(level(hz, 0, 2)).toBeCloseTo(0.05, 3);
    expect(level(1_000, 0, 2)).toBeCloseTo(0, 3);
    expect(samples.subarray(2 * rate).every((sample) => sample === 0)).toBe(true);
  });

  it('sounds once for two calls, until neither rings', () => {
    const ringback = new Ringback();
    const [first, second] = [{}, {}];
    ringback.start(first);
    ringback.start(second);
    ringback.start(second);
    expect(sounding()).toBe(1);
    ringback.stop(first);
    expect(sounding()).toBe(1);
    ringback.stop(second);
    expect(sounding()).toBe(0);
  });

  it('is not stopped by a call that does not ring', () => {
    const ringback = new Ringback();
    ringback.start({});
    ringback.stop({});
    expect(sounding()).toBe(1);
  });

  it('sounds again for the next call', () => {
    const ringback = new Ringback();
    const call = {};
    ringback.start(call);
    ringback.stop(call);
    ringback.start(call);
    expect(sounding()).toBe(1);
  });

  it('is silent where there is no AudioContext', () => {
    vi.stubGlobal('AudioContext', undefined);
    const ringback = new Ringback();
    const call = {};
    expect(() => ringback.start(call)).not.toThrow();
    expect(() => ringback.stop(call)).not.toThrow();
  });

  it('is silent where no AudioContext can be had', () => {
    vi.stubGlobal('AudioContext', function refuse() {
      throw new DOMException('no hardware contexts are left', 'NotSupportedError');
    });
    const ringback = new Ringback();
    const call = {};
    expect(() => ringback.start(call)).not.toThrow();
    expect(() => ringback.stop(call)).not.toThrow();
  });
});
