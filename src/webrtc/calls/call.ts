import type {
  CallEnded,
  CallHangup,
  CallReject,
  CallRestored,
  ClientMessage,
  HoldSide,
  RejectReason,
} from '../../../generated/v1/messages.js';
import { Emitter } from '../../core/emitter.js';
import { PhoneError } from '../../core/phone-error.js';
import { Stopwatch } from '../../core/stopwatch.js';
import type { Timers } from '../../core/timing.js';
import { CallAudio, type MicrophoneState } from '../media/call-audio.js';
import type { CallMedia } from '../media/call-media.js';
import { mediaError } from '../media/media-error.js';
import type { Ringback } from '../media/ringback.js';
import type { SilentSide } from '../media/silence-watch.js';
import { type CallMessage, type CallState, nextState } from './call-state.js';
import { normalizeDestination } from './destination.js';

export type { CallState } from './call-state.js';
export type CallDirection = 'inbound' | 'outbound';
export type EndReason = CallEnded['reason'];

export interface CallEvents {
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
  /** The browser refuses to play without a gesture: call `playAudio()` from a click. */
  audioBlocked: [];
  /**
   * The microphone was unplugged or revoked (`lost`), and another one took its place (`recovered`), muted as it was. When
   * none could, the phone's `error` event says so; `unmute()` then asks for one.
   */
  microphone: [state: MicrophoneState];
  /**
   * Nothing has come from the other party (`remote`), or from a microphone that is not muted (`local`), for 5 to 10 s,
   * although the call is active. Once a silence.
   */
  silence: [side: SilentSide];
}

export interface CallParties {
  readonly direction: CallDirection;
  readonly from: string;
  readonly fromName: string | null;
  readonly to: string;
}

/** What a call needs of its phone. */
export interface CallPort {
  readonly timers: Timers;
  readonly ringback: Ringback | undefined;
  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  send(message: ClientMessage): void;
  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  demandConnection(): void;
  /** Something failed that no caller is waiting for. */
  report(error: PhoneError): void;
  /** The user answers this call: the one that is active waits meanwhile. */
  onAnswer(call: Call): void;
  onEnded(call: Call): void;
  /** Rejects with `transport_closed` when the signalling gives no sign of life. At most 2 s. */
  proveConnection(): Promise<void>;
  consult(call: Call, destination: string): Promise<Call>;
  newMedia(): CallMedia;
  /** ICE servers that have not expired. */
  iceServers(): Promise<RTCIceServer[]>;
}

/** A call, and the consultation about it. */
interface Transfer {
  readonly first: Call;
  readonly consultation: Call;
}

/** How long `ended` may wait for the service after `hangup()`. */
const HANGUP_WITHIN_MS = 5_000;

type Farewell = CallHangup | CallReject;
/** How a call ends that we left, when the service does not say. */
const FAREWELLS: Readonly<Record<Farewell['type'], EndReason>> = { 'call.hangup': 'hangup', 'call.reject': 'rejected' };

/** A moment that is none, or to come, is now. */
const secondsBetween = (moment: string, now: number) => Math.max(0, (now - Date.parse(moment)) / 1000 || 0);

const DIGITS = /^[\d*#A-D,]+$/i;

/**
 * One phone call, from `phone.call()` or the `incoming` event. It ends exactly once, with `ended`; no event follows.
 */
export class Call extends Emitter<CallEvents> {
  /** Names this phone's leg of the call. */
  readonly id: string;
  readonly direction: CallDirection;
  /** The caller's number (E.164), or extension; of an outbound call the `callerId` that was chosen, else empty. */
  readonly from: string;
  /** The caller's display name. */
  readonly fromName: string | null;
  /** The called number or extension. */
  readonly to: string;
  readonly #port: CallPort;
  readonly #clock: Stopwatch;
  readonly #audio: CallAudio;
  #state: CallState;
  /** What the user asked for that is still under way. */
  #intent: 'none' | 'answering' | 'leaving' = 'none';
  #heldBy: HoldSide | undefined;
  #transfer: Transfer | undefined;
  #consulting = false;
  #elsewhere = false;
  #patience: unknown;
  /** What the service may not have heard before a drop, and is told when the call is restored. */
  #farewell: Farewell | undefined;
  /** What the user asked for last that the service has not answered. */
  #asked: ClientMessage | undefined;

  /** @internal */
  constructor(id: string, parties: CallParties, media: CallMedia, port: CallPort) {
    super();
    this.id = id;
    this.direction = parties.direction;
    this.from = parties.from;
    this.fromName = parties.fromName;
    this.to = parties.to;
    this.#port = port;
    this.#clock = new Stopwatch(port.timers);
    this.#state = parties.direction === 'outbound' ? 'trying' : 'ringing';
    this.#audio = new CallAudio(id, media, {
      ...port,
      sendOffer: (sdp) => this.#sendOffer(sdp),
      isOver: () => this.isOver,
      isRingingHere: () => this.#isRingingHere(),
      onFailed: (error) => this.#fail(error),
      isTalking: () => this.#state === 'active',
      onSilence: (side) => this.emit('silence', side),
      onMicrophone: (state) => this.emit('microphone', state),
      onBlocked: () => this.#state !== 'ended' && this.emit('audioBlocked'),
    });
  }

  get state(): CallState {
    return this.#state;
  }

  /** Whether the microphone is muted. */
  get isMuted(): boolean {
    return this.#audio.isMuted;
  }

  /** Whether the call is on hold, by either side. */
  get isHeld(): boolean {
    return this.#state === 'held';
  }

  /** Whole seconds since the answer, hold included; 0 before it. Once the call has ended, what the service counted. */
  get duration(): number {
    return this.#clock.seconds;
  }

  /** Whether this incoming call ended because another phone of the same user took it. */
  get answeredElsewhere(): boolean {
    return this.#elsewhere;
  }

  /** The underlying connection, for statistics or media of your own. */
  get peerConnection(): RTCPeerConnection {
    return this.#audio.media.peerConnection;
  }

  /** What the other party says. It plays by itself unless `playRemoteAudio` is false. */
  get remoteStream(): MediaStream {
    return this.#audio.media.remoteStream;
  }

  /**
   * Answers an incoming call: takes the microphone (a permission prompt may take 60 s), then `answered` comes. When the
   * microphone cannot be had, the phone's `error` event says so with this call's id and the call goes on ringing.
   * A second `answer()` while the first is under way does nothing.
   * @throws PhoneError `invalid_message` unless the call is incoming and ringing, `transport_closed` without connection.
   */
  answer(): void {
    this.#demand(this.#isRingingHere() && this.#intent !== 'leaving', 'answer');
    if (this.#intent === 'answering') return;
    this.#port.demandConnection();
    this.#intent = 'answering';
    void this.#answer();
  }

  /**
   * Refuses an incoming call; the caller ends with `busy`, or with `rejected`. During a drop it is said once the phone is
   * back; after more than 5 s the caller ends with `rejected` whatever the reason. A second `reject()` does nothing.
   * @throws PhoneError `invalid_message` unless the call is incoming and ringing.
   */
  reject(reason: RejectReason = 'decline'): void {
    this.#demand(this.#isRingingHere(), 'reject');
    if (reason !== 'busy' && reason !== 'decline') throw this.#error('A call is rejected with busy or decline.');
    this.#leave({ type: 'call.reject', call_id: this.id, reason });
  }

  /**
   * Hangs up. Microphone and audio stop at once; `ended` comes with the service's word, after 5 s at the latest. On a
   * call that has ended, or is being ended, it does nothing.
   */
  hangup(): void {
    if (this.#state !== 'ended') this.#leave({ type: 'call.hangup', call_id: this.id });
  }

  /**
   * Puts the call on hold: the other party hears music, we hear nothing. `held` with `local` follows. On a call that we
   * hold already it changes nothing.
   * @throws PhoneError `invalid_message` unless the call is active or held, `transport_closed` without connection.
   */
  hold(): void {
    this.#demand(this.isUp, 'hold');
    this.#ask({ type: 'call.hold', call_id: this.id });
  }

  /**
   * Takes our own hold back. `resumed` follows, or `held` with `remote` when the other party still holds. On a call that
   * is not held it does nothing.
   * @throws PhoneError `invalid_message` unless the call is active or held, `transport_closed` without connection.
   */
  resume(): void {
    this.#demand(this.isUp, 'resume');
    if (this.isHeld || this.#asked?.type === 'call.hold') this.#ask({ type: 'call.resume', call_id: this.id });
  }

  /**
   * Hands the other party to a destination (blind transfer). The call ends `transferred` once that is alerted; when it
   * cannot be, the phone's `error` event says so with this call's id, and the call stays as it was.
   * @throws PhoneError `invalid_message` for another state or what is no number, `transport_closed` without connection.
   */
  transfer(destination: string): void {
    this.#demand(this.isUp, 'transfer');
    this.#ask({ type: 'call.transfer', call_id: this.id, destination: normalizeDestination(destination) });
  }

  /**
   * Holds this call and calls the target of a transfer, to consult it first. Gives the consultation call; from there,
   * `completeTransfer()` connects the other two, `hangup()` on it and `resume()` here abandon the transfer.
   * Rejects as `phone.call()` does, and with `invalid_message` unless this call is active or held and has no consultation
   * yet; this call then stays as it was, unless the connection went before the reply: then it may come back held. At
   * most 86 s, as `phone.call()`.
   */
  async attendedTransfer(destination: string): Promise<Call> {
    this.#demand(this.isUp, 'consult about');
    if (this.#transfer || this.#consulting) {
      throw this.#error('This call has its consultation: complete the transfer, or hang the consultation up.');
    }
    const to = normalizeDestination(destination);
    this.#consulting = true;
    const consultation = await this.#port.consult(this, to).finally(() => {
      this.#consulting = false;
    });
    if (this.#state !== 'ended' && consultation.state !== 'ended') {
      this.#transfer = consultation.#transfer = { first: this, consultation };
    }
    return consultation;
  }

  /**
   * Connects the other parties of an attended transfer, on either of its two calls. Both end `transferred`.
   * @throws PhoneError `invalid_message` unless both are answered, `transport_closed` without connection.
   */
  completeTransfer(): void {
    const transfer = this.#transfer;
    if (!transfer?.first.isUp || !transfer.consultation.isUp) {
      throw this.#error('A transfer is completed after attendedTransfer(), once both its calls are answered.');
    }
    transfer.first.#ask({ type: 'call.transfer.attended', call_id: transfer.first.id, step: 'complete' });
  }

  /** Switches the microphone off; the call goes on. @throws PhoneError `invalid_message` when the call has ended. */
  mute(): void {
    this.#setMuted(true);
  }

  /**
   * Switches the microphone on again. A call that was restored listening only asks for the microphone first (at most
   * 60 s); when it cannot be had, the phone's `error` event says so with this call's id, and the call stays muted.
   * @throws PhoneError `invalid_message` when the call has ended.
   */
  unmute(): void {
    this.#setMuted(false);
  }

  /**
   * Sends digits inline with the audio (RFC 4733): `0-9 * # A-D`, and `,` for a pause of two seconds. Digits that are
   * still being sent come first; those of the moment of the answer wait until the audio is up.
   * @param durationMs how long each digit sounds, 40 to 6000 ms
   * @param gapMs the silence between two, 30 to 6000 ms
   * @throws PhoneError `invalid_message` for other digits, times or states, `call_failed` when the other side takes none.
   */
  sendDtmf(digits: string, durationMs = 100, gapMs = 70): void {
    this.#demand(this.isUp, 'send digits on');
    const inRange = (ms: number, least: number) => ms >= least && ms <= 6000;
    if (typeof digits !== 'string' || !DIGITS.test(digits) || !inRange(durationMs, 40) || !inRange(gapMs, 30)) {
      throw this.#error('Digits are 0-9 * # A-D and , for 40 to 6000 ms each, with gaps of 30 to 6000 ms.');
    }
    this.#audio.media.sendDigits(digits.toUpperCase(), durationMs, gapMs);
  }

  /** Plays the other party after `audioBlocked`; call it from a click. Rejects as the browser's `play()` does. */
  playAudio(): Promise<void> {
    return this.#audio.media.play();
  }

  /** @internal Whether the call is answered and goes on. */
  get isUp(): boolean {
    return !this.isOver && (this.#state === 'active' || this.#state === 'held');
  }

  /** @internal Whether the call has ended, or is being ended by us. */
  get isOver(): boolean {
    return this.#state === 'ended' || this.#intent === 'leaving';
  }

  /** @internal A frame of this call, in the order of the wire. */
  receive(message: CallMessage): void {
    if (this.#state === 'ended' || (this.#intent === 'leaving' && message.type !== 'call.ended')) return;
    const next = nextState(this.#state, message.type);
    if (next && next !== 'ended') this.#state = next;
    switch (message.type) {
      case 'call.trying':
        if (this.#state !== 'trying') return;
        return this.emit('trying');
      case 'call.ringing':
        if (!next) return;
        this.#audio.ring();
        return this.emit('ringing');
      case 'call.answered':
        if (!next) return;
        this.#clock.start();
        this.#audio.answered();
        return this.emit('answered');
      case 'call.held':
        if (this.#asked?.type === 'call.hold') this.#asked = undefined;
        if (!next || message.held_by === this.#heldBy) return;
        this.#heldBy = message.held_by;
        return this.emit('held', message.held_by);
      case 'call.resumed':
        if (this.#asked?.type === 'call.resume') this.#asked = undefined;
        if (!next) return;
        this.#heldBy = undefined;
        return this.emit('resumed');
      case 'call.ended':
        this.#elsewhere = message.answered_elsewhere ?? false;
        return this.end(message.reason, message.duration_seconds);
      case 'sdp.offer':
        if (!this.#isRingingHere()) return;
        return this.#audio.takeOffer(message.sdp);
      case 'sdp.pranswer':
        return this.#audio.takeEarlyAnswer(message.sdp);
      case 'sdp.answer':
        return this.#audio.takeAnswer(message.sdp);
      case 'ice.candidate':
        return this.#audio.media.addRemoteCandidate({
          candidate: message.candidate,
          sdpMid: message.sdp_mid,
          sdpMLineIndex: message.sdp_m_line_index,
        });
    }
  }

  /** @internal The call is over, whoever says so. */
  end(reason: EndReason, lasted?: number | null): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#clock.stop(lasted);
    this.#port.timers.clearTimeout(this.#patience);
    this.#audio.close();
    const { first, consultation } = this.#transfer ?? {};
    for (const call of [first, consultation]) if (call) call.#transfer = undefined;
    this.#port.onEnded(this);
    this.emit('ended', reason === 'failed' && this.#farewell ? FAREWELLS[this.#farewell.type] : reason);
    this.silence();
  }

  /** @internal Sends the candidates that are not inside our description. */
  trickle(): void {
    this.#audio.trickle((candidate) => {
      if (this.#state === 'ended') return;
      this.#trySend(
        candidate
          ? {
              type: 'ice.candidate',
              call_id: this.id,
              candidate: candidate.candidate,
              sdp_mid: candidate.sdpMid,
              sdp_m_line_index: candidate.sdpMLineIndex,
            }
          : { type: 'ice.done', call_id: this.id },
      );
    });
  }

  /** @internal The phone is back, and this is where the service has the call. */
  restore({ state, direction, held_by, muted, duration_seconds, answered_at }: CallRestored): void {
    const call_id = this.id;
    const wasUp = this.isUp;
    const asked = this.#asked;
    this.#asked = undefined;
    if (this.#farewell) return this.#trySend(this.#farewell);
    this.receive({ type: state === 'ringing' ? 'call.ringing' : 'call.answered', call_id });
    if (state === 'held') this.receive({ type: 'call.held', call_id, held_by: held_by ?? 'local' });
    if (state === 'active') this.receive({ type: 'call.resumed', call_id });
    if (this.isOver) return; // A listener hung up.
    if (duration_seconds != null) this.#clock.set(duration_seconds);
    else if (answered_at && !wasUp) this.#clock.set(secondsBetween(answered_at, this.#port.timers.now()));
    if (asked) this.#askAgain(asked);
    if ((muted ?? false) !== this.isMuted) this.#tellMuted();
    if (state === 'ringing' && direction === 'inbound') {
      // A fresh offer follows, from another endpoint of the service.
      this.#audio.renew();
      if (this.#intent === 'answering') void this.#answer();
    } else if (this.#audio.isRejoining) void this.#rejoin();
    else this.#audio.repairAgain();
  }

  /** @internal The service has said all that it had to say after a drop: an answer that has not come by now is lost. */
  caughtUp(): void {
    const isUnanswered = this.peerConnection.signalingState === 'have-local-offer';
    if (this.isUp && isUnanswered && !this.#audio.isRejoining) this.#audio.repairPath();
  }

  /** @internal The page is new, the call is not: takes part in it again. Resolves once that is settled. */
  async rejoin(message: CallRestored): Promise<void> {
    this.#audio.setMuted(message.muted ?? false);
    this.restore(message);
    if (!this.#isRingingHere()) await this.#rejoin();
  }

  /** @internal The service refused what this call asked for: an answer that is under way does not come about. */
  answerRefused(): void {
    this.#asked = undefined;
    if (this.#intent !== 'answering' || this.#state !== 'ringing') return;
    this.#intent = 'none';
    this.#audio.media.releaseMicrophone();
  }

  /** @internal The network changed: the path is made anew before the browser notices that it is dead. */
  repairPath(): void {
    if (this.isUp) this.#audio.repairPath();
    else this.#audio.doubtPath();
  }

  #ask(message: ClientMessage): void {
    this.#port.send(message);
    this.#asked = message;
  }

  /** The connection went before the service answered this: a hold is said again, a transfer may have come about. */
  #askAgain(asked: ClientMessage): void {
    if (asked.type === 'call.hold') return this.#heldBy === 'local' ? undefined : this.#trySend(asked);
    if (asked.type === 'call.resume') return this.isHeld ? this.#trySend(asked) : undefined;
    const text = 'The connection was lost before the service answered the transfer; try it again.';
    this.#port.report(new PhoneError('transport_closed', text, { callId: this.id }));
  }

  #sendOffer(sdp: string): void {
    this.#port.send({ type: 'sdp.offer', call_id: this.id, sdp });
    this.trickle();
  }

  async #rejoin(): Promise<void> {
    const wasMuted = this.isMuted;
    try {
      await this.#audio.rejoin();
      if (this.isMuted && !wasMuted) this.#tellMuted();
    } catch (cause) {
      this.#fail(mediaError(cause, this.id));
    }
  }

  async #answer(): Promise<void> {
    try {
      const sdp = await this.#audio.answer();
      if (sdp === undefined) return;
      this.#port.onAnswer(this);
      this.#port.send({ type: 'call.answer', call_id: this.id });
      this.#port.send({ type: 'sdp.answer', call_id: this.id, sdp });
      this.trickle();
    } catch (cause) {
      this.answerRefused();
      this.#port.report(mediaError(cause, this.id));
    }
  }

  #setMuted(muted: boolean): void {
    this.#demand(!this.isOver, muted ? 'mute' : 'unmute');
    if (this.#audio.isListening && !muted) return void this.#speak();
    if (muted === this.isMuted) return;
    this.#audio.setMuted(muted);
    this.#tellMuted();
  }

  /** Ends the mere listening of a restored call. */
  async #speak(): Promise<void> {
    try {
      if (await this.#audio.speak()) this.#tellMuted();
    } catch (cause) {
      this.#port.report(mediaError(cause, this.id));
    }
  }

  #tellMuted(): void {
    this.#trySend({ type: this.isMuted ? 'call.mute' : 'call.unmute', call_id: this.id });
  }

  #leave(message: Farewell): void {
    if (this.isOver) return;
    this.#intent = 'leaving';
    this.#farewell = message;
    this.#audio.close();
    this.#trySend(message);
    this.#patience = this.#port.timers.setTimeout(() => this.end(FAREWELLS[message.type]), HANGUP_WITHIN_MS);
  }

  #fail(error: PhoneError): void {
    this.#port.report(error);
    this.#trySend({ type: 'call.hangup', call_id: this.id });
    this.end('failed');
  }

  #isRingingHere(): boolean {
    return this.direction === 'inbound' && this.#state === 'ringing';
  }

  /** Sends what may be lost with the connection. */
  #trySend(message: ClientMessage): void {
    try {
      this.#port.send(message);
    } catch {
      // Not connected: the service ends the call by itself.
    }
  }

  #demand(allowed: boolean | undefined, what: string): asserts allowed {
    if (!allowed || this.#state === 'ended') {
      throw this.#error(
        `Cannot ${what} a call that is ${this.#intent === 'leaving' ? 'being hung up' : `${this.direction} and ${this.#state}`}.`,
      );
    }
  }

  #error(message: string): PhoneError {
    return new PhoneError('invalid_message', message, { callId: this.id });
  }
}
