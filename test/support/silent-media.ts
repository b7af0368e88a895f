import type { CallMedia, MediaEvents, RemoteCandidate } from '../../src/webrtc/media/call-media.js';
import type { CandidateSink } from '../../src/webrtc/media/candidates.js';
import { remoteSdp } from './fake-media.js';

/** The media of a call, where a test is about the call alone: does nothing at once, and says what it was asked for. */
export class SilentMedia implements CallMedia {
  readonly peerConnection = {} as RTCPeerConnection;
  readonly remoteStream = {} as MediaStream;
  /** What was asked for, in order. */
  readonly asked: string[] = [];
  readonly remoteCandidates: RemoteCandidate[] = [];
  isClosed = false;
  /** Where our candidates go, once the call said so. */
  sink: CandidateSink = () => {};
  /** What these give; replace them to let them fail or wait. */
  onAnswer: () => Promise<string> = async () => remoteSdp('answer');
  onOffered: () => Promise<void> = async () => {};
  onAccept: (type: 'pranswer' | 'answer') => Promise<void> = async () => {};
  onPlay: () => Promise<void> = async () => {};
  onMicrophone: () => Promise<void> = async () => {};
  /** Whether the microphone was granted before. */
  isGranted = true;
  onDigits: () => void = () => {};

  /** The call that listens for faults. */
  events: MediaEvents | undefined;

  listen(events: MediaEvents): void {
    this.events = events;
  }

  offer(withMicrophone = true): Promise<string> {
    this.asked.push(withMicrophone ? 'offer' : 'offer without microphone');
    return Promise.resolve(remoteSdp('offer'));
  }

  isUp = true;

  async restart(_servers: RTCIceServer[], viaRelay: boolean): Promise<string> {
    this.asked.push(viaRelay ? 'restart via relay' : 'restart');
    return remoteSdp('restart');
  }

  takeMicrophone(): Promise<void> {
    this.asked.push('takeMicrophone');
    return this.onMicrophone();
  }

  async takeGrantedMicrophone(): Promise<boolean> {
    return this.isGranted;
  }

  prepareAnswer(): Promise<void> {
    this.asked.push('prepareAnswer');
    return this.onOffered();
  }

  answer(): Promise<string> {
    this.asked.push('answer');
    return this.onAnswer();
  }

  accept(type: 'pranswer' | 'answer'): Promise<void> {
    this.asked.push(`accept ${type}`);
    return this.onAccept(type);
  }

  addRemoteCandidate(candidate: RemoteCandidate): void {
    this.asked.push('addRemoteCandidate');
    this.remoteCandidates.push(candidate);
  }

  trickle(sink: CandidateSink): void {
    this.sink = sink;
  }

  setMuted(muted: boolean): void {
    this.asked.push(muted ? 'mute' : 'unmute');
  }

  sendDigits(digits: string, durationMs: number, gapMs: number): void {
    this.onDigits();
    this.asked.push(`digits ${digits} ${durationMs} ${gapMs}`);
  }

  play(): Promise<void> {
    return this.onPlay();
  }

  releaseMicrophone(): void {
    this.asked.push('releaseMicrophone');
  }

  close(): void {
    this.isClosed = true;
  }
}
