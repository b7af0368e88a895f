import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { openMicrophone } from '../../../../src/webrtc/media/microphone.js';
import { type Platform, resolvePlatform } from '../../../../src/webrtc/platform.js';
import { FakeMedia, FakeStream, FakeTrack } from '../../../support/fake-media.js';

let media: FakeMedia;
beforeEach(() => {
  vi.useFakeTimers();
  media = new FakeMedia();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (platform: Partial<Platform> = media.platform) => openMicrophone(resolvePlatform(platform));

async function refusal(work: Promise<unknown>): Promise<PhoneError> {
  const error: unknown = await work.then(() => undefined).catch((cause: unknown) => cause);
  if (error instanceof PhoneError) return error;
  throw new Error(`no PhoneError but ${String(error)}`);
}

describe('the microphone', () => {
  it('is asked for once, as audio only, and gives its live track', async () => {
    const opening = open();
    await vi.advanceTimersByTimeAsync(1);
    expect(await opening).toBe(media.microphone);
    expect(media.microphone.readyState).toBe('live');
    expect(media.asked).toEqual([{ audio: true }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['NotAllowedError', 'mic_permission_denied'],
    ['SecurityError', 'mic_permission_denied'],
    ['NotFoundError', 'audio_device_unavailable'],
    ['OverconstrainedError', 'audio_device_unavailable'],
    ['NotReadableError', 'audio_device_in_use'],
    ['AbortError', 'audio_device_in_use'],
    ['InvalidStateError', 'webrtc_unsupported'],
    ['constructor', 'webrtc_unsupported'],
  ])('that is refused with %s is %s', async (name, code) => {
    media.answer = name;
    const error = await refusal(open());
    expect(error).toMatchObject({ code, fatal: false, callId: undefined });
    expect(error.cause).toMatchObject({ name });
    expect(error.message).toMatch(/\.$/);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, unknown]>([
    ['a TypeError', new TypeError('no constraints')],
    ['null', null],
    ['a string', 'no'],
  ])('that is refused with %s is webrtc_unsupported', async (_, reason) => {
    const getUserMedia = () => Promise.reject(reason);
    expect(await refusal(open({ ...media.platform, getUserMedia }))).toMatchObject({ code: 'webrtc_unsupported' });
  });

  it('whose question is left open for 60 s is refused, not before', async () => {
    media.answer = 'later';
    const settled = vi.fn();
    const error = refusal(open());
    void error.then(settled);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toMatchObject({ code: 'mic_permission_denied', message: expect.stringContaining('60 s') });
  });

  it('that is allowed after that is stopped at once', async () => {
    media.answer = 'later';
    const error = refusal(open());
    await vi.advanceTimersByTimeAsync(60_000);
    await error;
    media.prompts[0]?.allow();
    await vi.advanceTimersByTimeAsync(0);
    expect(media.microphone.readyState).toBe('ended');
  });

  it('that is refused after that says nothing more', async () => {
    media.answer = 'later';
    const error = refusal(open());
    await vi.advanceTimersByTimeAsync(60_000);
    media.prompts[0]?.refuse('NotAllowedError');
    await vi.advanceTimersByTimeAsync(0);
    expect((await error).message).toContain('60 s');
  });

  it('that gives no audio track is not there, and what it gave is stopped', async () => {
    const camera = new FakeTrack();
    const stream = Object.assign(new FakeStream([camera]), { getAudioTracks: () => [] });
    const getUserMedia = async () => stream as unknown as MediaStream;
    expect(await refusal(open({ ...media.platform, getUserMedia }))).toMatchObject({
      code: 'audio_device_unavailable',
    });
    expect(camera.readyState).toBe('ended');
  });

  it('is webrtc_unsupported where there is none', async () => {
    const { getUserMedia: _, ...platform } = media.platform;
    vi.stubGlobal('navigator', {});
    expect(await refusal(open(platform))).toMatchObject({ code: 'webrtc_unsupported' });
  });
});
