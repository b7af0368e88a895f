import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../../src/core/timing.js';
import { Speaker } from '../../../../src/webrtc/media/speaker.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const stream = { id: 'stream' } as unknown as MediaStream;

/** Stands in for `Audio`; gives the elements that were made. */
function fakeAudio(play: () => Promise<void> = async () => {}) {
  const made: { srcObject: unknown; isPlaying: boolean }[] = [];
  class FakeAudio {
    srcObject: unknown = null;
    isPlaying = false;

    constructor() {
      made.push(this);
    }

    async play(): Promise<void> {
      await play();
      this.isPlaying = true;
    }

    pause(): void {
      this.isPlaying = false;
    }
  }
  vi.stubGlobal('Audio', FakeAudio);
  return made;
}

describe('the speaker', () => {
  it('plays its stream in an audio element', async () => {
    const made = fakeAudio();
    await new Speaker(stream, systemTimers).play();
    expect(made).toMatchObject([{ srcObject: stream, isPlaying: true }]);
  });

  it('lets go of the stream when it is closed', async () => {
    const made = fakeAudio();
    const speaker = new Speaker(stream, systemTimers);
    await speaker.play();
    speaker.close();
    expect(made).toMatchObject([{ srcObject: null, isPlaying: false }]);
  });

  it('rejects as the browser does', async () => {
    const refusal = new DOMException('a click first', 'NotAllowedError');
    fakeAudio(() => Promise.reject(refusal));
    await expect(new Speaker(stream, systemTimers).play()).rejects.toBe(refusal);
  });

  it('settles within 2 s while there is nothing to hear yet', async () => {
    vi.useFakeTimers();
    fakeAudio(() => new Promise(() => {}));
    const settled = vi.fn();
    void new Speaker(stream, systemTimers).play().then(settled);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(settled).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('is silent where there is no audio element', async () => {
    vi.stubGlobal('Audio', undefined);
    const speaker = new Speaker(stream, systemTimers);
    await expect(speaker.play()).resolves.toBeUndefined();
    expect(() => speaker.close()).not.toThrow();
  });
});
