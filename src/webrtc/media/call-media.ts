import type { PhoneError } from '../../core/phone-error.js';
import type { Negotiation } from './negotiation.js';

/** One peer connection of a call: descriptions, candidates, digits and the other side's sound. Knows no microphone. */
export interface CallMedia extends Pick<Negotiation, keyof Negotiation> {
  readonly peerConnection: RTCPeerConnection;
  readonly remoteStream: MediaStream;
  /** Whether audio can flow, as far as the browser knows. */
  readonly isUp: boolean;
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

/** No event comes before it has given the media. */
export type MediaFactory = (iceServers: RTCIceServer[], events: MediaEvents) => CallMedia;
