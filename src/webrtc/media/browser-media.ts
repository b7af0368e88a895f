import { PhoneError } from '../../core/phone-error.js';
import type { Platform } from '../platform.js';
import type { CallMedia, MediaEvents, RemoteCandidate } from './call-media.js';
import { type CandidateSink, type Candidates, watchCandidates } from './candidates.js';
import { openMicrophone } from './microphone.js';
import { Speaker } from './speaker.js';

/** More candidates than any description has. */
const MOST_EARLY = 100;

export interface BrowserMediaOptions {
  readonly configuration: RTCConfiguration;
  readonly playRemoteAudio: boolean;
}

/** A call's media on RTCPeerConnection and getUserMedia. */
export class BrowserMedia implements CallMedia {
  readonly peerConnection: RTCPeerConnection;
  readonly remoteStream: MediaStream;
  readonly #platform: Platform;
  readonly #configuration: RTCConfiguration;
  #policy: RTCIceTransportPolicy;
  readonly #speaker: Speaker | undefined;
  /** Candidates of the other side that came before its description. */
  readonly #early: RemoteCandidate[] = [];
  /** Digits that came before the path was up. */
  readonly #digits: [digits: string, durationMs: number, gapMs: number][] = [];
  #events: MediaEvents | undefined;
  #candidates: Candidates | undefined;
  #microphone: MediaStreamTrack | undefined;
  #unoffered: (error: PhoneError) => void = () => {};
  #offered: (taken: Promise<void>) => void = () => {};
  /** Settles once the other side's offer has been taken; the user may answer before it comes. */
  readonly #prepared = new Promise<void>((resolve, reject) => {
    this.#offered = resolve;
    this.#unoffered = reject;
  });
  #offer: string | undefined;
  #muted = false;
  /** The path was lost, and is not up again. */
  #isLost = false;

  constructor(platform: Platform, options: BrowserMediaOptions) {
    this.#platform = platform;
    const pc = new platform.RTCPeerConnection(options.configuration);
    this.peerConnection = pc;
    this.remoteStream = new platform.MediaStream();
    this.#prepared.catch(() => {}); // prepareAnswer() says it; nobody may be answering.
    this.#configuration = options.configuration;
    this.#policy = options.configuration.iceTransportPolicy ?? 'all';
    this.#speaker = options.playRemoteAudio ? new Speaker(this.remoteStream) : undefined;
    pc.addEventListener('track', ({ track }) => {
      this.remoteStream.addTrack(track);
      this.#speaker?.play().catch((error) => error?.name === 'NotAllowedError' && this.#events?.onAudioBlocked());
    });
    pc.addEventListener('connectionstatechange', () => this.#pathChanged());
  }

  listen(events: MediaEvents): void {
    this.#events = events;
  }

  async offer(withMicrophone = true): Promise<string> {
    const pc = this.peerConnection;
    const { sender } = pc.addTransceiver('audio', { direction: 'sendrecv' });
    // The network is asked for candidates while the user is asked for the microphone.
    await Promise.all([this.#describe(await pc.createOffer()), withMicrophone && this.#speakInto(sender)]);
    return this.#description();
  }

  get isUp(): boolean {
    const { connectionState, signalingState } = this.peerConnection;
    // Until a restart is answered, our checks alone may succeed: nothing comes back over such a path.
    return connectionState === 'connected' && !(this.#isLost && signalingState === 'have-local-offer');
  }

  async restart(iceServers: RTCIceServer[], viaRelay: boolean): Promise<string> {
    const pc = this.peerConnection;
    this.#policy = viaRelay ? 'relay' : (this.#configuration.iceTransportPolicy ?? 'all');
    pc.setConfiguration({ ...this.#configuration, iceServers, iceTransportPolicy: this.#policy });
    await this.#describe(await pc.createOffer({ iceRestart: true }));
    return this.#description();
  }

  async takeMicrophone(): Promise<void> {
    const [sender] = this.peerConnection.getSenders();
    if (sender) await this.#speakInto(sender);
  }

  async takeGrantedMicrophone(): Promise<boolean> {
    try {
      const name = 'microphone' as PermissionName; // Not every browser has it in its list.
      if ((await this.#platform.permissions?.query({ name }))?.state !== 'granted') return false;
      await this.takeMicrophone();
      return true;
    } catch {
      return false;
    }
  }

  prepareAnswer(offer: string): Promise<void> {
    if (offer === this.#offer) return this.#prepared; // It was said twice.
    this.#offer = offer;
    const taken = this.#takeOffer(offer);
    this.#offered(taken);
    return taken;
  }

  async answer(): Promise<string> {
    await this.#prepared;
    const pc = this.peerConnection;
    const [transceiver] = pc.getTransceivers();
    if (!transceiver) throw new PhoneError('call_failed', 'The offer of this call has no audio.');
    await this.#speakInto(transceiver.sender);
    // Not while it rings: DTLS would ask a service that cannot answer yet, and ask again ever more rarely.
    if (pc.signalingState === 'have-remote-offer') await this.#describe(await pc.createAnswer());
    return this.#description();
  }

  async accept(type: 'pranswer' | 'answer', sdp: string): Promise<void> {
    const pc = this.peerConnection;
    await pc.setRemoteDescription({ type, sdp }).catch((cause) => {
      // Without an offer of ours that is open it answers nothing: it was said twice.
      if (pc.signalingState === 'have-local-offer' || pc.signalingState === 'have-remote-pranswer') throw cause;
    });
    this.#flushEarly();
    if (this.#isLost && this.isUp) this.#pathUp();
  }

  addRemoteCandidate(candidate: RemoteCandidate): void {
    // A candidate that cannot be used is no reason to fail: others may do.
    if (this.peerConnection.remoteDescription) void this.peerConnection.addIceCandidate(candidate).catch(() => {});
    else if (this.#early.length < MOST_EARLY) this.#early.push(candidate);
  }

  trickle(sink: CandidateSink): void {
    this.#candidates?.trickle(sink);
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (this.#microphone) this.#microphone.enabled = !muted;
  }

  sendDigits(digits: string, durationMs: number, gapMs: number): void {
    const pc = this.peerConnection;
    // A call is answered a moment before its path is up, and a path may be lost: digits wait for it.
    if (!this.isUp && pc.connectionState !== 'closed') return void this.#digits.push([digits, durationMs, gapMs]);
    const sender = pc.getSenders().find(({ dtmf }) => dtmf?.canInsertDTMF)?.dtmf;
    if (!sender) throw new PhoneError('call_failed', 'This call cannot send digits: it has no telephone-event.');
    // insertDTMF replaces what is still to be sent.
    sender.insertDTMF(sender.toneBuffer + digits, durationMs, gapMs);
  }

  async play(): Promise<void> {
    await this.#speaker?.play();
  }

  releaseMicrophone(): void {
    if (!this.#microphone) return;
    this.#microphone.onended = null;
    this.#microphone.stop();
    this.#microphone = undefined;
  }

  close(): void {
    this.releaseMicrophone();
    this.#unoffered(new PhoneError('call_failed', 'The call is over.'));
    this.#speaker?.close();
    this.peerConnection.close();
  }

  async #takeOffer(sdp: string): Promise<void> {
    const pc = this.peerConnection;
    await pc.setRemoteDescription({ type: 'offer', sdp });
    this.#flushEarly();
    const [transceiver] = pc.getTransceivers();
    if (transceiver) transceiver.direction = 'sendrecv';
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    this.#candidates?.stop();
    this.#candidates = watchCandidates(this.peerConnection, this.#policy, this.#platform.timers);
    await this.peerConnection.setLocalDescription(description);
  }

  async #description(): Promise<string> {
    await this.#candidates?.usable;
    return this.peerConnection.localDescription?.sdp ?? '';
  }

  async #speakInto(sender: RTCRtpSender): Promise<void> {
    const track = await openMicrophone(this.#platform);
    if (this.peerConnection.signalingState === 'closed') {
      track.stop();
      throw new PhoneError('call_failed', 'The call was over before the microphone was ready.');
    }
    this.releaseMicrophone();
    track.enabled = !this.#muted;
    this.#microphone = track;
    track.onended = () => void this.#replaceMicrophone(sender);
    await sender.replaceTrack(track);
  }

  async #replaceMicrophone(sender: RTCRtpSender): Promise<void> {
    this.#microphone = undefined;
    this.#events?.onMicrophoneLost();
    try {
      await this.#speakInto(sender);
      this.#events?.onMicrophoneReplaced();
    } catch (error) {
      this.#events?.onMicrophoneReplaced(error);
    }
  }

  #pathChanged(): void {
    if (this.isUp) return this.#pathUp();
    if (!['disconnected', 'failed'].includes(this.peerConnection.connectionState)) return;
    this.#isLost = true;
    this.#events?.onPath(false);
  }

  #pathUp(): void {
    this.#isLost = false;
    this.#sendWaiting();
    this.#events?.onPath(true);
  }

  #sendWaiting(): void {
    for (const digits of this.#digits.splice(0)) {
      try {
        this.sendDigits(...digits);
      } catch (error) {
        this.#events?.onDigitsRefused(error as PhoneError);
      }
    }
  }

  #flushEarly(): void {
    for (const candidate of this.#early.splice(0)) this.addRemoteCandidate(candidate);
  }
}
