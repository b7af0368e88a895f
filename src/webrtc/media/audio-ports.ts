import type { ClientMessage } from '../../../generated/v1/messages.js';
import type { MediaFactory } from './call-media.js';
import type { MicrophoneSource, MicrophoneState } from './local-audio.js';
import type { Ringback } from './ringback.js';
import type { SilentSide } from './silence-watch.js';

/** What the audio of every call of a phone has in common. */
export interface AudioEnvironment extends MicrophoneSource {
  readonly ringback: Ringback | undefined;
  readonly newMedia: MediaFactory;
  /** ICE servers that have not expired, for a call that cannot wait. */
  currentIceServers(): RTCIceServer[];
  /** ICE servers that have not expired. */
  iceServers(): Promise<RTCIceServer[]>;
  /** Rejects with `transport_closed` when the signalling is dead: what took the path may have taken that too. */
  proveConnection(): Promise<void>;
}

type AudioMessageType = 'sdp.offer' | 'sdp.answer' | 'ice.candidate' | 'ice.done';
type WithoutCall<M> = M extends unknown ? Omit<M, 'call_id'> : never;
export type AudioMessage = WithoutCall<Extract<ClientMessage, { type: AudioMessageType }>>;

/** What a call tells of its audio. */
export interface AudioEvents {
  /** The browser refuses to play without a gesture: call `playAudio()` from a click. */
  audioBlocked: [];
  /**
   * The microphone was unplugged or revoked (`lost`), and another one took its place (`recovered`), muted as it was. When
   * none could, the phone's `error` event says so, and the call is muted: `unmute()` then asks for one.
   */
  microphone: [state: MicrophoneState];
  /**
   * Nothing has come from the other party (`remote`), or from a microphone that is not muted (`local`), for 5 to 10 s,
   * although the call is active. Once a silence.
   */
  silence: [side: SilentSide];
}

/** What a call's audio needs of its call. */
export interface AudioOwner {
  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  send(message: AudioMessage): void;
  emit<K extends keyof AudioEvents>(event: K, ...args: AudioEvents[K]): void;
  /** `isMuted` changed. */
  onMuted(): void;
  /** Something went wrong, and the call goes on. */
  report(cause: unknown): void;
  /** The audio cannot be had, or is lost: the other side must not wait in silence. */
  fail(cause: unknown): void;
}

const nothing = () => {};
/** Whoever is told of the audio of a call that is being placed, or is over. */
export const NOBODY: AudioOwner = { send: nothing, emit: nothing, onMuted: nothing, report: nothing, fail: nothing };
