import type { PhoneError } from '../../core/phone-error.js';
import type { CandidateSink } from './candidates.js';

export interface RemoteCandidate {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
}

/** One peer connection of a call: descriptions, candidates, digits and the other side's sound. Knows no microphone. */
export interface CallMedia {
  readonly peerConnection: RTCPeerConnection;
  readonly remoteStream: MediaStream;
  /** Whether audio can flow, as far as the browser knows. */
  readonly isUp: boolean;
  /** Whether an offer of ours has no final answer yet. */
  readonly isOffering: boolean;
  setEvents(events: MediaEvents): void;
  /** Our first offer, with candidates; said again while it is not answered. The sender is there at once. At most 5 s. */
  offer(): Promise<string>;
  /** An offer with new ICE credentials over these servers (`viaRelay`: over TURN alone). At most 5 s. */
  restart(iceServers: RTCIceServer[], viaRelay: boolean): Promise<string>;
  /** The offer that was asked for last went out. */
  offerSent(): void;
  /** Takes the other side's offer, of a call that rings here. */
  prepareAnswer(offer: string): Promise<void>;
  /** Resolves once that offer has been taken: the sender is there. Rejects when it cannot be, or the call ends before. */
  readonly prepared: Promise<void>;
  /** Our answer to it. At most 5 s. */
  answer(): Promise<string>;
  /** Our answer to a new offer of a call that is up. At most 5 s. */
  answerOffer(offer: string): Promise<string>;
  /** Whether an offer comes from another endpoint of the service, which takes a peer connection of its own. */
  isElsewhere(offer: string): boolean;
  /** Takes the other side's answer; a provisional one is early media. */
  accept(type: 'pranswer' | 'answer', sdp: string): Promise<void>;
  addRemoteCandidate(candidate: RemoteCandidate): void;
  /** Where our candidates go that are not inside the description. */
  trickle(sink: CandidateSink): void;
  /** Sends digits (RFC 4733) once they can be heard. @throws PhoneError when the other side takes none. */
  sendDigits(digits: string, durationMs: number, gapMs: number): void;
  /** Plays the other side, from a click where the browser asks for one. At most 2 s. */
  play(): Promise<void>;
  /** Lets go of loudspeaker and network. What is under way rejects. */
  close(): void;
}

export interface MediaEvents {
  /** The media path came up, or went down: an ICE restart may bring it back. */
  onPath(isUp: boolean): void;
  /** There is something to play. */
  onTrack(): void;
  /** Digits that waited cannot be sent. */
  onDigitsRefused(error: PhoneError): void;
}

export type MediaFactory = (iceServers: RTCIceServer[]) => CallMedia;
