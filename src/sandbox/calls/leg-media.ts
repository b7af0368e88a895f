import type { ServerMessage } from '../../../generated/v1/messages.js';
import { printable } from '../../core/printable.js';
import { faultOf, inFull, type SandboxLog } from '../log.js';
import { fingerprintOf, MediaError, MediaLeg, SILENCE, type Sound } from '../media/index.js';
import { later } from '../timers.js';

export interface LegMediaPort {
  readonly callId: string;
  readonly address: string;
  readonly log: SandboxLog;
  /** How long the phone may take to answer an offer for a call that is up. */
  readonly answerWithinMs: number;
  /** How many ICE candidates of one description are used. */
  readonly candidatesMax: number;
  /** Whether the phone would get what it is told now. */
  isHere(): boolean;
  tell(message: ServerMessage): void;
  onDigit(digit: string): void;
  /** `voice` has changed. */
  onMoved(): void;
  /** The media cannot be set up, or was not described in time: end the call. */
  onBroken(): void;
}

/** How the service may have its media described anew in a call that is up. */
export type ReofferKind = 'restart' | 'move';

/** What is under way between the phone and us. */
type Negotiation =
  | { at: 'rest' | 'closed' }
  /** The phone has offered; `isSent` when it has our answer. */
  | { at: 'answering'; answer: Promise<string>; isSent: boolean }
  /** We have offered; `isSent` when the phone has the offer, and its answer is due. */
  | { at: 'offering'; isRestart: boolean; isSent: boolean; patience?: NodeJS.Timeout };

const DIGITS_KEPT = 100;

/** The media of one phone's call: offers and answers in both directions, and media that replaces older media. */
export class LegMedia {
  readonly #port: LegMediaPort;
  #media: MediaLeg;
  #heard: Sound = SILENCE;
  /** The DTLS endpoint of the phone. */
  #endpoint: string | undefined;
  #negotiation: Negotiation = { at: 'rest' };
  #digits = '';

  constructor(port: LegMediaPort) {
    this.#port = port;
    this.#media = this.#newMedia();
  }

  /** What the phone says. */
  get voice(): Sound {
    return { kind: 'source', source: this.#media };
  }

  /** What the phone dialled during the call, the last hundred digits of it. */
  get digits(): string {
    return this.#digits;
  }

  /** Whether neither side owes the other a description. */
  get isSettled(): boolean {
    const { at } = this.#negotiation;
    return at === 'rest' || (at === 'answering' && this.#negotiation.isSent);
  }

  hear(sound: Sound): void {
    this.#heard = sound;
    this.#media.hear(sound);
  }

  addCandidate(candidate: string): void {
    this.#media.addCandidate(candidate);
  }

  /**
   * The phone offers: the call, an ICE restart, or, with another DTLS endpoint, a phone that starts anew. `describe`
   * tells it our answer. An offer that crosses ours is not answered: ours wins.
   */
  takeOffer(sdp: string): void {
    if (this.#negotiation.at === 'offering') {
      this.#port.log.info(`an offer for ${this.#port.callId} crossed ours, and is not answered`);
      return;
    }
    const endpoint = fingerprintOf(sdp);
    if (this.#endpoint !== undefined && endpoint !== this.#endpoint) this.#replace();
    this.#endpoint = endpoint;
    const media = this.#media;
    const answer = media.answer(sdp);
    answer.catch((error: unknown) => this.#failed(error, media));
    this.#negotiation = { at: 'answering', answer, isSent: false };
  }

  /** Tells the phone our answer to its offer, unless it has it. */
  describe(type: 'sdp.answer' | 'sdp.pranswer'): void {
    const negotiation = this.#negotiation;
    if (negotiation.at !== 'answering') return;
    const media = this.#media;
    const { callId, log } = this.#port;
    negotiation.answer
      .then(
        (sdp) => {
          // An answer made for media that was replaced describes nothing.
          if (negotiation.isSent || media !== this.#media) return;
          if (type === 'sdp.answer') negotiation.isSent = this.#port.isHere();
          this.#port.tell({ type, call_id: callId, sdp });
        },
        () => {}, // takeOffer() sees to it.
      )
      .catch((error: unknown) => log.warn(faultOf(error, `describing the media of ${callId}`)));
  }

  /** Offers the call to a phone that rings. */
  offer(): void {
    this.#offer({ ownCertificate: false, iceRestart: false });
  }

  /** Offers anew to a phone that rang before, and may have been reloaded since. */
  offerAgain(): void {
    this.#replace();
    this.offer();
  }

  /** Offers anew in a call that is up: on the path of now, or from another endpoint. The phone must answer in time. */
  reoffer(kind: ReofferKind): void {
    if (kind === 'move') this.#replace();
    this.#offer({ ownCertificate: kind === 'move', iceRestart: kind === 'restart' }, this.#port.answerWithinMs);
  }

  /** The phone's call is up and the phone is back: it gets what it may have missed. */
  resume(): void {
    // The phone may have missed our offer, or may have been reloaded. A new endpoint works in either case.
    if (this.#negotiation.at === 'offering') this.reoffer('move');
    else this.describe('sdp.answer');
  }

  /** The phone's answer to our offer; `onUp` unless the media is replaced meanwhile. False when none is due. */
  takeAnswer(sdp: string, onUp: () => void): boolean {
    const negotiation = this.#negotiation;
    if (negotiation.at !== 'offering' || !negotiation.isSent) return false;
    this.#settle();
    const endpoint = fingerprintOf(sdp);
    if (negotiation.isRestart && endpoint !== this.#endpoint) {
      this.reoffer('move'); // The phone was reloaded: it has nothing to restart, but can begin anew.
      return true;
    }
    this.#endpoint = endpoint;
    const media = this.#media;
    media
      .acceptAnswer(sdp)
      .then(() => media === this.#media && onUp())
      .catch((error: unknown) => this.#failed(error, media));
    return true;
  }

  close(): void {
    this.#settle();
    this.#negotiation = { at: 'closed' };
    this.#closeMedia();
  }

  #offer(options: { ownCertificate: boolean; iceRestart: boolean }, answerWithinMs?: number): void {
    this.#settle();
    const negotiation: Negotiation = { at: 'offering', isRestart: options.iceRestart, isSent: false };
    this.#negotiation = negotiation;
    const media = this.#media;
    media
      .offer(options)
      .then((sdp) => {
        if (negotiation !== this.#negotiation) return;
        negotiation.isSent = true;
        if (answerWithinMs !== undefined) negotiation.patience = this.#expectAnswer(answerWithinMs);
        this.#port.tell({ type: 'sdp.offer', call_id: this.#port.callId, sdp });
      })
      .catch((error: unknown) => this.#failed(error, media));
  }

  #expectAnswer(withinMs: number): NodeJS.Timeout {
    return later(this.#port.log, withinMs, () => {
      if (!this.#port.isHere()) return; // It gets another offer when it is back, or the grace time ends the call.
      this.#port.log.warn(`the phone of ${this.#port.callId} did not answer our offer in time`);
      this.#port.onBroken();
    });
  }

  #settle(): void {
    if (this.#negotiation.at === 'offering') clearTimeout(this.#negotiation.patience);
    this.#negotiation = { at: 'rest' };
  }

  /** Media that was replaced meanwhile may end as it likes. */
  #failed(error: unknown, media: MediaLeg): void {
    if (media !== this.#media || this.#negotiation.at === 'closed') return;
    const { callId, log } = this.#port;
    if (error instanceof MediaError) {
      const cause = error.cause === undefined ? '' : `; ${inFull(error.cause)}`;
      log.warn(`the media of ${callId} cannot be set up: ${printable(error.message)}${cause}`);
    } else log.warn(faultOf(error, `in the media of ${callId}`));
    this.#port.onBroken();
  }

  #newMedia(): MediaLeg {
    const media: MediaLeg = new MediaLeg({
      address: this.#port.address,
      candidatesMax: this.#port.candidatesMax,
      onDigit: (digit) => {
        this.#digits = (this.#digits + digit).slice(-DIGITS_KEPT);
        this.#port.onDigit(digit);
      },
      // What began before the path was up, a beep at the answer, is heard from its beginning.
      onConnected: () => this.#media.hear(this.#heard),
      onFailed: (reason) => this.#port.log.info(`the media path of ${this.#port.callId} is lost: ${reason}`),
      onBroken: (reason) => this.#failed(new MediaError(reason), media),
      onFault: (error) => this.#port.log.warn(faultOf(error, `in the media of ${this.#port.callId}`)),
    });
    return media;
  }

  #replace(): void {
    this.#closeMedia();
    this.#media = this.#newMedia();
    this.#media.hear(this.#heard);
    this.#port.onMoved();
  }

  #closeMedia(): void {
    const { callId, log } = this.#port;
    this.#media.close().catch((error: unknown) => log.warn(faultOf(error, `closing the media of ${callId}`)));
  }
}
