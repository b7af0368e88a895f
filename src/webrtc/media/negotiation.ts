import type { PhoneError } from '../../core/phone-error.js';
import { abortable, type Timers } from '../../core/timing.js';
import type { RemoteCandidate } from './call-media.js';
import { type CandidateSink, type Candidates, watchCandidates } from './candidates.js';

/** More candidates than any description has. */
const MOST_EARLY = 100;

/**
 * The offers and answers of one peer connection (JSEP, RFC 8829), one step at a time. At most one offer of ours is
 * outstanding: one that was sent and is not answered is sent again word for word, so that whichever answer comes fits.
 */
export class Negotiation {
  readonly #pc: RTCPeerConnection;
  readonly #timers: Timers;
  readonly #closed = new AbortController();
  #policy: RTCIceTransportPolicy;
  #steps: Promise<unknown> = Promise.resolve();
  #candidates: Candidates | undefined;
  /** Candidates of the other side that came before its first description. */
  readonly #early: RemoteCandidate[] = [];
  /** How often the outstanding offer was sent. */
  #sent = 0;
  /** Answers that may still come to offers that are settled. */
  #owed = 0;

  constructor(pc: RTCPeerConnection, policy: RTCIceTransportPolicy, timers: Timers) {
    this.#pc = pc;
    this.#policy = policy;
    this.#timers = timers;
  }

  /** Whether an offer of ours has no final answer yet. */
  get isOffering(): boolean {
    return ['have-local-offer', 'have-remote-pranswer'].includes(this.#pc.signalingState);
  }

  /** Our offer, with candidates; the outstanding one, if there is one. At most 5 s. */
  offer(): Promise<string> {
    return this.#step(async () => {
      if (!this.isOffering) await this.#describe(await this.#pc.createOffer());
      return this.#description();
    });
  }

  /** An offer with new ICE credentials, unless one was sent that is not answered yet. At most 5 s. */
  restart(configuration: RTCConfiguration): Promise<string> {
    return this.#step(async () => {
      if (!this.isOffering || this.#sent === 0) {
        this.#policy = configuration.iceTransportPolicy ?? 'all';
        this.#pc.setConfiguration(configuration);
        await this.#describe(await this.#pc.createOffer({ iceRestart: true }));
      }
      return this.#description();
    });
  }

  /** The description that was asked for last went out. */
  offerSent(): void {
    this.#sent++;
  }

  /** Takes the other side's offer. It wins over one of ours that crosses it, which is taken back. */
  takeOffer(sdp: string): Promise<void> {
    return this.#step(() => this.#takeOffer(sdp));
  }

  /** Our answer to the offer that was taken, with candidates. At most 5 s. */
  answer(): Promise<string> {
    return this.#step(() => this.#answer());
  }

  /** Both at once, for a call that is up. */
  answerOffer(sdp: string): Promise<string> {
    return this.#step(async () => {
      await this.#takeOffer(sdp);
      return this.#answer();
    });
  }

  /** Takes the answer to our outstanding offer; one that answers nothing, or an earlier offer, changes nothing. */
  accept(type: 'pranswer' | 'answer', sdp: string): Promise<void> {
    const isDue = this.#sent > 0; // Now: an answer that came before an offer went out is not to that one.
    return this.#step(async () => {
      const pc = this.#pc;
      // An answer to a restart has new ICE credentials (RFC 8839 §4.4.1.1.1); an earlier one repeats those we have.
      const ufrag = iceUfrag(sdp);
      const isStale = this.#owed > 0 && ufrag !== undefined && ufrag === iceUfrag(pc.remoteDescription?.sdp);
      if (!isDue || !this.isOffering || isStale) {
        if (this.#owed > 0) this.#owed--;
        return;
      }
      await pc.setRemoteDescription({ type, sdp });
      if (type === 'answer') {
        this.#owed += Math.max(this.#sent - 1, 0);
        this.#sent = 0;
      }
      this.#flushEarly();
    });
  }

  addRemoteCandidate(candidate: RemoteCandidate): void {
    if (!this.#pc.remoteDescription && this.#early.length < MOST_EARLY) this.#early.push(candidate);
    // One that cannot be used is no reason to fail: others may do.
    else void this.#step(() => this.#pc.addIceCandidate(candidate)).catch(() => {});
  }

  trickle(sink: CandidateSink): void {
    this.#candidates?.trickle(sink);
  }

  /** What is under way rejects, for this reason. */
  close(reason: PhoneError): void {
    this.#closed.abort(reason);
  }

  async #takeOffer(sdp: string): Promise<void> {
    const pc = this.#pc;
    await pc.setRemoteDescription({ type: 'offer', sdp });
    this.#sent = 0;
    this.#flushEarly();
    const [transceiver] = pc.getTransceivers();
    if (transceiver) transceiver.direction = 'sendrecv';
  }

  async #answer(): Promise<string> {
    const pc = this.#pc;
    if (pc.signalingState === 'have-remote-offer') await this.#describe(await pc.createAnswer());
    return this.#description();
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    this.#candidates?.stop();
    this.#candidates = watchCandidates(this.#pc, this.#policy, this.#timers);
    this.#sent = 0;
    await this.#pc.setLocalDescription(description);
  }

  async #description(): Promise<string> {
    await this.#candidates?.usable;
    return this.#pc.localDescription?.sdp ?? '';
  }

  #flushEarly(): void {
    for (const candidate of this.#early.splice(0)) void this.#pc.addIceCandidate(candidate).catch(() => {});
  }

  #step<T>(step: () => Promise<T>): Promise<T> {
    const { signal } = this.#closed;
    const result = this.#steps.then(() => {
      signal.throwIfAborted();
      return abortable(signal, step());
    });
    this.#steps = result.catch(() => {});
    return result;
  }
}

/** Names the ICE session of a description (RFC 8839 §5.4). */
const iceUfrag = (sdp = ''): string | undefined => /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1];
