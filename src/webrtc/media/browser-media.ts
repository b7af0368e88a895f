import { deferred } from '../../core/deferred.js';
import { PhoneError } from '../../core/phone-error.js';
import type { Platform } from '../platform.js';
import type { CallMedia, MediaEvents, RemoteCandidate } from './call-media.js';
import type { CandidateSink } from './candidates.js';
import { DtmfQueue } from './dtmf-queue.js';
import { Negotiation } from './negotiation.js';
import { Speaker } from './speaker.js';

export interface BrowserMediaOptions {
  readonly configuration: RTCConfiguration;
  readonly playRemoteAudio: boolean;
}

/** A call's media on RTCPeerConnection. */
export class BrowserMedia implements CallMedia {
  readonly peerConnection: RTCPeerConnection;
  readonly remoteStream: MediaStream;
  readonly #configuration: RTCConfiguration;
  readonly #negotiation: Negotiation;
  readonly #digits: DtmfQueue;
  readonly #speaker: Speaker | undefined;
  /** The other side's offer, which the user may answer before it comes. */
  readonly #offered = { ...deferred<void>(), sdp: '' };
  #events: MediaEvents | undefined;
  /** The path was lost, and is not up again. */
  #isLost = false;

  constructor(platform: Platform, { configuration, playRemoteAudio }: BrowserMediaOptions) {
    const pc = new platform.RTCPeerConnection(configuration);
    this.peerConnection = pc;
    this.remoteStream = new platform.MediaStream();
    this.#configuration = configuration;
    this.#negotiation = new Negotiation(pc, configuration.iceTransportPolicy ?? 'all', platform.timers);
    this.#digits = new DtmfQueue({
      peerConnection: pc,
      canSend: () => this.isUp,
      onRefused: (error) => this.#events?.onDigitsRefused(error),
    });
    this.#speaker = playRemoteAudio ? new Speaker(this.remoteStream, platform.timers) : undefined;
    this.prepared.catch(() => {}); // prepareAnswer() rejects too; nobody may be answering.
    pc.addEventListener('track', ({ track }) => {
      this.remoteStream.addTrack(track);
      this.#events?.onTrack();
    });
    pc.addEventListener('connectionstatechange', () => this.#pathChanged());
  }

  get isUp(): boolean {
    // Until a restart is answered, our checks alone may succeed: nothing comes back over such a path.
    return this.peerConnection.connectionState === 'connected' && !(this.#isLost && this.isOffering);
  }

  get isOffering(): boolean {
    return this.#negotiation.isOffering;
  }

  get prepared(): Promise<void> {
    return this.#offered.promise;
  }

  setEvents(events: MediaEvents): void {
    this.#events = events;
  }

  async offer(): Promise<string> {
    const pc = this.peerConnection;
    if (pc.getSenders().length === 0) pc.addTransceiver('audio', { direction: 'sendrecv' });
    return this.#negotiation.offer();
  }

  async restart(iceServers: RTCIceServer[], viaRelay: boolean): Promise<string> {
    const { iceTransportPolicy = 'all' } = this.#configuration;
    return this.#negotiation.restart({
      ...this.#configuration,
      iceServers,
      iceTransportPolicy: viaRelay ? 'relay' : iceTransportPolicy,
    });
  }

  offerSent(): void {
    this.#negotiation.offerSent();
  }

  prepareAnswer(offer: string): Promise<void> {
    if (offer !== this.#offered.sdp) {
      this.#offered.sdp = offer;
      this.#offered.resolve(this.#negotiation.takeOffer(offer));
    }
    return this.prepared;
  }

  answer(): Promise<string> {
    return this.#negotiation.answer();
  }

  answerOffer(offer: string): Promise<string> {
    return this.#negotiation.answerOffer(offer);
  }

  isElsewhere(offer: string): boolean {
    const known = this.peerConnection.remoteDescription;
    return known !== null && fingerprints(known.sdp) !== fingerprints(offer);
  }

  async accept(type: 'pranswer' | 'answer', sdp: string): Promise<void> {
    await this.#negotiation.accept(type, sdp);
    if (this.#isLost && this.isUp) this.#pathUp();
  }

  addRemoteCandidate(candidate: RemoteCandidate): void {
    this.#negotiation.addRemoteCandidate(candidate);
  }

  trickle(sink: CandidateSink): void {
    this.#negotiation.trickle(sink);
  }

  sendDigits(digits: string, durationMs: number, gapMs: number): void {
    this.#digits.send(digits, durationMs, gapMs);
  }

  async play(): Promise<void> {
    await this.#speaker?.play();
  }

  close(): void {
    const over = new PhoneError('call_failed', 'The call is over.');
    this.#offered.reject(over);
    this.#negotiation.close(over);
    this.#speaker?.close();
    this.peerConnection.close();
  }

  #pathChanged(): void {
    if (this.isUp) return this.#pathUp();
    if (!['disconnected', 'failed'].includes(this.peerConnection.connectionState)) return;
    this.#isLost = true;
    this.#events?.onPath(false);
  }

  #pathUp(): void {
    this.#isLost = false;
    this.#digits.flush();
    this.#events?.onPath(true);
  }
}

/** Which endpoint a description is of (RFC 8122). */
const fingerprints = (sdp: string): string => (sdp.match(/^a=fingerprint:.*$/gm) ?? []).sort().join().toLowerCase();
