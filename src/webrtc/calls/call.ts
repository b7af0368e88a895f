import type { HoldSide, RejectReason } from '../../../generated/v1/messages.js';
import type { Emitter } from '../../core/emitter.js';
import type { AudioEvents } from '../media/audio-ports.js';
import type { CallDirection, CallState, EndReason } from './call-phase.js';

export type { CallDirection, CallState, EndReason } from './call-phase.js';

export interface CallEvents extends AudioEvents {
  /** The service is processing the call. */
  trying: [];
  /** The other party is being alerted. */
  ringing: [];
  /** The call is connected. */
  answered: [];
  /** The call is on hold: by us or by the other side. */
  held: [by: HoldSide];
  /** No side holds the call any more. */
  resumed: [];
  /** The call is over: hangup, no-answer, busy, failed, transferred or rejected. */
  ended: [reason: EndReason];
}

/**
 * One phone call, from `phone.call()` or the `incoming` event. It ends exactly once, with `ended`; no event follows.
 */
export interface Call extends Pick<Emitter<CallEvents>, 'on' | 'once' | 'off'> {
  /** Names this phone's leg of the call. */
  readonly id: string;

  readonly direction: CallDirection;

  /** The caller's number (E.164), or extension; of an outbound call the `callerId` that was chosen, else empty. */
  readonly from: string;

  /** The caller's display name. */
  readonly fromName: string | null;

  /** The called number or extension. */
  readonly to: string;

  readonly state: CallState;

  /** Whether the microphone is muted, or the call has none. */
  readonly isMuted: boolean;

  /** Whether the call is on hold, by either side. */
  readonly isHeld: boolean;

  /** Whole seconds since the answer, hold included; 0 before it. Once the call has ended, what the service counted. */
  readonly duration: number;

  /** Whether this incoming call ended because another phone of the same user took it. */
  readonly answeredElsewhere: boolean;

  /**
   * The underlying connection, for statistics or media of your own. A track that you put on its sender obeys `mute()` and
   * `hold()`, and is stopped with the call unless the phone has the option `keepTracks`. The connection is replaced when
   * the service moves the call's media to another endpoint.
   */
  readonly peerConnection: RTCPeerConnection;

  /** What the other party says. It plays by itself unless `playRemoteAudio` is false. */
  readonly remoteStream: MediaStream;

  /**
   * Answers an incoming call: takes the microphone (a permission prompt may take 60 s), then `answered` comes. Calls that
   * are active are put on hold, unless the phone's `autoHold` is false. When the microphone cannot be had, or the service
   * refuses the answer, the phone's `error` event says so with this call's id, the call goes on ringing, and what was held
   * for it is resumed. A second `answer()` while the first is under way does nothing.
   * @throws PhoneError `invalid_message` unless the call is incoming and ringing, `transport_closed` without connection.
   */
  answer(): void;

  /**
   * Refuses an incoming call; the caller ends with `busy`, or with `rejected`. During a drop it is said once the phone is
   * back; after more than 5 s the caller ends with `rejected` whatever the reason. A second `reject()` does nothing.
   * @throws PhoneError `invalid_message` unless the call is incoming and ringing.
   */
  reject(reason?: RejectReason): void;

  /**
   * Hangs up. Microphone and audio stop at once; `ended` comes with the service's word, after 5 s at the latest. On a
   * call that has ended, or is being ended, it does nothing.
   */
  hangup(): void;

  /**
   * Puts the call on hold: the other party hears music, we hear nothing, and nothing of ours leaves the page from now on.
   * `held` with `local` follows. On a call that we hold already it changes nothing. A hold that the connection lost before
   * the service answered is said again once the phone is back.
   * @throws PhoneError `invalid_message` unless the call is active or held, `transport_closed` without connection.
   */
  hold(): void;

  /**
   * Takes our own hold back. `resumed` follows, or `held` with `remote` when the other party still holds. Another call that
   * is active is put on hold, unless the phone's `autoHold` is false. On a call that is not held it does nothing.
   * @throws PhoneError `invalid_message` unless the call is active or held, `transport_closed` without connection.
   */
  resume(): void;

  /**
   * Hands the other party to a destination (blind transfer). The call ends `transferred` once that is alerted; when it
   * cannot be, the phone's `error` event says so with this call's id, and the call stays as it was.
   * @throws PhoneError `invalid_message` for another state or what is no number, `transport_closed` without connection.
   */
  transfer(destination: string): void;

  /**
   * Holds this call and calls the target of a transfer, to consult it first. Gives the consultation call; from there,
   * `completeTransfer()` connects the other two, `hangup()` on it and `resume()` here abandon the transfer.
   * Rejects as `phone.call()` does, and with `invalid_message` unless this call is active or held and has no consultation
   * yet; this call then stays as it was, unless the connection went before the reply: then it may come back held. At
   * most 86 s, as `phone.call()`.
   */
  attendedTransfer(destination: string): Promise<Call>;

  /**
   * Connects the other parties of an attended transfer, on either of its two calls. Both end `transferred`.
   * @throws PhoneError `invalid_message` unless both are answered, `transport_closed` without connection.
   */
  completeTransfer(): void;

  /** Switches the microphone off; the call goes on. @throws PhoneError `invalid_message` when the call has ended. */
  mute(): void;

  /**
   * Switches the microphone on again. A call without a microphone asks for one first (at most 60 s); `isMuted` stays true
   * until it is there, and when it cannot be had, the phone's `error` event says so with this call's id. A `mute()`
   * meanwhile takes the wish back.
   * @throws PhoneError `invalid_message` when the call has ended.
   */
  unmute(): void;

  /**
   * Sends digits inline with the audio (RFC 4733): `0-9 * # A-D`, and `,` for a pause of two seconds. Digits that are
   * still being sent come first; those of the moment of the answer wait until the audio is up.
   * @param durationMs how long each digit sounds, 40 to 6000 ms
   * @param gapMs the silence between two, 30 to 6000 ms
   * @throws PhoneError `invalid_message` for other digits, times or states, `call_failed` when the other side takes none.
   */
  sendDtmf(digits: string, durationMs?: number, gapMs?: number): void;

  /** Plays the other party after `audioBlocked`; call it from a click. Rejects as the browser's `play()` does. At most 2 s. */
  playAudio(): Promise<void>;
}
