import { systemTimers } from '../../src/core/timing.js';
import type { AudioEnvironment } from '../../src/webrtc/media/audio-ports.js';
import type { CallMedia, MediaEvents } from '../../src/webrtc/media/call-media.js';
import type { CandidateSink } from '../../src/webrtc/media/candidates.js';
import type { RemoteCandidate } from '../../src/webrtc/media/negotiation.js';
import { FakeTrack, remoteSdp } from './fake-media.js';

/** Media that does nothing and records what it was asked for, for tests of the call alone. */
export class SilentMedia implements CallMedia {
  /** The RTP sender of our audio. */
  readonly sender = {
    track: null as FakeTrack | null,
    replaceTrack: async (track: FakeTrack | null) => {
      this.sender.track = track;
    },
  };
  readonly peerConnection = { getSenders: () => [this.sender] } as unknown as RTCPeerConnection;
  readonly remoteStream = {} as MediaStream;
  /** The methods that were called, in order. */
  readonly asked: string[] = [];
  readonly remoteCandidates: RemoteCandidate[] = [];
  isClosed = false;
  isUp = true;
  isOffering = false;
  readonly prepared = Promise.resolve();
  /** Receives our candidates, as set by `trickle()`. */
  sink: CandidateSink = () => {};
  /** The results of the methods. Replace them to let a method fail or wait. */
  onAnswer: () => Promise<string> = async () => remoteSdp('answer');
  onOffer: () => Promise<string> = async () => remoteSdp('offer');
  onOffered: () => Promise<void> = async () => {};
  onAccept: (type: 'pranswer' | 'answer') => Promise<void> = async () => {};
  onPlay: () => Promise<void> = async () => {};
  onDigits: () => void = () => {};

  /** @param events The events that the call listens to. */
  constructor(readonly events: MediaEvents) {}

  offer(): Promise<string> {
    this.asked.push('offer');
    this.isOffering = true;
    return this.onOffer();
  }

  async restart(_servers: RTCIceServer[], viaRelay: boolean): Promise<string> {
    this.asked.push(viaRelay ? 'restart via relay' : 'restart');
    return remoteSdp('restart');
  }

  offerSent(): void {}

  prepareAnswer(): Promise<void> {
    this.asked.push('prepareAnswer');
    return this.onOffered();
  }

  answer(): Promise<string> {
    this.asked.push('answer');
    return this.onAnswer();
  }

  answerOffer(): Promise<string> {
    this.asked.push('answerOffer');
    return this.onAnswer();
  }

  isElsewhere(): boolean {
    return false;
  }

  accept(type: 'pranswer' | 'answer'): Promise<void> {
    this.asked.push(`accept ${type}`);
    this.isOffering = false;
    return this.onAccept(type);
  }

  addRemoteCandidate(candidate: RemoteCandidate): void {
    this.asked.push('addRemoteCandidate');
    this.remoteCandidates.push(candidate);
  }

  trickle(sink: CandidateSink): void {
    this.sink = sink;
  }

  sendDigits(digits: string, durationMs: number, gapMs: number): void {
    this.onDigits();
    this.asked.push(`digits ${digits} ${durationMs} ${gapMs}`);
  }

  play(): Promise<void> {
    return this.onPlay();
  }

  close(): void {
    this.isClosed = true;
  }
}

/** An environment for tests of the call alone. Its microphone opens at once, and its media has no sound. */
export class SilentEnvironment implements AudioEnvironment {
  readonly timers = systemTimers;
  readonly media: SilentMedia[] = [];
  /** Every microphone track that was opened. */
  readonly microphones: FakeTrack[] = [];
  /** The calls for which ringback plays. */
  readonly ringing = new Set<object>();
  readonly ringback = {
    start: (call: object) => this.ringing.add(call),
    stop: (call: object) => this.ringing.delete(call),
  } as unknown as NonNullable<AudioEnvironment['ringback']>;
  readonly keepTracks = false;
  /** Runs when the microphone is opened. Replace it to let that fail or wait. */
  onMicrophone: () => Promise<void> = async () => {};
  /** Whether the microphone was granted before. */
  isGranted = true;
  servers: RTCIceServer[] = [{ urls: ['stun:one', 'turn:two'] }];
  proveConnection = async (): Promise<void> => {};

  newMedia = (_: RTCIceServer[], events: MediaEvents): SilentMedia => {
    const media = new SilentMedia(events);
    this.media.push(media);
    return media;
  };

  currentIceServers(): RTCIceServer[] {
    return this.servers;
  }

  async iceServers(): Promise<RTCIceServer[]> {
    return this.servers;
  }

  async openMicrophone(): Promise<MediaStreamTrack> {
    await this.onMicrophone();
    const track = new FakeTrack();
    this.microphones.push(track);
    return track as unknown as MediaStreamTrack;
  }

  async isMicrophoneGranted(): Promise<boolean> {
    return this.isGranted;
  }
}
