import type { CallDirection, HoldSide, RejectReason, ServerMessage } from '../../../generated/v1/messages.js';
import type { SandboxLog } from '../log.js';
import { fingerprintOf, MediaLeg, type Sound } from '../media/index.js';
import type { PhoneSession } from '../phones/phone-session.js';
import { newId } from '../world/ids.js';
import type { Bridge } from './bridge.js';
import type { EndReason, Party } from './party.js';

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
  readonly log: SandboxLog;
  /** Others may see the user otherwise now. */
  onChanged(leg: Leg): void;
}

type State = 'trying' | 'ringing' | 'answering' | 'active' | 'ended';

const DIGITS_KEPT = 100;

/** One phone's view of a call: its call_id, its state, its media. */
export class Leg implements Party {
  readonly id = newId('call');
  readonly session: PhoneSession;
  readonly direction: CallDirection;
  readonly caller: Caller;
  bridge: Bridge | undefined;
  muted = false;
  /** What the phone dialled during the call, the last hundred digits of it. */
  digits = '';
  readonly #port: LegPort;
  readonly #ringing: Ringing | undefined;
  #state: State;
  #media: MediaLeg;
  #heard: Sound = { kind: 'silence' };
  #endpoint: string | undefined;
  /** Our answer to the phone's offer, made while the call is being set up. */
  #answer: Promise<string> | undefined;
  /** The answer that the phone has. */
  #answerSent: Promise<string> | undefined;
  #answeredAt: Date | undefined;
  /** The phone's answer to our offer has come. */
  #isDescribed = false;
  #consultation: Leg | undefined;

  constructor(session: PhoneSession, direction: CallDirection, caller: Caller, port: LegPort, ringing?: Ringing) {
    this.session = session;
    this.direction = direction;
    this.caller = caller;
    this.#port = port;
    this.#ringing = ringing;
    this.#state = direction === 'outbound' ? 'trying' : 'ringing';
    this.#media = this.#newMedia();
    session.legs.set(this.id, this);
  }

  get state(): State {
    return this.#state;
  }

  /** Whether the user is in a call with it, as others see them. */
  get isBusy(): boolean {
    return this.direction === 'outbound' || this.#state === 'active';
  }

  /** The call that the phone makes to consult about this one, while it lives. */
  get consultation(): Leg | undefined {
    return this.#consultation?.state === 'ended' ? undefined : this.#consultation;
  }

  set consultation(leg: Leg) {
    this.#consultation = leg;
  }

  get voice(): Sound {
    return { kind: 'leg', leg: this.#media };
  }

  /** The phone's offer, of an outbound call. */
  takeOffer(sdp: string): void {
    this.#endpoint = fingerprintOf(sdp);
    const media = this.#media;
    this.#answer = media.answer(sdp);
    this.#answer.catch((error: Error) => this.#broken(error, media));
    this.#port.onChanged(this);
  }

  /** Rings the phone of an inbound call. */
  ring(): void {
    const { from, fromName, to } = this.caller;
    this.#tell({ type: 'call.incoming', call_id: this.id, from, from_name: fromName, to });
    this.#offer();
  }

  /** The other party is being alerted. */
  alerting(): void {
    if (this.#state !== 'trying') return;
    this.#state = 'ringing';
    this.#tell({ type: 'call.ringing', call_id: this.id });
  }

  /** Lets the phone hear what is said before the answer. */
  earlyMedia(): void {
    this.#describe('sdp.pranswer');
  }

  /** The other party answered this outbound call. */
  connected(): void {
    this.#activate();
    this.#describe('sdp.answer');
  }

  /** The phone accepts this inbound call. False when it may not. */
  accept(): boolean {
    if (this.direction !== 'inbound' || this.#state !== 'ringing') return false;
    if (this.#ringing?.take(this)) this.#state = 'answering';
    return true;
  }

  /** The phone refuses this inbound call. False when it may not. */
  refuse(reason: RejectReason): boolean {
    if (this.direction !== 'inbound' || (this.#state !== 'ringing' && this.#state !== 'answering')) return false;
    this.ended('rejected');
    this.#ringing?.refused(this, reason);
    return true;
  }

  /** The phone hangs up, in any live state. */
  hangup(reason: EndReason = 'hangup', otherReason = reason): void {
    if (this.bridge) this.bridge.end(this, reason, otherReason);
    else if (this.#ringing) this.refuse('decline');
    else this.ended(reason);
  }

  /** The phone is gone for good; the other side must not wait for it. */
  lost(): void {
    if (this.bridge) return this.bridge.end(this, 'failed');
    this.ended('failed');
    this.#ringing?.refused(this, 'gone');
  }

  /** The phone's answer to our offer. False when none is due. */
  takeAnswer(sdp: string): boolean {
    if (this.#state !== 'answering' || this.#isDescribed) return false;
    this.#isDescribed = true;
    this.#endpoint = fingerprintOf(sdp);
    const media = this.#media;
    media.acceptAnswer(sdp).then(
      () => {
        if (this.#state !== 'answering') return;
        this.#activate();
        this.#ringing?.answered(this);
      },
      (error: Error) => this.#broken(error, media),
    );
    return true;
  }

  /** The phone renegotiates: an ICE restart, or, with another DTLS endpoint, a phone that starts anew. */
  renegotiate(sdp: string): void {
    if (fingerprintOf(sdp) !== this.#endpoint) this.#replaceMedia();
    this.#endpoint = fingerprintOf(sdp);
    const media = this.#media;
    this.#answer = media.answer(sdp);
    this.#answer.catch((error: Error) => this.#broken(error, media));
    this.#describe('sdp.answer');
  }

  addCandidate(candidate: string): void {
    this.#media.addCandidate(candidate);
  }

  /** Tells a phone that is back what became of the call. */
  restore(): void {
    const { from, fromName, to } = this.caller;
    const hold = this.bridge?.holdOf(this);
    const heldBy = hold?.local ? 'local' : hold?.remote ? 'remote' : undefined;
    this.#tell({
      type: 'call.restored',
      call_id: this.id,
      state: this.#state !== 'active' ? 'ringing' : heldBy ? 'held' : 'active',
      direction: this.direction,
      from,
      from_name: fromName,
      to,
      answered_at: this.#answeredAt?.toISOString() ?? null,
      ...(heldBy && { held_by: heldBy }),
      muted: this.muted,
      duration_seconds: this.#duration(),
    });
    if (this.direction === 'inbound' && this.#state !== 'active') {
      if (this.#state === 'answering') this.#ringing?.again(); // The description that was to follow is lost.
      this.#state = 'ringing';
      this.#isDescribed = false;
      this.#replaceMedia();
      this.#offer();
    } else if (this.#state === 'active') this.#describe('sdp.answer');
  }

  hear(sound: Sound): void {
    this.#heard = sound;
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
    if (this.#state === 'ended') return;
    this.#tell({
      type: 'call.ended',
      call_id: this.id,
      reason,
      duration_seconds: this.#duration(),
      ...(answeredElsewhere && { answered_elsewhere: true }),
    });
    this.#state = 'ended';
    this.session.legs.delete(this.id);
    void this.#media.close();
    this.#port.onChanged(this);
  }

  #activate(): void {
    if (this.#state === 'ended') return;
    this.#state = 'active';
    this.#answeredAt = new Date();
    this.#tell({ type: 'call.answered', call_id: this.id, answered_at: this.#answeredAt.toISOString() });
    this.#port.onChanged(this);
  }

  #describe(type: 'sdp.answer' | 'sdp.pranswer'): void {
    const answer = this.#answer;
    void answer?.then(
      (sdp) => {
        if (answer === this.#answerSent) return;
        if (type === 'sdp.answer' && this.session.isHere) this.#answerSent = answer;
        this.#tell({ type, call_id: this.id, sdp });
      },
      () => {}, // takeOffer() and renegotiate() see to it.
    );
  }

  #offer(): void {
    const media = this.#media;
    media.offer().then(
      (sdp) => {
        if (this.#state === 'ringing' && media === this.#media)
          this.#tell({ type: 'sdp.offer', call_id: this.id, sdp });
      },
      (error: Error) => this.#broken(error, media),
    );
  }

  /** Media that was replaced meanwhile may end as it likes. */
  #broken(error: Error, media: MediaLeg): void {
    if (this.#state === 'ended' || media !== this.#media) return;
    this.#port.log.warn(`the media of ${this.id} cannot be set up: ${error.message}`);
    this.lost();
  }

  #newMedia(): MediaLeg {
    return new MediaLeg({
      address: this.#port.mediaAddress,
      onDigit: (digit) => {
        this.digits = (this.digits + digit).slice(-DIGITS_KEPT);
        this.bridge?.other(this).digit(digit);
      },
      // What began before the path was up, a beep at the answer, is heard from its beginning.
      onConnected: () => this.#media.hear(this.#heard),
      onFailed: (reason) => this.#port.log.info(`the media path of ${this.id} is lost: ${reason}`),
    });
  }

  #replaceMedia(): void {
    void this.#media.close();
    this.#media = this.#newMedia();
    this.#media.hear(this.#heard);
    this.bridge?.route();
  }

  #duration(): number | null {
    return this.#answeredAt ? Math.floor((Date.now() - this.#answeredAt.getTime()) / 1000) : null;
  }

  #tell(message: ServerMessage): void {
    if (this.#state !== 'ended') this.session.send(message);
  }
}
