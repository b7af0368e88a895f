import type { CallDirection, HoldSide, RejectReason, ServerMessage } from '../../../generated/v1/messages.js';
import type { SandboxLimits } from '../limits.js';
import type { SandboxLog } from '../log.js';
import type { Sound } from '../media/index.js';
import type { PhoneCall, PhoneSession } from '../phones/phone-session.js';
import { demandRoom } from '../phones/refusal.js';
import { RateWindow } from '../rate-window.js';
import { newId } from '../world/ids.js';
import { LegMedia, type ReofferKind } from './leg-media.js';
import type { Conversation, EndReason, Party } from './party.js';

/** The caller and the called number, as both phones show them. */
export interface Caller {
  readonly from: string;
  readonly fromName: string | null;
  readonly to: string;
}

/** What an inbound leg reports to the alerting that rings it. */
export interface Ringing {
  /** The phone takes the call. Returns false if another phone was first. */
  take(leg: Leg): boolean;
  /** The phone that took the call lost its connection before it sent its SDP answer, so it rings again. */
  again(): void;
  /** The phone's SDP answer is in effect, so the call is answered. */
  answered(leg: Leg): void;
  /** The phone rejected the call or is gone for good. */
  refused(leg: Leg, reason: RejectReason | 'gone'): void;
}

export interface LegPort {
  readonly mediaAddress: string;
  readonly limits: SandboxLimits;
  readonly log: SandboxLog;
  /** The live legs by their id. */
  readonly legs: Map<string, Leg>;
  /** The user's presence may have changed. */
  onChanged(leg: Leg): void;
}

/** `answering`: the phone took the call, and its SDP answer is due. */
type State =
  | { readonly at: 'trying' | 'ringing' | 'answering' | 'ended' }
  | { readonly at: 'active'; readonly answeredAt: Date };

/** One phone's side of a call, with its own `call_id`, state and media. */
export class Leg implements Party, PhoneCall {
  readonly id = newId('call');
  readonly session: PhoneSession;
  readonly caller: Caller;
  bridge: Conversation | undefined;
  muted = false;
  readonly #port: LegPort;
  /** Set for an inbound call only. */
  readonly #ringing: Ringing | undefined;
  readonly #media: LegMedia;
  /** Limits the offers and answers of the phone. */
  readonly #descriptions: RateWindow;
  #state: State;

  /** @throws Refusal `call_failed` if the phone already has the most calls that it may have. */
  constructor(session: PhoneSession, caller: Caller, port: LegPort, ringing?: Ringing) {
    session.begin(this);
    this.session = session;
    this.caller = caller;
    this.#port = port;
    this.#ringing = ringing;
    this.#state = { at: ringing ? 'ringing' : 'trying' };
    const { descriptionsPerWindow, descriptionWindowMs } = port.limits;
    this.#descriptions = new RateWindow(descriptionsPerWindow, descriptionWindowMs);
    this.#media = new LegMedia({
      callId: this.id,
      address: port.mediaAddress,
      log: port.log,
      answerWithinMs: port.limits.sdpAnswerWithinMs,
      candidatesMax: port.limits.candidatesPerDescription,
      isHere: () => session.isHere,
      tell: (message) => this.#tell(message),
      onDigit: (digit) => this.bridge?.other(this).digit(digit),
      onMoved: () => this.bridge?.route(),
      onBroken: () => this.lost(),
    });
    port.legs.set(this.id, this);
  }

  get direction(): CallDirection {
    return this.#ringing ? 'inbound' : 'outbound';
  }

  get state(): State['at'] {
    return this.#state.at;
  }

  get isBusy(): boolean {
    return this.direction === 'outbound' || this.state === 'active';
  }

  get voice(): Sound {
    return this.#media.voice;
  }

  get digits(): string {
    return this.#media.digits;
  }

  /** Whether no offer or answer is outstanding. */
  get isSettled(): boolean {
    return this.#media.isSettled;
  }

  /** Takes the first offer of an outbound call. */
  takeOffer(sdp: string): void {
    this.#countDescription();
    this.#media.takeOffer(sdp);
    this.#port.onChanged(this);
  }

  /** Rings the phone: sends `call.incoming` and an offer. */
  ring(): void {
    const { from, fromName, to } = this.caller;
    this.#tell({ type: 'call.incoming', call_id: this.id, from, from_name: fromName, to });
    this.#media.offer();
  }

  /** The other party is being alerted. */
  alerting(): void {
    if (this.state !== 'trying') return;
    this.#state = { at: 'ringing' };
    this.#tell({ type: 'call.ringing', call_id: this.id });
  }

  /** Sends a provisional answer, so that the phone hears the early media. */
  earlyMedia(): void {
    this.#media.describe('sdp.pranswer');
  }

  /** The other party answered this outbound call. */
  connected(): void {
    this.#activate();
    this.#media.describe('sdp.answer');
  }

  /** The phone accepts this inbound call. Returns false if the call does not ring here. */
  accept(): boolean {
    if (!this.#ringing || this.state !== 'ringing') return false;
    if (this.#ringing.take(this)) this.#state = { at: 'answering' };
    return true;
  }

  /** The phone rejects this inbound call. Returns false if the call does not ring here. */
  refuse(reason: RejectReason): boolean {
    if (!this.#ringing || (this.state !== 'ringing' && this.state !== 'answering')) return false;
    this.ended('rejected');
    this.#ringing.refused(this, reason);
    return true;
  }

  /** The phone hangs up, in any live state. */
  hangup(reason: EndReason = 'hangup', otherReason = reason): void {
    if (this.bridge) this.bridge.end(this, reason, otherReason);
    else if (this.#ringing) this.refuse('decline');
    else this.ended(reason);
  }

  lost(): void {
    if (this.state === 'ended') return;
    if (this.bridge) return this.bridge.end(this, 'failed');
    this.ended('failed');
    this.#ringing?.refused(this, 'gone');
  }

  /** Takes the phone's answer to our offer. Returns false if none is due. @throws Refusal `rate_limited` */
  takeAnswer(sdp: string): boolean {
    this.#countDescription();
    if (this.state !== 'answering' && this.state !== 'active') return false;
    return this.#media.takeAnswer(sdp, () => {
      if (this.state !== 'answering') return;
      this.#activate();
      this.#ringing?.answered(this);
    });
  }

  /** Takes an offer of the phone during the call. @throws Refusal `rate_limited` */
  renegotiate(sdp: string): void {
    this.#countDescription();
    this.#media.takeOffer(sdp);
    this.#media.describe('sdp.answer');
  }

  /** Sends an offer to the phone during the call. */
  reoffer(kind: ReofferKind): void {
    this.#media.reoffer(kind);
  }

  addCandidate(candidate: string): void {
    this.#media.addCandidate(candidate);
  }

  restore(): void {
    const { from, fromName, to } = this.caller;
    const hold = this.bridge?.holdOf(this);
    const heldBy = hold?.local ? 'local' : hold?.remote ? 'remote' : undefined;
    const { at } = this.#state;
    this.#tell({
      type: 'call.restored',
      call_id: this.id,
      state: at !== 'active' ? 'ringing' : heldBy ? 'held' : 'active',
      direction: this.direction,
      from,
      from_name: fromName,
      to,
      answered_at: at === 'active' ? this.#state.answeredAt.toISOString() : null,
      ...(heldBy && { held_by: heldBy }),
      muted: this.muted,
      duration_seconds: this.#duration(),
    });
    if (at === 'active') return this.#media.resume();
    if (!this.#ringing) return;
    if (at === 'answering') this.#ringing.again(); // Its SDP answer was lost with the connection.
    this.#state = { at: 'ringing' };
    this.#media.offerAgain();
  }

  hear(sound: Sound): void {
    this.#media.hear(sound);
  }

  digit(): void {} // Digits reach a phone inside the audio stream.

  held(by: HoldSide): void {
    this.#tell({ type: 'call.held', call_id: this.id, held_by: by });
  }

  resumed(): void {
    this.#tell({ type: 'call.resumed', call_id: this.id });
  }

  ended(reason: EndReason, answeredElsewhere = false): void {
    if (this.state === 'ended') return;
    this.#tell({
      type: 'call.ended',
      call_id: this.id,
      reason,
      duration_seconds: this.#duration(),
      ...(answeredElsewhere && { answered_elsewhere: true }),
    });
    this.#state = { at: 'ended' };
    this.session.end(this);
    this.#port.legs.delete(this.id);
    this.#media.close();
    this.#port.onChanged(this);
  }

  #countDescription(): void {
    const { descriptionsPerWindow, descriptionWindowMs } = this.#port.limits;
    demandRoom(
      this.#descriptions,
      `A call takes at most ${descriptionsPerWindow} offers and answers in ${descriptionWindowMs / 1000} s.`,
    );
  }

  #activate(): void {
    if (this.state === 'ended') return;
    const answeredAt = new Date();
    this.#state = { at: 'active', answeredAt };
    this.#tell({ type: 'call.answered', call_id: this.id, answered_at: answeredAt.toISOString() });
    this.#port.onChanged(this);
  }

  #duration(): number | null {
    if (this.#state.at !== 'active') return null;
    return Math.floor((Date.now() - this.#state.answeredAt.getTime()) / 1000);
  }

  #tell(message: ServerMessage): void {
    if (this.state !== 'ended') this.session.send(message);
  }
}
