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

/** Who calls whom, as both are shown it. */
export interface Caller {
  readonly from: string;
  readonly fromName: string | null;
  readonly to: string;
}

/** What an inbound leg tells those who ring it. */
export interface Ringing {
  /** The phone wants the call. False when another phone was first. */
  take(leg: Leg): boolean;
  /** The phone that took the call lost its connection before it described its audio: it rings anew. */
  again(): void;
  /** The phone's audio is described; the call is up. */
  answered(leg: Leg): void;
  /** The phone does not want the call, or is gone. */
  refused(leg: Leg, reason: RejectReason | 'gone'): void;
}

export interface LegPort {
  readonly mediaAddress: string;
  readonly limits: SandboxLimits;
  readonly log: SandboxLog;
  /** All legs that live, by their id. */
  readonly legs: Map<string, Leg>;
  /** Others may see the user otherwise now. */
  onChanged(leg: Leg): void;
}

/** `answering`: the phone took the call, and is to describe its audio. */
type State =
  | { readonly at: 'trying' | 'ringing' | 'answering' | 'ended' }
  | { readonly at: 'active'; readonly answeredAt: Date };

/** One phone's view of a call: its call_id, its state, its media. */
export class Leg implements Party, PhoneCall {
  readonly id = newId('call');
  readonly session: PhoneSession;
  readonly caller: Caller;
  bridge: Conversation | undefined;
  muted = false;
  readonly #port: LegPort;
  /** Of an inbound call. */
  readonly #ringing: Ringing | undefined;
  readonly #media: LegMedia;
  /** The offers and answers of the phone. */
  readonly #descriptions: RateWindow;
  #state: State;

  /** @throws Refusal when the phone has as many calls as it may. */
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

  /** Whether neither side owes the other a description of its media. */
  get isSettled(): boolean {
    return this.#media.isSettled;
  }

  /** The phone's offer, of an outbound call. */
  takeOffer(sdp: string): void {
    this.#countDescription();
    this.#media.takeOffer(sdp);
    this.#port.onChanged(this);
  }

  /** Rings the phone of an inbound call. */
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

  /** Lets the phone hear what is said before the answer. */
  earlyMedia(): void {
    this.#media.describe('sdp.pranswer');
  }

  /** The other party answered this outbound call. */
  connected(): void {
    this.#activate();
    this.#media.describe('sdp.answer');
  }

  /** The phone accepts this inbound call. False when it may not. */
  accept(): boolean {
    if (!this.#ringing || this.state !== 'ringing') return false;
    if (this.#ringing.take(this)) this.#state = { at: 'answering' };
    return true;
  }

  /** The phone refuses this inbound call. False when it may not. */
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

  /** Takes the phone's answer to our offer. False when no offer waits for one. @throws Refusal when it sends too many. */
  takeAnswer(sdp: string): boolean {
    this.#countDescription();
    if (this.state !== 'answering' && this.state !== 'active') return false;
    return this.#media.takeAnswer(sdp, () => {
      if (this.state !== 'answering') return;
      this.#activate();
      this.#ringing?.answered(this);
    });
  }

  /** The phone describes its media anew. @throws Refusal when it does so too often. */
  renegotiate(sdp: string): void {
    this.#countDescription();
    this.#media.takeOffer(sdp);
    this.#media.describe('sdp.answer');
  }

  /** We describe ours anew. */
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
    if (at === 'answering') this.#ringing.again(); // The description that was to follow is lost.
    this.#state = { at: 'ringing' };
    this.#media.offerAgain();
  }

  hear(sound: Sound): void {
    this.#media.hear(sound);
  }

  digit(): void {} // A phone hears it: digits travel with the audio.

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
    demandRoom(this.#descriptions, 'The phone describes the media of this call too often.');
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
