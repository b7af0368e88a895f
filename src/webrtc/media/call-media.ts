import type { PhoneError } from '../../core/phone-error.js';
import type { CandidateSink } from './candidates.js';

export interface RemoteCandidate {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
}

/** The media of one call: what the call needs of a peer connection, a microphone and a loudspeaker. */
export interface CallMedia {
  readonly peerConnection: RTCPeerConnection;
  readonly remoteStream: MediaStream;
  /** Who is told of this media's faults. */
  listen(events: MediaEvents): void;
  /** Our offer, with a usable set of candidates, and with the microphone unless that is to come later. At most 66 s. */
  offer(withMicrophone?: boolean): Promise<string>;
  /** Takes the other side's offer, without a microphone. */
  prepareAnswer(offer: string): Promise<void>;
  /** Takes the microphone and gives our answer. At most 66 s. */
  answer(): Promise<string>;
  /** An offer with new ICE credentials, over these servers (`viaRelay`: over TURN alone). At most 5 s. */
  restart(iceServers: RTCIceServer[], viaRelay: boolean): Promise<string>;
  /** Whether audio can flow, as far as the browser knows. */
  readonly isUp: boolean;
  /** Takes the microphone after an offer without it. At most 60 s. */
  takeMicrophone(): Promise<void>;
  /** The same, if it was granted before, so that nobody is asked; whether it is there. Never rejects. */
  takeGrantedMicrophone(): Promise<boolean>;
  /** Lets go of the microphone alone: an answer that failed must not leave it on. */
  releaseMicrophone(): void;
  /** Takes the other side's answer; a provisional one is early media. */
  accept(type: 'pranswer' | 'answer', sdp: string): Promise<void>;
  addRemoteCandidate(candidate: RemoteCandidate): void;
  /** Where our candidates go that are not inside the description. */
  trickle(sink: CandidateSink): void;
  setMuted(muted: boolean): void;
  /** Queues digits (RFC 4733). @throws PhoneError when the call cannot send them. */
  sendDigits(digits: string, durationMs: number, gapMs: number): void;
  /** Plays the other side, from a click where the browser asks for one. */
  play(): Promise<void>;
  /** Lets go of microphone, loudspeaker and network. What is under way rejects. */
  close(): void;
}

export interface MediaEvents {
  /** The media path came up, or went down: an ICE restart may bring it back. */
  onPath(isUp: boolean): void;
  /** The microphone was unplugged or revoked. */
  onMicrophoneLost(): void;
  /** Another one took its place, or none could, and why. */
  onMicrophoneReplaced(error?: unknown): void;
  /** Digits that waited for the path cannot be sent. */
  onDigitsRefused(error: PhoneError): void;
  /** The browser refuses to play without a gesture of the user. */
  onAudioBlocked(): void;
}

export type MediaFactory = (iceServers: RTCIceServer[]) => CallMedia;
