import { candidatesPerDescription } from '../../../generated/v1/limits.js';
import { deferred } from '../../core/deferred.js';
import { abortable, type Timers } from '../../core/timing.js';
import { type CandidateSink, type Candidates, watchCandidates } from './candidates.js';
import { callOver } from './media-error.js';

export interface RemoteCandidate {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
}

/** The configuration of a peer connection, with its policy named. */
export type MediaConfiguration = RTCConfiguration & Required<Pick<RTCConfiguration, 'iceTransportPolicy'>>;

/**
 * The offers and answers of one peer connection (JSEP, RFC 8829), one step at a time. At most one offer of ours is
 * outstanding: one that was sent and is not answered is sent again word for word, so that whichever answer comes fits.
 */
export class Negotiation {
  readonly #pc: RTCPeerConnection;
  readonly #configuration: MediaConfiguration;
  protected readonly timers: Timers;
  readonly #closed = new AbortController();
  /** The other side's offer, which the user may answer before it comes. */
  readonly #offered = { ...deferred<void>(), sdp: '' };
  /** Candidates of the other side: how many since its last description, and those that came before its first. */
  readonly #remote = { count: 0, early: [] as RemoteCandidate[] };
  #steps: Promise<unknown> = Promise.resolve();
  #candidates: Candidates | undefined;
  /** How often the outstanding offer was sent. */
  #sent = 0;
  /** Answers that may still come to offers that are settled. */
  #owed = 0;

  constructor(pc: RTCPeerConnection, configuration: MediaConfiguration, timers: Timers) {
    this.#pc = pc;
    this.#configuration = configuration;
    this.timers = timers;
    this.prepared.catch(() => {}); // prepareAnswer() rejects too; nobody may be answering.
  }

  /** Whether an offer of ours has no final answer yet. */
  get isOffering(): boolean {
    return ['have-local-offer', 'have-remote-pranswer'].includes(this.#pc.signalingState);
  }

  /** Resolves once the other side's offer has been taken: the sender is there. Rejects when it cannot be, or at the end. */
  get prepared(): Promise<void> {
    return this.#offered.promise;
  }

  /** Our first offer, with candidates, or the one that is out. The sender is there at once. At most 5 s. */
  offer(): Promise<string> {
    if (this.#pc.getSenders().length === 0) this.#pc.addTransceiver('audio', { direction: 'sendrecv' });
    return this.#step(async () => {
      if (!this.isOffering) await this.#describe(await this.#pc.createOffer());
      return this.#description();
    });
  }

  /**
   * An offer with new ICE credentials over these servers (`viaRelay`: over TURN alone), unless one was sent that is not
   * answered yet. At most 5 s.
   */
  restart(iceServers: RTCIceServer[], viaRelay: boolean): Promise<string> {
    return this.#step(async () => {
      if (!this.isOffering || this.#sent === 0) {
        const iceTransportPolicy = viaRelay ? 'relay' : this.#configuration.iceTransportPolicy;
        this.#pc.setConfiguration({ ...this.#configuration, iceServers, iceTransportPolicy });
        await this.#describe(await this.#pc.createOffer({ iceRestart: true }), iceTransportPolicy);
      }
      return this.#description();
    });
  }

  /** The description that was asked for last went out. */
  offerSent(): void {
    this.#sent++;
  }

  /** Takes the other side's offer, of a call that rings here. */
  prepareAnswer(sdp: string): Promise<void> {
    if (sdp !== this.#offered.sdp) {
      this.#offered.sdp = sdp; // It may be said twice.
      this.#offered.resolve(this.#step(() => this.#takeOffer(sdp)));
    }
    return this.prepared;
  }

  /** Our answer to it, with candidates. At most 5 s. */
  answer(): Promise<string> {
    return this.#step(() => this.#answer());
  }

  /** Our answer to a new offer of a call that is up. It wins over one of ours that crosses it, which is taken back. */
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

  /** Whether an offer comes from another endpoint of the service, which takes a peer connection of its own. */
  isElsewhere(offer: string): boolean {
    const known = this.#pc.remoteDescription;
    return known !== null && fingerprints(known.sdp) !== fingerprints(offer);
  }

  addRemoteCandidate(candidate: RemoteCandidate): void {
    if (++this.#remote.count > candidatesPerDescription) return;
    if (!this.#pc.remoteDescription) this.#remote.early.push(candidate);
    // One that cannot be used is no reason to fail: others may do.
    else void this.#step(() => this.#pc.addIceCandidate(candidate)).catch(() => {});
  }

  trickle(sink: CandidateSink): void {
    this.#candidates?.trickle(sink);
  }

  /** What is under way rejects. */
  close(): void {
    const reason = callOver();
    this.#offered.reject(reason);
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

  async #describe(
    description: RTCSessionDescriptionInit,
    policy = this.#configuration.iceTransportPolicy,
  ): Promise<void> {
    this.#candidates?.stop();
    this.#candidates = watchCandidates(this.#pc, policy, this.timers);
    this.#sent = 0;
    await this.#pc.setLocalDescription(description);
  }

  async #description(): Promise<string> {
    await this.#candidates?.usable;
    return this.#pc.localDescription?.sdp ?? '';
  }

  #flushEarly(): void {
    this.#remote.count = 0;
    for (const candidate of this.#remote.early.splice(0)) void this.#pc.addIceCandidate(candidate).catch(() => {});
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

/** Which endpoint a description is of (RFC 8122). */
const fingerprints = (sdp: string): string => (sdp.match(/^a=fingerprint:.*$/gm) ?? []).sort().join().toLowerCase();
