import { descriptionsPerWindow, descriptionWindowMs } from '../../../generated/v1/limits.js';
import type { CallEnded, CallRestored, ClientMessage, RejectReason } from '../../../generated/v1/messages.js';
import { Emitter } from '../../core/emitter.js';
import type { Logger } from '../../core/logger.js';
import { PhoneError } from '../../core/phone-error.js';
import { rateLimit } from '../../core/rate-limit.js';
import type { Timers } from '../../core/timing.js';
import type { CallAudio } from '../media/call-audio.js';
import { mediaError } from '../media/media-error.js';
import { consult, transferee } from './attended-transfer.js';
import type { Call, CallEvents } from './call.js';
import {
  type CallDirection,
  type CallMessage,
  type CallState,
  type EndReason,
  type Farewell,
  firstPhase,
  nextPhase,
  type Phase,
  type PhaseOf,
  stateOf,
} from './call-phase.js';
import { normalizeDestination } from './destination.js';
import { areDigits, DIGITS_ARE } from './digits.js';
import { refusal } from './refusal.js';

export interface CallParties {
  readonly direction: CallDirection;
  readonly from: string;
  readonly fromName: string | null;
  readonly to: string;
}

/** What a call needs of its phone. */
export interface CallPort {
  readonly timers: Timers;
  readonly logger?: Logger | undefined;
  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  session(): { send(message: ClientMessage): void };
  /** Something failed that no caller is waiting for. */
  report(error: PhoneError): void;
  /** The calls that live, by id. */
  readonly calls: { delete(id: string): unknown };
  /** Who is talked to. */
  readonly floor: {
    talks(call: LiveCall): void;
    giveBack(audio: CallAudio): void;
  };
  /** Places the consultation about a call, which is held meanwhile. */
  consult(call: LiveCall, destination: string): Promise<LiveCall>;
}

type WithoutCall<M> = M extends { call_id: string } ? Omit<M, 'call_id'> : never;
/** What is said of this call. */
type OwnMessage = WithoutCall<ClientMessage>;

type Command = Extract<OwnMessage, { type: 'call.hold' | 'call.resume' | 'call.transfer' | 'call.transfer.attended' }>;
/** What is asked for. A hold and a resume are one wish, of which the last counts; a consultation holds the call as well. */
type CommandKind = 'hold' | 'consult' | 'transfer' | 'complete';

const HOLD = { type: 'call.hold' } as const;
const RESUME = { type: 'call.resume' } as const;
const HANGUP = { type: 'call.hangup' } as const;

/** The events by name; a type test compares them with the interface. */
export const CALL_EVENTS = 'trying ringing answered held resumed ended audioBlocked microphone silence';

/** How long `ended` may wait for the service after `hangup()`. */
const HANGUP_WITHIN_MS = 5_000;

/** A call at work, behind the face that the page has: its phase, its audio, and what awaits the service's answer. */
export class LiveCall extends Emitter<CallEvents> implements Call {
  readonly id: string;
  declare readonly direction: CallDirection;
  declare readonly from: string;
  declare readonly fromName: string | null;
  declare readonly to: string;
  readonly audio: CallAudio;
  /** For whose sake we put it on hold; nobody's, when the user did. */
  heldFor: CallAudio | undefined;
  attended: LiveCall[] | undefined;
  readonly #port: CallPort;
  /** What the service has not answered, in the order in which it was given. */
  readonly #pending = new Map<CommandKind, Command>();
  readonly #mayDescribe: () => boolean;
  #phase: Phase;
  /** When the call was answered, in ms since the epoch. */
  #answeredAt = Infinity;
  /** How many seconds it was, once it is over. */
  #lasted: number | undefined;
  /** Frames that wait until whoever placed the call has had the chance to listen. */
  #heldBack: CallMessage[] | undefined;

  constructor(id: string, parties: CallParties, audio: CallAudio, port: CallPort) {
    super(CALL_EVENTS, port.logger);
    this.id = id;
    Object.assign(this, parties);
    this.audio = audio;
    this.#port = port;
    this.#mayDescribe = rateLimit(port.timers, descriptionsPerWindow, descriptionWindowMs);
    this.#phase = firstPhase(parties.direction);
    audio.belongTo({
      send: (message) => this.#send(message),
      emit: (event, ...args) => this.emit(event, ...(args as CallEvents[typeof event])),
      onMuted: () => this.#tellMuted(),
      report: (cause) => port.report(mediaError(cause, id)),
      fail: (cause) => this.#fail(cause),
    });
  }

  get state(): CallState {
    return stateOf(this.#phase);
  }

  get isMuted(): boolean {
    return this.audio.local.isMuted;
  }

  get isHeld(): boolean {
    return this.state === 'held';
  }

  get duration(): number {
    // A clock may be set back.
    return this.#lasted ?? Math.max(0, Math.floor((this.#port.timers.now() - this.#answeredAt) / 1000));
  }

  get answeredElsewhere(): boolean {
    return this.#phase.at === 'ended' && this.#phase.elsewhere;
  }

  get peerConnection(): RTCPeerConnection {
    return this.audio.media.peerConnection;
  }

  get remoteStream(): MediaStream {
    return this.audio.media.remoteStream;
  }

  /** Whether the call is answered and goes on. */
  get isUp(): boolean {
    return this.#phase.at === 'up';
  }

  /** Whether the call has ended, or is being ended by us. */
  get isOver(): boolean {
    return this.#phase.at === 'leaving' || this.#phase.at === 'ended';
  }

  /** Whether we hold the call, or have asked the service to. */
  get isHeldByUs(): boolean {
    const isAsked = this.#pending.get('hold') === HOLD || this.#pending.has('consult');
    return this.#phase.at === 'up' && (this.#phase.byUs || isAsked);
  }

  answer(): void {
    const phase = this.#phase;
    this.#demand(phase.at === 'offered', 'answer');
    if (phase.answer === 'preparing' || phase.answer === 'sent') return;
    this.#port.session();
    void this.#answer();
  }

  reject(reason: RejectReason = 'decline'): void {
    const phase = this.#phase;
    if (phase.at === 'leaving' && phase.before.at === 'offered') return;
    this.#demand(phase.at === 'offered', 'reject');
    if (reason !== 'busy' && reason !== 'decline') throw refusal('Reject a call with busy or decline.', this.id);
    this.#leave({ type: 'call.reject', reason });
  }

  hangup(): void {
    this.#leave(HANGUP);
  }

  hold(): void {
    this.#demandUp('hold');
    this.heldFor = undefined;
    this.setHold(true);
  }

  resume(): void {
    this.#demand(this.isUp, 'resume');
    if (!this.isHeld && this.#pending.get('hold') !== HOLD) return;
    this.#port.session();
    this.heldFor = undefined;
    this.#port.floor.talks(this);
    this.setHold(false);
  }

  transfer(destination: string): void {
    this.#demand(this.isUp, 'transfer');
    const to = normalizeDestination(destination);
    this.#port.session();
    this.#command('transfer', { type: 'call.transfer', destination: to });
  }

  async attendedTransfer(destination: string): Promise<Call> {
    this.#demand(this.isUp, 'consult about');
    const to = normalizeDestination(destination);
    return consult<LiveCall>(this, () => this.#port.consult(this, to));
  }

  completeTransfer(): void {
    const first = transferee<LiveCall>(this);
    first.#port.session();
    first.#command('complete', { type: 'call.transfer.attended', step: 'complete' });
  }

  mute(): void {
    this.#demand(!this.isOver, 'mute');
    this.audio.local.setMuted(true);
  }

  unmute(): void {
    this.#demand(!this.isOver, 'unmute');
    this.audio.local.setMuted(false);
  }

  sendDtmf(digits: string, durationMs = 100, gapMs = 70): void {
    this.#demand(this.isUp, 'send digits on');
    if (!areDigits(digits, durationMs, gapMs)) throw refusal(DIGITS_ARE, this.id);
    this.audio.sendDigits(digits.toUpperCase(), durationMs, gapMs);
  }

  playAudio(): Promise<void> {
    return this.audio.media.play();
  }

  /** Holds the call, or takes our hold back; without a connection, once the phone is back. */
  setHold(held: boolean): void {
    this.#command('hold', held ? HOLD : RESUME);
    this.#applyHold();
  }

  /** The service holds the call for a consultation: nothing of ours is to be heard from here on; or that is taken back. */
  expectHold(isExpected: boolean): void {
    if (isExpected) this.#pending.set('consult', HOLD);
    else this.#settle(HOLD);
    this.#applyHold();
  }

  /** Queues the frames of this call until `release()`. */
  holdBack(): void {
    this.#heldBack = [];
  }

  release(): void {
    const messages = this.#heldBack ?? [];
    this.#heldBack = undefined;
    for (const message of messages) this.#take(message);
  }

  /** A frame of this call, in the order of the wire. */
  receive(message: CallMessage): void {
    if (this.#heldBack) this.#heldBack.push(message);
    else this.#take(message);
  }

  /** The call is over, though the service does not say so in so many words. */
  end(reason: EndReason): void {
    this.receive({ type: 'call.ended', call_id: this.id, reason, duration_seconds: null });
  }

  #take(message: CallMessage): void {
    const before = this.#phase;
    if (before.at === 'ended' || (before.at === 'leaving' && message.type !== 'call.ended')) return;
    // A service that describes the call again and again would cost the page its time.
    if ('sdp' in message && !this.#mayDescribe()) return;
    const next = nextPhase(before, message, this.#isResuming);
    if (next) this.#phase = next;
    switch (message.type) {
      case 'call.trying':
        if (before.at === 'trying') this.emit('trying');
        return;
      case 'call.ringing':
        if (!next) return;
        this.audio.ring();
        return this.emit('ringing');
      case 'call.answered':
        if (!next) return;
        this.#answeredAt = this.#port.timers.now();
        // The answer that an error seemed to refuse was taken after all: a call that is up has its microphone.
        this.audio.answered(before.at === 'offered' && before.answer === 'refused');
        this.#port.floor.talks(this);
        return this.emit('answered');
      case 'call.held':
      case 'call.resumed':
        if (next?.at === 'up' && before.at === 'up') this.#holdChanged(next, before);
        return;
      case 'call.ended':
        return this.#ended(message, before);
      case 'sdp.offer':
        if (before.at === 'offered' || before.at === 'up') this.audio.takeOffer(message.sdp);
        return;
      case 'sdp.answer':
        return this.audio.takeAnswer(message.sdp);
      case 'sdp.pranswer':
        return this.audio.takeEarlyAnswer(message.sdp);
      case 'ice.candidate':
        return this.audio.media.addRemoteCandidate({
          candidate: message.candidate,
          sdpMid: message.sdp_mid,
          sdpMLineIndex: message.sdp_m_line_index,
        });
    }
  }

  /** The service reports an error about this call, and does not say which of our messages it is about. */
  onServerError(): void {
    const phase = this.#phase;
    // An answer that was not given yet is not refused.
    if (phase.at === 'offered' && phase.answer === 'sent') this.#answerFailed();
    if (phase.at !== 'up') return;
    // It answers in order, so the refused command is the oldest.
    const [oldest] = this.#pending.keys();
    if (oldest) this.#pending.delete(oldest);
    this.#applyHold();
  }

  /** The phone is back, and this is where the service has the call. */
  restore({ state, held_by, muted, duration_seconds, answered_at }: CallRestored): void {
    const call_id = this.id;
    const before = this.#phase;
    if (before.at === 'leaving') return this.#trySend(before.farewell);
    this.#take({ type: state === 'ringing' ? 'call.ringing' : 'call.answered', call_id });
    if (state === 'held') this.#take({ type: 'call.held', call_id, held_by: held_by ?? 'local' });
    if (state === 'active') this.#take({ type: 'call.resumed', call_id });
    if (this.isOver) return; // A listener hung up.
    const now = this.#port.timers.now();
    if (duration_seconds != null) this.#answeredAt = now - duration_seconds * 1000;
    // An invalid or future timestamp counts as now.
    else if (answered_at && before.at !== 'up') this.#answeredAt = Math.min(now, Date.parse(answered_at) || now);
    const unanswered = [...this.#pending.values()];
    this.#pending.clear();
    for (const command of unanswered) this.#commandAgain(command);
    // What the user holds stays on hold, also when the service has forgotten it.
    const isHeldThere = state === 'held' && held_by !== 'remote';
    if (this.#phase.at === 'up' && this.#phase.byUs && !this.#isResuming && !isHeldThere) this.setHold(true);
    this.#applyHold();
    if ((muted ?? false) !== this.isMuted) this.#tellMuted();
    const phase = this.#phase;
    if (phase.at !== 'offered') return this.audio.reconnected();
    // A fresh offer follows, from another endpoint of the service.
    this.audio.renew();
    if (phase.answer === 'preparing' || phase.answer === 'sent') void this.#answer();
  }

  /**
   * The page is new, the call is not: takes part in it again, on hold if the user had held it (`wasHeld`), whatever the
   * service says. Resolves once that is settled. At most 7 s.
   */
  async rejoin(message: CallRestored, wasHeld = false): Promise<void> {
    this.restore(message);
    if (wasHeld && !this.isHeldByUs && this.isUp) this.setHold(true);
    if (this.#phase.at === 'offered') return;
    try {
      await this.audio.rejoin();
    } catch (cause) {
      // An offer that the connection lost is made again once the phone is back.
      if (Object(cause).code !== 'transport_closed') this.#fail(cause);
    }
  }

  async #answer(): Promise<void> {
    this.#phase = { at: 'offered', answer: 'preparing' };
    try {
      const sdp = await this.audio.answer();
      if (sdp === undefined) return;
      this.#port.floor.talks(this);
      this.#send({ type: 'call.answer' });
      this.#send({ type: 'sdp.answer', sdp });
      if (this.#phase.at === 'offered') this.#phase = { at: 'offered', answer: 'sent' };
      this.audio.trickle();
    } catch (cause) {
      this.#answerFailed();
      this.#port.report(mediaError(cause, this.id));
    }
  }

  /** It may be given again. */
  #answerFailed(): void {
    if (this.#phase.at !== 'offered') return;
    this.#phase = { at: 'offered', answer: 'refused' };
    this.audio.local.release();
    this.#port.floor.giveBack(this.audio);
  }

  #holdChanged(next: PhaseOf<'up'>, before: PhaseOf<'up'>): void {
    const { heldBy } = next;
    this.#settle(heldBy === 'local' ? HOLD : RESUME);
    this.#applyHold();
    if (heldBy === before.heldBy) return;
    if (heldBy) return this.emit('held', heldBy);
    if (!this.isHeldByUs) this.#port.floor.talks(this);
    this.emit('resumed');
  }

  /** Whether we have asked the service to end our hold. */
  get #isResuming(): boolean {
    return this.#pending.get('hold') === RESUME;
  }

  #applyHold(): void {
    if (this.#phase.at === 'up') this.audio.setHold(this.#phase.heldBy, this.isHeldByUs);
  }

  #command(kind: CommandKind, command: Command): void {
    this.#pending.delete(kind); // The new one comes last.
    this.#pending.set(kind, command);
    this.#trySend(command);
  }

  /** The service did this, or it is taken back. */
  #settle(settled: Command): void {
    for (const [kind, command] of this.#pending) if (command === settled) this.#pending.delete(kind);
  }

  /** The connection went before the service answered this: a hold is said again, a transfer may have come about. */
  #commandAgain(command: Command): void {
    if (command === HOLD || command === RESUME) {
      if (this.isHeldByUs === (command === RESUME)) this.#command('hold', command);
      return;
    }
    const text = 'The connection was lost during the transfer; try again.';
    this.#port.report(new PhoneError('transport_closed', text, { callId: this.id }));
  }

  /** Says where the microphone is; lost with the connection, it is said again when the call is restored. */
  #tellMuted(): void {
    this.#trySend({ type: this.isMuted ? 'call.mute' : 'call.unmute' });
  }

  #leave(farewell: Farewell): void {
    if (this.isOver) return;
    this.#phase = {
      at: 'leaving',
      farewell,
      before: this.#phase,
      patience: this.#port.timers.setTimeout(() => this.end('failed'), HANGUP_WITHIN_MS),
    };
    this.audio.close();
    this.#trySend(farewell);
    this.#port.floor.giveBack(this.audio);
  }

  #fail(cause: unknown): void {
    this.#port.report(mediaError(cause, this.id));
    this.#trySend(HANGUP);
    this.end('failed');
  }

  /** The call is over, whoever says so. */
  #ended({ reason, duration_seconds }: CallEnded, before: Phase): void {
    this.#lasted = Math.max(0, duration_seconds ?? this.duration);
    this.audio.close();
    const { timers, calls, floor } = this.#port;
    calls.delete(this.id);
    floor.giveBack(this.audio);
    if (before.at === 'leaving') {
      timers.clearTimeout(before.patience);
      // It ends as we left it, when the service does not say how.
      if (reason === 'failed') reason = before.farewell.type === 'call.hangup' ? 'hangup' : 'rejected';
    }
    this.emit('ended', reason);
    this.removeAll();
  }

  /** Sends what is said again once the phone is back, or what the service does without. */
  #trySend(message: OwnMessage): void {
    try {
      this.#send(message);
    } catch {
      // Not connected.
    }
  }

  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  #send(message: OwnMessage): void {
    this.#port.session().send({ ...message, call_id: this.id } as ClientMessage);
  }

  #demandUp(what: string): void {
    this.#demand(this.isUp, what);
    this.#port.session();
  }

  #demand(allowed: boolean, what: string): asserts allowed {
    if (allowed) return;
    const where = this.#phase.at === 'leaving' ? 'being hung up' : `${this.direction} and ${this.state}`;
    throw refusal(`Cannot ${what} a call that is ${where}.`, this.id);
  }
}
