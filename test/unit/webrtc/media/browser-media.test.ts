import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { BrowserMedia } from '../../../../src/webrtc/media/browser-media.js';
import { CallAudio } from '../../../../src/webrtc/media/call-audio.js';
import type { CandidateSink } from '../../../../src/webrtc/media/candidates.js';
import { isMicrophoneGranted, openMicrophone } from '../../../../src/webrtc/media/microphone.js';
import type { MediaConfiguration, RemoteCandidate } from '../../../../src/webrtc/media/negotiation.js';
import { resolvePlatform } from '../../../../src/webrtc/platform.js';
import { FakeMedia, HOST, REFLEXIVE, RELAY, remoteSdp } from '../../../support/fake-media.js';

let platform: FakeMedia;
let told: string[];
beforeEach(() => {
  vi.useFakeTimers();
  platform = new FakeMedia();
  told = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The audio of a call on the platform of these tests, without the repair of its path. */
function media(configuration: MediaConfiguration = { iceTransportPolicy: 'all' }, playRemoteAudio = false) {
  const resolved = resolvePlatform({ ...platform.platform, permissions: undefined });
  const audio = new CallAudio(
    {
      timers: systemTimers,
      ringback: undefined,
      keepTracks: false,
      newMedia: (_, events) =>
        new BrowserMedia(
          resolved,
          { configuration, playRemoteAudio },
          {
            ...events,
            onPath: (isUp) => void told.push(isUp ? 'up' : 'down'),
            onDigitsRefused: ({ code }) => void told.push(`digits ${code}`),
          },
        ),
      currentIceServers: () => [],
      iceServers: async () => [],
      proveConnection: async () => {},
      openMicrophone: () => openMicrophone(resolved),
      isMicrophoneGranted: () => isMicrophoneGranted(resolved),
    },
    [],
  );
  audio.belongTo({
    send: () => {},
    onMuted: () => {},
    emit: (event, ...[state]) => {
      told.push(state === 'lost' ? 'microphone lost' : state === 'recovered' ? 'microphone back' : event);
    },
    report: (cause) => void told.push(`no microphone: ${(cause as PhoneError).code}`),
    fail: (cause) => void told.push(`failed: ${cause}`),
  });
  const made = audio.media;
  return {
    audio,
    peerConnection: made.peerConnection,
    remoteStream: made.remoteStream,
    get isUp() {
      return made.isUp;
    },
    offer: () => audio.offer(),
    prepareAnswer: (sdp: string) => made.prepareAnswer(sdp),
    answer: () => audio.answer(),
    answerOffer: (sdp: string) => made.answerOffer(sdp),
    accept: (type: 'pranswer' | 'answer', sdp: string) => made.accept(type, sdp),
    restart: async (servers: RTCIceServer[], viaRelay: boolean) => {
      const offer = await made.restart(servers, viaRelay);
      made.offerSent();
      return offer;
    },
    addRemoteCandidate: (found: RemoteCandidate) => made.addRemoteCandidate(found),
    trickle: (sink: CandidateSink) => made.trickle(sink),
    setMuted: (muted: boolean) => audio.local.setMuted(muted),
    sendDigits: (digits: string, durationMs: number, gapMs: number) => audio.sendDigits(digits, durationMs, gapMs),
    play: () => audio.media.play(),
    close: () => audio.close(),
  };
}

async function settled<T>(promise: Promise<T>, withinMs = 300): Promise<T> {
  promise.catch(() => {});
  await pass(withinMs);
  return promise;
}

const candidate = { candidate: HOST, sdpMid: '0', sdpMLineIndex: 0 };

/** Media that has offered, and the other side's answer was taken. */
async function connected() {
  const made = media();
  await settled(made.offer());
  await settled(made.accept('answer', remoteSdp()));
  return made;
}

describe('the peer connection of a call', () => {
  it('is made with the configuration, at once', () => {
    const configuration: MediaConfiguration = { iceServers: [{ urls: 'stun:x' }], iceTransportPolicy: 'relay' };
    const made = media(configuration);
    expect(made.peerConnection).toBe(platform.connection);
    expect(platform.connection.configuration).toBe(configuration);
    expect(platform.asked).toEqual([]);
  });

  it('tells when its path comes up or goes down', () => {
    const made = media();
    for (const state of ['connecting', 'connected', 'disconnected', 'connected', 'failed', 'closed'] as const) {
      platform.connection.become(state);
      expect(made.isUp).toBe(state === 'connected');
    }
    expect(told).toEqual(['up', 'down', 'up', 'down']);
  });
});

describe('a restart', () => {
  it('offers anew over the servers that it is given', async () => {
    const made = await connected();
    const before = platform.connection.localDescription?.sdp;
    const offer = await settled(made.restart([{ urls: 'turn:fresh' }], false));
    expect(offer).toContain('m=audio');
    expect(offer).not.toBe(before);
    expect(platform.connection.configuration).toEqual({
      iceServers: [{ urls: 'turn:fresh' }],
      iceTransportPolicy: 'all',
    });
    expect(platform.connection.restarts).toBe(1);
  });

  it('has brought the path up only once it is answered, whatever the browser says before', async () => {
    const made = await connected();
    told.length = 0;
    platform.connection.become('disconnected');
    await settled(made.restart([], false));
    platform.connection.become('connected');
    expect([made.isUp, told]).toEqual([false, ['down']]);
    await settled(made.accept('answer', remoteSdp()));
    expect([made.isUp, told]).toEqual([true, ['down', 'up']]);
    await settled(made.restart([], false));
    await settled(made.accept('answer', remoteSdp()));
    platform.connection.become('disconnected');
    expect([made.isUp, told.at(-1)]).toEqual([false, 'down']);
  });

  it('goes through a relay when it is to', async () => {
    platform.gathering = [{ afterMs: 3, candidate: RELAY }];
    const made = await connected();
    expect(await settled(made.restart([], true))).toContain(RELAY);
    expect(platform.connection.configuration.iceTransportPolicy).toBe('relay');
  });

  it('hands each candidate on once, and none before its offer', async () => {
    const made = await connected();
    const trickled: (string | undefined)[] = [];
    const sink = (found: RTCIceCandidate | null) => trickled.push(found?.candidate);
    made.trickle(sink);
    trickled.length = 0;
    platform.gathering = [
      { afterMs: 2, candidate: HOST },
      { afterMs: 250, candidate: REFLEXIVE },
      { afterMs: 260, candidate: null },
    ];
    await settled(made.restart([], false), 200);
    expect(trickled).toEqual([]);
    made.trickle(sink);
    await pass(300);
    expect(trickled).toEqual([REFLEXIVE, undefined]);
  });
});

describe('an offer', () => {
  it('is for audio both ways, with the microphone and the candidates found in time', async () => {
    const offer = await settled(media().offer());
    expect(offer).toContain('m=audio');
    expect(offer).toContain(HOST);
    const [transceiver] = platform.connection.getTransceivers();
    expect(transceiver?.direction).toBe('sendrecv');
    expect(transceiver?.sender.track).toBe(platform.microphone);
    expect(platform.microphone).toMatchObject({ readyState: 'live', enabled: true });
  });

  it('waits 200 ms for more candidates once there is one, and no longer', async () => {
    platform.gathering = Array.from({ length: 30 }, (_, at) => ({ afterMs: at * 40, candidate: HOST }));
    const offered = vi.fn();
    void media().offer().then(offered);
    await pass(195);
    expect(offered).not.toHaveBeenCalled();
    await pass(15);
    expect(offered).toHaveBeenCalledTimes(1);
  });

  it('never goes out without a candidate: it waits for a page that was blocked, and rejects after 5 s', async () => {
    platform.gathering = [{ afterMs: 1_000, candidate: HOST }];
    await expect(settled(media().offer(), 1_100)).resolves.toContain(HOST);
    platform.gathering = [];
    await expect(settled(media().offer(), 5_100)).rejects.toMatchObject({ code: 'call_failed' });
    platform.gathering = [{ afterMs: 1, candidate: null }];
    await expect(settled(media().offer(), 5_100)).rejects.toMatchObject({ code: 'call_failed' });
  });

  it('looks for candidates while the user is asked for the microphone', async () => {
    platform.answer = 'later';
    const offered = vi.fn();
    void media().offer().then(offered);
    await pass(5_000);
    expect(offered).not.toHaveBeenCalled();
    platform.prompts[0]?.allow();
    await pass(2);
    expect(offered).toHaveBeenCalledTimes(1);
    expect(offered.mock.calls[0]?.[0]).toContain(HOST);
  });

  it('rejects when the microphone is refused', async () => {
    platform.answer = 'NotAllowedError';
    await expect(settled(media().offer())).rejects.toMatchObject({ code: 'mic_permission_denied' });
  });

  it('rejects without a relay when there must be one', async () => {
    const made = media({ iceTransportPolicy: 'relay' });
    await expect(settled(made.offer())).rejects.toMatchObject({ code: 'call_failed' });
  });

  it('has the relay when there must be one', async () => {
    platform.gathering = [{ afterMs: 3_000, candidate: RELAY }];
    const made = media({ iceTransportPolicy: 'relay' });
    await expect(settled(made.offer(), 3_100)).resolves.toContain(RELAY);
  });

  it.each(['createOffer', 'setLocalDescription', 'replaceTrack'] as const)(
    'rejects when %s does',
    async (operation) => {
      const fault = new DOMException('no', 'OperationError');
      platform.faults[operation] = fault;
      await expect(settled(media().offer())).rejects.toBe(fault);
    },
  );

  it('rejects, and stops the microphone, when the call is over before the user allows it', async () => {
    platform.answer = 'later';
    const made = media();
    const offer = made.offer();
    offer.catch(() => {});
    await pass(10);
    made.close();
    platform.prompts[0]?.allow();
    await pass(10);
    await expect(offer).rejects.toBeInstanceOf(PhoneError);
    expect(platform.open).toEqual({ connections: 0, microphones: 0 });
  });
});

describe('an answer', () => {
  it('is prepared without a microphone, and says nothing to the other side before it is given', async () => {
    const made = media();
    await settled(made.prepareAnswer(remoteSdp()));
    expect(platform.asked).toEqual([]);
    expect(platform.connection.descriptions).toMatchObject([{ side: 'remote', type: 'offer', sdp: remoteSdp() }]);
    expect(platform.connection.getTransceivers()[0]?.direction).toBe('sendrecv');
  });

  it('is given with the microphone and the candidates found in time', async () => {
    const made = media();
    await settled(made.prepareAnswer(remoteSdp()));
    const answer = await settled(made.answer());
    expect(answer).toContain('m=audio');
    expect(answer).toContain(HOST);
    expect(platform.connection.getSenders()[0]?.track).toBe(platform.microphone);
  });

  it('is given once the offer has come, when it is asked for before', async () => {
    const made = media();
    const answered = vi.fn();
    void made.answer().then(answered);
    await pass(1_000);
    expect(answered).not.toHaveBeenCalled();
    expect(platform.asked).toEqual([]);
    await settled(made.prepareAnswer(remoteSdp()));
    expect(answered).toHaveBeenCalledTimes(1);
  });

  it('can be asked for again when the microphone was refused', async () => {
    const made = media();
    await settled(made.prepareAnswer(remoteSdp()));
    platform.answer = 'NotFoundError';
    await expect(settled(made.answer())).rejects.toMatchObject({ code: 'audio_device_unavailable' });
    platform.answer = 'allow';
    await expect(settled(made.answer())).resolves.toContain('m=audio');
    expect(platform.open).toEqual({ connections: 1, microphones: 1 });
  });

  it('is refused when the offer cannot be parsed, to those who prepare and to those who ask', async () => {
    const made = media();
    const asked = made.answer();
    asked.catch(() => {});
    await expect(settled(made.prepareAnswer('hello'))).rejects.toMatchObject({ name: 'OperationError' });
    await expect(asked).rejects.toMatchObject({ name: 'OperationError' });
  });

  it('is refused when the offer has no audio', async () => {
    const made = media();
    await settled(made.prepareAnswer('v=0\r\n'));
    await expect(settled(made.answer())).rejects.toMatchObject({ code: 'call_failed' });
    expect(platform.asked).toEqual([]);
  });
});

describe('the other side’s answer', () => {
  it('is taken once', async () => {
    const made = await connected();
    await expect(settled(made.accept('answer', remoteSdp('again')))).resolves.toBeUndefined();
    expect(platform.connection.remoteDescription?.sdp).toBe(remoteSdp());
    expect(platform.connection.signalingState).toBe('stable');
  });

  it('is taken once, also when it comes twice in one packet', async () => {
    const made = media();
    await settled(made.offer());
    const both = Promise.all([made.accept('answer', remoteSdp()), made.accept('answer', remoteSdp())]);
    await expect(settled(both)).resolves.toBeDefined();
    expect(platform.connection.signalingState).toBe('stable');
  });

  it('is taken after a provisional one', async () => {
    const made = media();
    await settled(made.offer());
    await settled(made.accept('pranswer', remoteSdp('early')));
    expect(platform.connection.signalingState).toBe('have-remote-pranswer');
    await settled(made.accept('answer', remoteSdp()));
    expect(platform.connection.descriptions.filter(({ side }) => side === 'remote')).toEqual([
      { side: 'remote', type: 'pranswer', sdp: remoteSdp('early') },
      { side: 'remote', type: 'answer', sdp: remoteSdp() },
    ]);
  });

  it('is taken where a provisional one is not', async () => {
    platform.knowsPranswer = false;
    const made = media();
    await settled(made.offer());
    await expect(settled(made.accept('pranswer', remoteSdp('early')))).rejects.toMatchObject({
      name: 'NotSupportedError',
    });
    await settled(made.accept('answer', remoteSdp()));
    expect(platform.connection.signalingState).toBe('stable');
  });

  it('rejects when it cannot be parsed', async () => {
    const made = media();
    await settled(made.offer());
    await expect(settled(made.accept('answer', 'hello'))).rejects.toMatchObject({ name: 'OperationError' });
  });

  it('is ignored where nothing was offered', async () => {
    const made = media();
    await settled(made.prepareAnswer(remoteSdp()));
    await expect(settled(made.accept('answer', remoteSdp('odd')))).resolves.toBeUndefined();
    expect(platform.connection.remoteDescription?.sdp).toBe(remoteSdp());
  });
});

describe('the other side’s candidates', () => {
  it('wait for its answer, and are taken in order', async () => {
    const made = media();
    await settled(made.offer());
    made.addRemoteCandidate(candidate);
    made.addRemoteCandidate({ ...candidate, candidate: RELAY });
    await pass(10);
    expect(platform.connection.remoteCandidates).toEqual([]);
    await settled(made.accept('answer', remoteSdp()));
    expect(platform.connection.remoteCandidates.map((taken) => taken.candidate)).toEqual([HOST, RELAY]);
  });

  it('wait for its offer', async () => {
    const made = media();
    made.addRemoteCandidate(candidate);
    await settled(made.prepareAnswer(remoteSdp()));
    expect(platform.connection.remoteCandidates).toEqual([candidate]);
  });

  it('are taken at once after its description', async () => {
    const made = await connected();
    made.addRemoteCandidate(candidate);
    await pass(0);
    expect(platform.connection.remoteCandidates).toEqual([candidate]);
  });

  it('that cannot be used hurt nobody', async () => {
    const made = await connected();
    made.addRemoteCandidate({ candidate: HOST, sdpMid: null, sdpMLineIndex: null });
    made.addRemoteCandidate(candidate);
    await pass(0); // An unhandled rejection would fail the run.
    expect(platform.connection.remoteCandidates).toEqual([candidate]);
  });
});

describe('the other side’s audio', () => {
  it('is in the remote stream', async () => {
    const made = await connected();
    expect(made.remoteStream.getTracks()).toHaveLength(1);
    await expect(made.play()).resolves.toBeUndefined();
  });

  it.each([
    ['plays by itself', true, 1],
    ['does not play when it must not', false, 0],
  ])('%s', async (_, playRemoteAudio, plays) => {
    const play = vi.fn(async () => {});
    vi.stubGlobal(
      'Audio',
      class {
        play = play;
      },
    );
    const made = media({ iceTransportPolicy: 'all' }, playRemoteAudio);
    await settled(made.offer());
    await settled(made.accept('answer', remoteSdp()));
    expect(play).toHaveBeenCalledTimes(plays);
  });

  it.each([
    ['NotAllowedError', ['audioBlocked']],
    ['AbortError', []],
  ])('that the browser refuses to play with %s tells %j', async (name, expected) => {
    vi.stubGlobal(
      'Audio',
      class {
        play = () => Promise.reject(new DOMException('no', name));
      },
    );
    const made = media({ iceTransportPolicy: 'all' }, true);
    await settled(made.offer());
    await settled(made.accept('answer', remoteSdp()));
    expect(told.filter((line) => line !== 'up')).toEqual(expected);
    await expect(made.play()).rejects.toMatchObject({ name });
  });
});

describe('the microphone of a call', () => {
  it('is switched off and on while it is live', async () => {
    const made = await connected();
    made.setMuted(true);
    expect(platform.microphone).toMatchObject({ enabled: false, readyState: 'live' });
    made.setMuted(false);
    expect(platform.microphone.enabled).toBe(true);
  });

  it('comes switched off when it was muted before', async () => {
    const made = media();
    made.setMuted(true);
    await settled(made.offer());
    expect(platform.microphone).toMatchObject({ enabled: false, readyState: 'live' });
  });

  it('comes switched on when it was muted and unmuted before', async () => {
    const made = media();
    made.setMuted(true);
    made.setMuted(false);
    await settled(made.offer());
    expect(platform.microphone.enabled).toBe(true);
  });
});

describe('digits', () => {
  const dtmf = () => {
    const [sender] = platform.connection.getSenders();
    if (!sender) throw new Error('there is no sender');
    return sender.dtmf;
  };

  it('are given to the sender with their times', async () => {
    const made = await connected();
    made.sendDigits('12#', 100, 70);
    expect(dtmf().inserted).toEqual([{ tones: '12#', durationMs: 100, gapMs: 70 }]);
  });

  it('come after those that are still to be sent', async () => {
    const made = await connected();
    made.sendDigits('123', 100, 70);
    dtmf().play(1);
    made.sendDigits('45', 100, 70);
    expect(dtmf().toneBuffer).toBe('2345');
    dtmf().play(4);
    made.sendDigits('6', 100, 70);
    expect(dtmf().toneBuffer).toBe('6');
  });

  it('wait for the path of a call that was just answered', async () => {
    const made = media();
    await settled(made.offer());
    made.sendDigits('1', 100, 70);
    made.sendDigits('2', 100, 70);
    expect(dtmf().inserted).toEqual([]);
    await settled(made.accept('answer', remoteSdp()));
    expect(dtmf().toneBuffer).toBe('12');
  });

  it('wait, in order, for a sender that takes none yet though its path is up', async () => {
    const made = media();
    await settled(made.offer());
    const sender = platform.connection.getTransceivers()[0]?.sender.dtmf;
    if (!sender) throw new Error('no sender');
    let isReady = false;
    Object.defineProperty(sender, 'canInsertDTMF', { get: () => isReady });
    made.sendDigits('1', 100, 70);
    await settled(made.accept('answer', remoteSdp()));
    made.sendDigits('2', 100, 70);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sender.inserted).toEqual([]);
    isReady = true;
    made.sendDigits('3', 100, 70);
    await vi.advanceTimersByTimeAsync(100);
    expect(sender.inserted.map(({ tones }) => tones)).toEqual(['1', '12', '123']);
    expect(told).not.toContain('digits call_failed');
  });

  it('are refused at once, or once the path is up, where the other side takes none', async () => {
    platform.hasEvents = false;
    const made = media();
    await settled(made.offer());
    made.sendDigits('1', 100, 70);
    await settled(made.accept('answer', remoteSdp('remote', false)));
    expect(told).toEqual(['digits call_failed', 'up']);
    expect(() => made.sendDigits('1', 100, 70)).toThrow(expect.objectContaining({ code: 'call_failed' }));
  });

  it('cannot be sent after the end', async () => {
    const made = await connected();
    made.close();
    expect(() => made.sendDigits('1', 100, 70)).toThrow(expect.objectContaining({ code: 'call_failed' }));
  });
});

describe('a microphone that is unplugged', () => {
  const transceiver = () => platform.connection.getTransceivers()[0];

  it('is replaced by another one, muted as it was', async () => {
    const made = await connected();
    made.setMuted(true);
    const first = platform.microphone;
    first.unplug();
    await pass(10);
    expect(platform.microphone).not.toBe(first);
    expect([transceiver()?.sender.track, platform.microphone.enabled]).toEqual([platform.microphone, false]);
    expect(told).toEqual(['up', 'microphone lost', 'microphone back']);
    expect(platform.open.microphones).toBe(1);
  });

  it('is missed when there is no other', async () => {
    await connected();
    platform.answer = 'NotFoundError';
    platform.microphone.unplug();
    await pass(10);
    expect(told).toEqual(['up', 'microphone lost', 'no microphone: audio_device_unavailable']);
  });

  it('is not missed once the call is over', async () => {
    const made = await connected();
    const { microphone } = platform;
    made.close();
    microphone.unplug();
    await pass(10);
    expect(told).toEqual(['up']);
    expect(platform.microphones).toHaveLength(1);
  });
});

describe('closing', () => {
  it('lets go of microphone and connection, also twice', async () => {
    const made = await connected();
    made.close();
    expect(platform.open).toEqual({ connections: 0, microphones: 0 });
    expect(() => made.close()).not.toThrow();
  });

  it('stops what plays', async () => {
    const pause = vi.fn();
    vi.stubGlobal(
      'Audio',
      class {
        srcObject: unknown;
        pause = pause;
        async play() {}
      },
    );
    const made = media({ iceTransportPolicy: 'all' }, true);
    made.close();
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('trickles nothing more', async () => {
    const made = media();
    const trickled: unknown[] = [];
    platform.gathering = [
      { afterMs: 2, candidate: HOST },
      { afterMs: 500, candidate: HOST },
    ];
    await settled(made.offer(), 300);
    made.trickle((found) => trickled.push(found));
    made.close();
    await pass(1_000);
    expect(trickled).toEqual([]);
  });

  it('has nothing to trickle before anything was described', () => {
    expect(() => media().trickle(() => {})).not.toThrow();
  });
});
