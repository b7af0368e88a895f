import { PhoneError } from '../../core/phone-error.js';
import { type Timers, withDeadline } from '../../core/timing.js';
import type { CallMedia } from './call-media.js';
import type { CandidateSink } from './candidates.js';
import { mediaError } from './media-error.js';
import { PathKeeper } from './path-repair.js';
import type { Ringback } from './ringback.js';
import { SilenceWatch, type SilentSide } from './silence-watch.js';

/** What a call's audio needs of its call. */
export interface CallAudioPort {
  readonly timers: Timers;
  /** ICE servers that have not expired. */
  iceServers(): Promise<RTCIceServer[]>;
  /** Sends our offer. @throws PhoneError `transport_closed` when the phone is not connected. */
  sendOffer(sdp: string): void;
  report(error: PhoneError): void;
  readonly ringback: Ringback | undefined;
  newMedia(): CallMedia;
  isOver(): boolean;
  /** Whether the call rings here: the service does not know our answer yet, no path can be up. */
  isRingingHere(): boolean;
  /** Rejects with `transport_closed` when the signalling is dead: what took the path may have taken that too. */
  proveConnection(): Promise<void>;
  /** Whether both sides should hear each other. */
  isTalking(): boolean;
  /** The audio cannot be had, or is lost: a caller must not wait in silence. */
  onFailed(error: PhoneError): void;
  onBlocked(): void;
  onMicrophone(state: MicrophoneState): void;
  onSilence(side: SilentSide): void;
}

/** A call that was answered has its path by then, */
const PATH_WITHIN_MS = 10_000;
/** or is soon to have another, when the network changed before the answer. */
const DOUBTED_PATH_WITHIN_MS = 500;
/** A restored call only listens when its microphone takes longer. */
const MICROPHONE_WITHIN_MS = 1_500;
/** A repair does without ICE servers that take longer. */
const SERVERS_WITHIN_MS = 2_000;

/** It was unplugged or revoked; another one took its place. */
export type MicrophoneState = 'lost' | 'recovered';

/** What one call lets hear and takes in: its media, which a restored call may replace, early media and ringback. */
export class CallAudio {
  readonly #callId: string;
  readonly #port: CallAudioPort;
  readonly #path: PathKeeper;
  readonly #silence: SilenceWatch;
  #media: CallMedia;
  #muted = false;
  #isPastRinging = false;
  #isRejoining = false;
  #isListening = false;
  #restarts = 0;
  /** The path was lost, or may have been, before there was anybody to tell. */
  #isDoubtful = false;

  constructor(callId: string, media: CallMedia, port: CallAudioPort) {
    this.#callId = callId;
    this.#port = port;
    this.#media = media;
    this.#path = new PathKeeper({
      timers: port.timers,
      isUp: () => this.#media.isUp,
      restart: (viaRelay) => this.#restart(viaRelay),
      onGivenUp: () => this.#fail(new PhoneError('call_failed', 'The audio connection failed; call again.')),
    });
    this.#silence = new SilenceWatch({
      timers: port.timers,
      getStats: () => this.#media.peerConnection.getStats(),
      isExpected: (side) => port.isTalking() && (side === 'remote' || !(this.#muted || this.#isListening)),
      onSilence: port.onSilence,
    });
    this.#listen();
  }

  get media(): CallMedia {
    return this.#media;
  }

  get isMuted(): boolean {
    return this.#muted;
  }

  /** Whether an offer of ours to take part again awaits its answer. */
  get isRejoining(): boolean {
    return this.#isRejoining;
  }

  /** Whether there is no microphone that could be unmuted. */
  get isListening(): boolean {
    return this.#isListening;
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#media.setMuted(muted);
  }

  /** The other party is alerted. Early media, where there is some, says so better than our tone. */
  ring(): void {
    if (!this.#isPastRinging) this.#port.ringback?.start(this);
  }

  /** There is something to hear now, or never: our tone does not come back. */
  stopRinging(): void {
    this.#isPastRinging = true;
    this.#port.ringback?.stop(this);
  }

  takeOffer(sdp: string): void {
    this.#attempt(this.#media.prepareAnswer(sdp));
  }

  takeAnswer(sdp: string): void {
    this.#isRejoining = false;
    this.#attempt(this.#media.accept('answer', sdp));
  }

  /** Firefox cannot take a provisional answer: our tone stands for what is not heard, and the final answer follows. */
  takeEarlyAnswer(sdp: string): void {
    this.#media.accept('pranswer', sdp).then(
      () => this.stopRinging(),
      () => this.ring(),
    );
  }

  /** Takes the microphone and gives our answer; nothing, when nobody waits for it any more. */
  answer(): Promise<string | undefined> {
    return this.#whileWanted(this.#media.answer());
  }

  /**
   * Offers to take part in a call that goes on. With a microphone that was granted before, which may come after the
   * offer; else we only listen, muted.
   */
  async rejoin(): Promise<void> {
    if (this.#isRejoining) this.renew(); // An offer that was not answered is not made twice.
    this.#isRejoining = true;
    const media = this.#media;
    const offered = media.offer(false);
    const speaking = media.takeGrantedMicrophone();
    const sdp = await this.#whileWanted(offered);
    if (sdp === undefined) return;
    this.#port.sendOffer(sdp);
    const speaks = await this.#whileWanted(this.#inTime(speaking, media));
    if (speaks === undefined) return;
    this.#isListening = !speaks;
    if (!speaks) this.setMuted(true);
  }

  /** Takes the microphone of a call that we only listen to; whether that came about. */
  async speak(): Promise<boolean> {
    const isTaken = await this.#whileWanted(this.#media.takeMicrophone().then(() => true));
    if (!isTaken) return false;
    this.#isListening = false;
    this.setMuted(false);
    return true;
  }

  trickle(sink: CandidateSink): void {
    this.#media.trickle(sink);
  }

  /** The call is connected: its path has to come up. */
  answered(): void {
    this.stopRinging();
    this.#path.expect(this.#isDoubtful ? DOUBTED_PATH_WITHIN_MS : PATH_WITHIN_MS);
    this.#isDoubtful = false;
  }

  /** The network changed, and with it perhaps the path. */
  repairPath(): void {
    // A provisional answer leaves no room for an offer; the final one ends that.
    const isEarly = this.#media.peerConnection.signalingState === 'have-remote-pranswer';
    if (this.#port.isRingingHere() || isEarly) this.doubtPath();
    else if (!this.#port.isOver()) this.#path.repair();
  }

  /** Nothing can be repaired yet: looked at once the call is answered. */
  doubtPath(): void {
    this.#isDoubtful = true;
  }

  /** The phone is connected again: a repair may have been lost. */
  repairAgain(): void {
    this.#path.again();
  }

  /** Begins anew, for an offer that comes from another endpoint of the service. */
  renew(): void {
    this.#path.rest();
    this.#media.close();
    this.#media = this.#port.newMedia();
    this.#media.setMuted(this.#muted);
    this.#listen();
  }

  close(): void {
    this.stopRinging();
    this.#path.rest();
    this.#silence.stop();
    this.#media.close();
  }

  #listen(): void {
    this.#media.listen({
      onPath: (isUp) => (isUp ? this.#pathUp() : this.repairPath()),
      onDigitsRefused: (error) => this.#port.report(mediaError(error, this.#callId)),
      onMicrophoneLost: () => this.#port.isOver() || this.#port.onMicrophone('lost'),
      onMicrophoneReplaced: (error) => this.#port.isOver() || this.#microphoneReplaced(error),
      onAudioBlocked: () => this.#port.onBlocked(),
    });
  }

  #pathUp(): void {
    this.#path.rest();
    this.#silence.start();
  }

  #microphoneReplaced(error: unknown): void {
    if (!error) return this.#port.onMicrophone('recovered');
    this.#isListening = true;
    this.#port.report(mediaError(error, this.#callId));
  }

  async #restart(viaRelay: boolean): Promise<void> {
    const turn = ++this.#restarts;
    const isStale = () => turn !== this.#restarts; // The candidates of a later one do not belong to our offer.
    // An offer that is never answered would leave the browser with a path of its own, and slow at finding the next.
    await this.#port.proveConnection();
    // Better the direct path alone than none.
    const servers = await this.#serversSoon().catch(() => []);
    if (isStale()) return;
    const hasRelay = servers.some(({ urls }) => [urls].flat().some((url) => url.startsWith('turn')));
    const sdp = await this.#whileWanted(this.#media.restart(servers, viaRelay && hasRelay));
    if (sdp !== undefined && !isStale()) this.#port.sendOffer(sdp);
  }

  /** A device that is slow to open must not keep the page from its call: a microphone that comes later is let go. */
  #inTime(speaking: Promise<boolean>, media: CallMedia): Promise<boolean> {
    const late = () => this.#isListening && media.releaseMicrophone();
    return withDeadline(this.#port.timers, MICROPHONE_WITHIN_MS, speaking, () => new Error('late'), late).catch(
      () => false,
    );
  }

  #serversSoon(): Promise<RTCIceServer[]> {
    return withDeadline(this.#port.timers, SERVERS_WITHIN_MS, this.#port.iceServers(), () => new Error('late'));
  }

  #attempt(work: Promise<void>): void {
    this.#whileWanted(work).catch((cause) => this.#fail(cause));
  }

  /** What comes of the work; nothing, when the call is over or has other media by then. */
  async #whileWanted<T>(work: Promise<T>): Promise<T | undefined> {
    const media = this.#media;
    const isStale = () => this.#port.isOver() || media !== this.#media;
    try {
      const result = await work;
      return isStale() ? undefined : result;
    } catch (cause) {
      if (isStale()) return undefined;
      throw cause;
    }
  }

  #fail(cause: unknown): void {
    if (!this.#port.isOver()) this.#port.onFailed(mediaError(cause, this.#callId));
  }
}
