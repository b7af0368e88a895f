import type { HoldSide } from '../../../generated/v1/messages.js';
import { PhoneError } from '../../core/phone-error.js';
import { withDeadline } from '../../core/timing.js';
import { type AudioEnvironment, type AudioOwner, NOBODY } from './audio-ports.js';
import type { CallMedia } from './call-media.js';
import { LocalAudio, type MicrophoneOwner } from './local-audio.js';
import { PathRepair } from './path-repair.js';
import { SilenceWatch } from './silence-watch.js';

type Stage =
  /**
   * Not answered yet. `isOffered`: the other side offers. `hasEarlyMedia`: it is heard already. `isDoubtful`: the path
   * may have been lost meanwhile.
   */
  | { readonly at: 'setup'; isOffered?: boolean; hasEarlyMedia?: boolean; isDoubtful?: boolean }
  /** `isTalking`: no side holds the call. */
  | { readonly at: 'up'; isTalking: boolean }
  | { readonly at: 'closed' };

/** A call that was answered has its path by then, */
const PATH_WITHIN_MS = 10_000;
/** or is soon to have another, when the network changed before the answer. */
const DOUBTED_PATH_WITHIN_MS = 500;
/** A repair does without ICE servers that take longer. */
const SERVERS_WITHIN_MS = 2_000;

/** What one call lets hear and takes in: its local audio, the peer connection that carries it, and the repair of its path. */
export class CallAudio {
  readonly #env: AudioEnvironment;
  readonly local: LocalAudio;
  readonly #path: PathRepair;
  readonly #silence: SilenceWatch;
  #media: CallMedia;
  readonly #owner: AudioOwner & MicrophoneOwner = { ...NOBODY, onSettled: () => this.#isBlocked && this.#play() };
  #stage: Stage = { at: 'setup' };
  #isBlocked = false;
  /**
   * After a drop, until the service has said all that it had to say: whether an offer of before is still out. An answer
   * that comes until then is to that one; an offer that is made meanwhile has none yet.
   */
  #hadOffer: boolean | undefined;
  #restarts = 0;

  /** `isMuted`: how the user left the microphone, on the page before a reload. */
  constructor(env: AudioEnvironment, iceServers: RTCIceServer[], isMuted = false) {
    this.#env = env;
    this.local = new LocalAudio(env, this.#owner, isMuted);
    this.#path = new PathRepair({
      timers: env.timers,
      isUp: () => this.#media.isUp,
      restart: (viaRelay) => this.#restart(viaRelay),
      onGivenUp: () => this.#owner.fail(new PhoneError('call_failed', 'The audio connection failed; call again.')),
    });
    this.#silence = new SilenceWatch({
      timers: env.timers,
      getStats: () => this.#media.peerConnection.getStats(),
      isExpected: (side) =>
        this.#stage.at === 'up' && this.#stage.isTalking && (side === 'remote' || this.local.isOpen),
      onSilence: (side) => this.#owner.emit('silence', side),
    });
    this.#media = this.#newMedia(iceServers);
  }

  /** What carries it; another one when the service moves the call. */
  get media(): CallMedia {
    return this.#media;
  }

  /** The call that this is the audio of, from here on. */
  belongTo(owner: AudioOwner): void {
    Object.assign(this.#owner, owner);
  }

  /** Who holds the call; `isHeldByUs`: nothing of ours is to be heard, from the moment on at which the user asks for it. */
  setHold(heldBy: HoldSide | undefined, isHeldByUs: boolean): void {
    if (this.#stage.at === 'up') this.#stage.isTalking = !heldBy && !isHeldByUs;
    this.local.setHeld(isHeldByUs);
  }

  /** The other party is alerted. Early media, where there is some, says so better than our tone. */
  ring(): void {
    if (this.#stage.at === 'setup' && !this.#stage.hasEarlyMedia) this.#env.ringback?.start(this);
  }

  /** Our offer for a call that is being placed, with the microphone. At most 66 s. */
  async offer(): Promise<string> {
    const offered = this.#media.offer();
    // The network is asked for candidates while the user is asked for the microphone.
    const [sdp] = await Promise.all([offered, this.#speak()]);
    this.#media.offerSent();
    return sdp;
  }

  /** Sends the candidates that are not inside our description. */
  trickle(): void {
    this.#media.trickle((candidate) => {
      this.#owner.send(
        candidate
          ? {
              type: 'ice.candidate',
              candidate: candidate.candidate,
              sdp_mid: candidate.sdpMid,
              sdp_m_line_index: candidate.sdpMLineIndex,
            }
          : { type: 'ice.done' },
      );
    });
  }

  /** The offer of a call that rings here, or of one that is up: its media moved, or the service restarts ICE. */
  takeOffer(sdp: string): void {
    if (this.#stage.at === 'up') return void this.#answerAgain(sdp);
    if (this.#stage.at === 'setup') this.#stage.isOffered = true;
    const { peerConnection } = this.#media;
    const prepared = this.#media.prepareAnswer(sdp);
    this.#attempt(prepared);
    // From here on the page may put a track of its own on the call.
    prepared.then(() => this.local.attach(peerConnection)).catch(() => {});
  }

  /** Takes the microphone and gives our answer; nothing, when nobody waits for it any more. At most 66 s. */
  answer(): Promise<string | undefined> {
    const media = this.#media;
    return this.#whileCurrent(
      (async () => {
        await media.prepared;
        await this.#speak(media);
        // Not while it rings: DTLS would ask a service that cannot answer yet, and ask again ever more rarely.
        return media.answer();
      })(),
    );
  }

  takeAnswer(sdp: string): void {
    if (this.#hadOffer === false) return;
    this.#attempt(this.#media.accept('answer', sdp).then(() => this.#path.answered()));
  }

  /** Firefox cannot take a provisional answer: our tone stands for what is not heard, and the final answer follows. */
  takeEarlyAnswer(sdp: string): void {
    this.#media.accept('pranswer', sdp).then(
      () => {
        if (this.#stage.at === 'setup') this.#stage.hasEarlyMedia = true;
        this.#env.ringback?.stop(this);
      },
      () => this.ring(),
    );
  }

  /** The call is connected: its path has to come up. `wasReleased`: and the microphone, which was let go of, comes back. */
  answered(wasReleased: boolean): void {
    if (this.#stage.at !== 'setup') return;
    const { isDoubtful } = this.#stage;
    this.#stage = { at: 'up', isTalking: true };
    this.#env.ringback?.stop(this);
    this.#path.expect(isDoubtful ? DOUBTED_PATH_WITHIN_MS : PATH_WITHIN_MS);
    if (wasReleased) this.#speak().catch((cause) => this.#owner.report(cause));
  }

  /** Takes part in a call that goes on. With a microphone that was granted before; else we only listen, muted. At most 7 s. */
  async rejoin(): Promise<void> {
    const offering = this.#sendOffer(this.#media.offer());
    await Promise.all([offering, this.local.acquireGranted()]);
  }

  /** The phone is back, and the call with it. */
  reconnected(): void {
    this.trickle();
    this.#hadOffer = this.#media.isOffering;
    if (!this.#hadOffer) this.#path.again();
  }

  /** The service has said all that it had to say after a drop: an answer that has not come by now is lost. */
  offerAgain(): void {
    const isLost = this.#hadOffer && this.#media.isOffering;
    this.#hadOffer = undefined;
    if (this.#stage.at !== 'up' || !isLost) return;
    if (!this.#path.again()) this.#sendOffer(this.#media.offer()).catch(() => {}); // Or after the next drop.
  }

  /** The network changed, and with it perhaps the path. */
  networkChanged(): void {
    if (this.#stage.at === 'setup') this.#stage.isDoubtful = true;
    if (this.#stage.at === 'up') this.#path.networkChanged(this.#media.isOffering);
  }

  /** Begins anew, for an offer that comes from another endpoint of the service. */
  renew(): void {
    this.#path.settle();
    this.#media.close();
    this.#media = this.#newMedia(this.#env.currentIceServers());
  }

  /** @throws PhoneError when the call cannot send them; of a call that we hold, that is reported. */
  sendDigits(...digits: Parameters<CallMedia['sendDigits']>): void {
    if (!this.local.isHeld) return this.#media.sendDigits(...digits);
    const sent = this.local.lendTrack().then(() => this.#media.sendDigits(...digits));
    sent.catch((cause) => this.#owner.report(cause));
  }

  close(): void {
    this.#stage = { at: 'closed' };
    this.belongTo(NOBODY);
    this.#env.ringback?.stop(this);
    this.#path.settle();
    this.#silence.stop();
    this.local.close();
    this.#media.close();
  }

  #newMedia(iceServers: RTCIceServer[]): CallMedia {
    return this.#env.newMedia(iceServers, {
      onPath: (isUp) => this.#pathChanged(isUp),
      onTrack: () => this.#play(),
      onDigitsRefused: (error) => this.#owner.report(error),
    });
  }

  async #speak(media = this.#media): Promise<void> {
    await this.local.attach(media.peerConnection);
    await this.local.acquire();
  }

  #play(): void {
    this.#media.play().then(
      () => {
        this.#isBlocked = false;
      },
      (error) => {
        if (error?.name !== 'NotAllowedError') return;
        // A page that has the microphone may play: once it is there, playing is tried again.
        if (this.local.isSettled) this.#owner.emit('audioBlocked');
        this.#isBlocked = !this.local.isSettled;
      },
    );
  }

  #pathChanged(isUp: boolean): void {
    if (isUp) {
      this.#path.settle();
      this.#silence.start();
      return;
    }
    const stage = this.#stage;
    // A provisional answer leaves no room for an offer, and a call that rings here none for a path; the answer ends that.
    const isEarly = this.#media.peerConnection.signalingState === 'have-remote-pranswer';
    if (stage.at === 'setup' && (stage.isOffered || isEarly)) stage.isDoubtful = true;
    else if (stage.at !== 'closed') this.#path.repair();
  }

  async #restart(viaRelay: boolean): Promise<void> {
    const turn = ++this.#restarts;
    // An offer that is never answered would leave the browser with a path of its own, and slow at finding the next.
    await this.#env.proveConnection();
    // Better the direct path alone than none.
    const servers = await withDeadline(this.#env.timers, SERVERS_WITHIN_MS, this.#env.iceServers(), Error).catch(
      () => [],
    );
    if (turn !== this.#restarts) return;
    const hasRelay = servers.some(({ urls }) => [urls].flat().some((url) => url.startsWith('turn')));
    await this.#sendOffer(this.#media.restart(servers, viaRelay && hasRelay));
  }

  async #sendOffer(offered: Promise<string>): Promise<void> {
    const media = this.#media;
    const ready = await this.#whileCurrent(Promise.all([offered, this.local.attach(media.peerConnection)]));
    if (!ready) return;
    this.#owner.send({ type: 'sdp.offer', sdp: ready[0] });
    media.offerSent();
    this.trickle();
  }

  async #answerAgain(offer: string): Promise<void> {
    try {
      const isCrossed = this.#media.isOffering;
      if (this.#media.isElsewhere(offer)) this.renew();
      const media = this.#media;
      const answered = media.answerOffer(offer).then(async (answer) => {
        await this.local.attach(media.peerConnection); // Its sender exists once the offer is applied.
        return answer;
      });
      const sdp = await this.#whileCurrent(answered);
      if (sdp === undefined) return;
      this.#owner.send({ type: 'sdp.answer', sdp });
      this.trickle();
      this.#path.expect(PATH_WITHIN_MS);
      if (isCrossed) this.#path.again(); // The service's offer won over ours.
    } catch (cause) {
      this.#owner.report(cause);
    }
  }

  #attempt(work: Promise<void>): void {
    this.#whileCurrent(work).catch((cause) => this.#owner.fail(cause));
  }

  /** What comes of the work; nothing, when the call is over or has other media by then. */
  async #whileCurrent<T>(work: Promise<T>): Promise<T | undefined> {
    const media = this.#media;
    const isStale = () => this.#stage.at === 'closed' || media !== this.#media;
    try {
      const result = await work;
      return isStale() ? undefined : result;
    } catch (cause) {
      if (isStale()) return undefined;
      throw cause;
    }
  }
}
