import type { ServerMessage } from '../../../generated/v1/messages.js';
import { printable } from '../../core/printable.js';
import { faultOf, inFull, type SandboxLog } from '../log.js';
import { fingerprintOf, MediaError, MediaLeg, SILENCE, type Sound } from '../media/index.js';
import { later } from '../timers.js';

export interface LegMediaPort {
  readonly callId: string;
  readonly address: string;
  readonly log: SandboxLog;
  /** How long the phone may take to answer an offer during a call. */
  readonly answerWithinMs: number;
  /** How many ICE candidates of one description are used. Further ones are ignored. */
  readonly candidatesMax: number;
  /** Whether the phone is connected, so that `tell` reaches it. */
  isHere(): boolean;
  tell(message: ServerMessage): void;
  onDigit(digit: string): void;
  /** `voice` is another source now. */
  onMoved(): void;
  /** The media cannot be set up, or the phone did not answer an offer in time. End the call. */
  onBroken(): void;
}

/** How the service renegotiates during a call: with an ICE restart, or from another DTLS endpoint (`move`). */
export type ReofferKind = 'restart' | 'move';

/** The state of the negotiation with the phone. */
type Negotiation =
  | { at: 'rest' | 'closed' }
  /** The phone made an offer. `isSent`: our answer was sent to it. */
  | { at: 'answering'; answer: Promise<string>; isSent: boolean }
  /** We make an offer. `isSent`: it was sent, and the phone's answer is due. */
  | { at: 'offering'; isRestart: boolean; isSent: boolean; deadline?: NodeJS.Timeout };

const DIGITS_KEPT = 100;

/**
 * The media of one phone's call. It makes and takes offers and answers, and replaces the media leg when either side
 * moves to another DTLS endpoint.
 */
export class LegMedia {
  readonly #port: LegMediaPort;
  #media: MediaLeg;
  #heard: Sound = SILENCE;
  /** The fingerprint of the phone's DTLS endpoint. */
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

  /** The last 100 digits that the phone sent during the call. */
  get digits(): string {
    return this.#digits;
  }

  /** Whether no offer or answer is outstanding. */
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
   * Takes an offer of the phone: the first one, an ICE restart, or one from a new DTLS endpoint, for example after a
   * page reload. `describe()` sends our answer. An offer that crosses ours gets no answer: ours takes precedence.
   */
  takeOffer(sdp: string): void {
    if (this.#negotiation.at === 'offering') {
      this.#port.log.info(`an offer for ${this.#port.callId} crossed ours and is ignored`);
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

  /** Sends our answer to the phone's offer, unless it was sent before. */
  describe(type: 'sdp.answer' | 'sdp.pranswer'): void {
    const negotiation = this.#negotiation;
    if (negotiation.at !== 'answering') return;
    const media = this.#media;
    const { callId, log } = this.#port;
    negotiation.answer
      .then(
        (sdp) => {
          // The media was replaced meanwhile, so this answer describes a closed connection.
          if (negotiation.isSent || media !== this.#media) return;
          if (type === 'sdp.answer') negotiation.isSent = this.#port.isHere();
          this.#port.tell({ type, call_id: callId, sdp });
        },
        () => {}, // takeOffer() handles the failure.
      )
      .catch((error: unknown) => log.warn(faultOf(error, `describing the media of ${callId}`)));
  }

  /** Sends the first offer to a phone that rings. */
  offer(): void {
    this.#offer({ ownCertificate: false, iceRestart: false });
  }

  /** Sends a new offer to a phone that rang before and may have been reloaded since. */
  offerAgain(): void {
    this.#replace();
    this.offer();
  }

  /** Sends an offer during a call. If the phone does not answer within `answerWithinMs`, the call ends. */
  reoffer(kind: ReofferKind): void {
    if (kind === 'move') this.#replace();
    this.#offer({ ownCertificate: kind === 'move', iceRestart: kind === 'restart' }, this.#port.answerWithinMs);
  }

  /** The phone reconnected during a call: sends it the offer or answer that it may have missed. */
  resume(): void {
    // The phone missed our offer or was reloaded. An offer from a new endpoint works in both cases.
    if (this.#negotiation.at === 'offering') this.reoffer('move');
    else this.describe('sdp.answer');
  }

  /** Takes the phone's answer to our offer, then calls `onUp` unless the media was replaced. False if none is due. */
  takeAnswer(sdp: string, onUp: () => void): boolean {
    const negotiation = this.#negotiation;
    if (negotiation.at !== 'offering' || !negotiation.isSent) return false;
    this.#settle();
    const endpoint = fingerprintOf(sdp);
    if (negotiation.isRestart && endpoint !== this.#endpoint) {
      this.reoffer('move'); // The phone was reloaded, so it cannot restart ICE. Set up a new connection.
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
        if (answerWithinMs !== undefined) negotiation.deadline = this.#expectAnswer(answerWithinMs);
        this.#port.tell({ type: 'sdp.offer', call_id: this.#port.callId, sdp });
      })
      .catch((error: unknown) => this.#failed(error, media));
  }

  #expectAnswer(withinMs: number): NodeJS.Timeout {
    return later(this.#port.log, withinMs, () => {
      if (!this.#port.isHere()) return; // It gets a new offer when it reconnects, or its grace time ends the call.
      this.#port.log.warn(`the phone of ${this.#port.callId} did not answer our offer in time`);
      this.#port.onBroken();
    });
  }

  #settle(): void {
    if (this.#negotiation.at === 'offering') clearTimeout(this.#negotiation.deadline);
    this.#negotiation = { at: 'rest' };
  }

  /** Ends the call, unless the media that failed was replaced or closed meanwhile. */
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
      // Restart the sound, so that the phone hears from its beginning a beep that started before the path was up.
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
