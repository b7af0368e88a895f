import type { Platform } from '../../src/webrtc/platform.js';

/** A candidate, and when it is found after the local description is set. Null is the end of gathering. */
export interface Gathered {
  readonly afterMs: number;
  readonly candidate: string | null;
}

type Operation = 'createOffer' | 'createAnswer' | 'setLocalDescription' | 'setRemoteDescription' | 'replaceTrack';

/** How long each operation of a peer connection takes. */
const OPERATION_MS = 1;

export const HOST = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host';
export const REFLEXIVE = 'candidate:2 1 udp 1686052607 198.51.100.1 50000 typ srflx';
export const RELAY = 'candidate:3 1 udp 41885439 203.0.113.1 50000 typ relay';

const AUDIO = 'm=audio 9 UDP/TLS/RTP/SAVPF 111 110\r\n';
const EVENTS = 'a=rtpmap:110 telephone-event/48000\r\n';

/** An audio section that the sandbox accepts. No audio ever flows. */
export const USABLE_AUDIO = [
  AUDIO.trimEnd(),
  'c=IN IP4 0.0.0.0',
  'a=rtcp-mux',
  'a=mid:0',
  'a=setup:active',
  'a=ice-ufrag:silent',
  'a=ice-pwd:0123456789abcdefghijklmn',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=sendrecv',
  'a=rtpmap:111 opus/48000/2',
  EVENTS,
].join('\r\n');

/** A session description of the other side, with or without telephone events (DTMF). */
export const remoteSdp = (name = 'remote', hasEvents = true) =>
  `v=0\r\no=- ${name} 1 IN IP4 192.0.2.9\r\ns=-\r\nt=0 0\r\n${AUDIO}${hasEvents ? EVENTS : ''}`;

const invalidState = (what: string) => new DOMException(what, 'InvalidStateError');

/** A track of a microphone or of the other side. */
export class FakeTrack {
  readonly kind = 'audio';
  onended: (() => void) | null = null;
  enabled = true;
  readyState: 'live' | 'ended' = 'live';

  /** Simulates that the device is unplugged or the permission revoked. */
  unplug(): void {
    this.readyState = 'ended';
    this.onended?.();
  }

  stop(): void {
    this.readyState = 'ended';
  }
}

export class FakeStream {
  readonly #tracks: FakeTrack[];

  constructor(tracks: FakeTrack[] = []) {
    this.#tracks = [...tracks];
  }

  addTrack(track: FakeTrack): void {
    if (!this.#tracks.includes(track)) this.#tracks.push(track);
  }

  getTracks(): FakeTrack[] {
    return [...this.#tracks];
  }

  getAudioTracks(): FakeTrack[] {
    return this.getTracks();
  }
}

/** An RTCDTMFSender. As in browsers, `insertDTMF` replaces the tones that have not been sent yet. */
export class FakeDtmfSender {
  ontonechange: ((event: { tone: string }) => void) | null = null;
  /** Every call of `insertDTMF` so far. */
  readonly inserted: { tones: string; durationMs: number; gapMs: number }[] = [];
  toneBuffer = '';
  readonly #isUp: () => boolean;

  constructor(isUp: () => boolean) {
    this.#isUp = isUp;
  }

  get canInsertDTMF(): boolean {
    return this.#isUp();
  }

  insertDTMF(tones: string, durationMs: number, gapMs: number): void {
    if (!this.canInsertDTMF) throw invalidState('the sender cannot insert DTMF');
    this.inserted.push({ tones, durationMs, gapMs });
    this.toneBuffer = tones;
  }

  /** Simulates that this many tones have been played. */
  play(count: number): void {
    this.toneBuffer = this.toneBuffer.slice(count);
    if (this.toneBuffer === '') this.ontonechange?.({ tone: '' });
  }
}

export interface FakeSender {
  track: FakeTrack | null;
  readonly dtmf: FakeDtmfSender;
  replaceTrack(track: FakeTrack | null): Promise<void>;
}

interface FakeTransceiver {
  direction: RTCRtpTransceiverDirection;
  readonly sender: FakeSender;
}

/**
 * An RTCPeerConnection without a network. It enforces the rules of W3C WebRTC 1.0 that callers can break: the
 * signalling states, and the order of operations. As in browsers, pending operations never settle once the connection
 * is closed.
 */
export class FakePeerConnection extends EventTarget {
  configuration: RTCConfiguration;
  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  remoteDescription: RTCSessionDescriptionInit | null = null;
  /** How many ICE restarts were requested. */
  restarts = 0;
  /** Every description that was set, local and remote, in order. */
  readonly descriptions: { side: 'local' | 'remote'; type: RTCSdpType; sdp: string }[] = [];
  /** Every remote candidate that was added. */
  readonly remoteCandidates: RTCIceCandidateInit[] = [];
  readonly #media: FakeMedia;
  readonly #transceivers: FakeTransceiver[] = [];
  readonly #remoteTrack = new FakeTrack();
  #local: { type: RTCSdpType; sdp: string } | undefined;
  #found = '';
  #operations: Promise<unknown> = Promise.resolve();
  #version = 0;
  /** Counts the gatherings. A new one stops the one before. */
  #gatherings = 0;

  constructor(media: FakeMedia, configuration: RTCConfiguration) {
    super();
    this.#media = media;
    this.configuration = configuration;
  }

  /** The local description with the candidates found so far. */
  get localDescription(): { type: RTCSdpType; sdp: string } | null {
    return this.#local ? { type: this.#local.type, sdp: this.#local.sdp + this.#found } : null;
  }

  addTransceiver(_kind: 'audio', init: { direction: RTCRtpTransceiverDirection }): FakeTransceiver {
    this.#demandOpen();
    return this.#transceiver(init.direction);
  }

  getTransceivers(): FakeTransceiver[] {
    return [...this.#transceivers];
  }

  getSenders(): FakeSender[] {
    return this.#transceivers.map(({ sender }) => sender);
  }

  createOffer({ iceRestart = false }: RTCOfferOptions = {}): Promise<RTCSessionDescriptionInit> {
    if (iceRestart) this.restarts++;
    return this.#operate('createOffer', () => ({ type: 'offer', sdp: this.#sdp() }));
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    return this.#operate('createAnswer', () => {
      if (this.signalingState !== 'have-remote-offer') throw invalidState('there is no offer to answer');
      return { type: 'answer', sdp: this.#sdp() };
    });
  }

  setLocalDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    return this.#operate('setLocalDescription', () => {
      this.#step(type, type === 'offer' ? ['stable', 'have-local-offer'] : ['have-remote-offer']);
      this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
      this.#local = { type, sdp };
      this.descriptions.push({ side: 'local', type, sdp });
      this.#gather();
      this.#comeUp();
    });
  }

  setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    return this.#operate('setRemoteDescription', () => {
      if (!sdp.startsWith('v=0')) throw new DOMException('the description cannot be parsed', 'OperationError');
      if (type === 'pranswer' && !this.#media.knowsPranswer) {
        throw new DOMException('pranswer is not implemented', 'NotSupportedError');
      }
      // A remote offer rolls a local offer back (implicit rollback).
      const offer: RTCSignalingState[] = ['stable', 'have-remote-offer', 'have-local-offer'];
      this.#step(type, type === 'offer' ? offer : ['have-local-offer', 'have-remote-pranswer']);
      const after = { offer: 'have-remote-offer', pranswer: 'have-remote-pranswer', answer: 'stable' } as const;
      this.signalingState = type === 'rollback' ? 'stable' : after[type];
      this.remoteDescription = { type, sdp };
      this.descriptions.push({ side: 'remote', type, sdp });
      this.#hear(sdp);
      this.#comeUp();
    });
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    this.#demandOpen();
    if (candidate.candidate && candidate.sdpMid === null && candidate.sdpMLineIndex === null) {
      throw new TypeError('neither sdpMid nor sdpMLineIndex');
    }
    if (!this.remoteDescription) throw invalidState('there is no remote description');
    this.remoteCandidates.push(candidate);
  }

  /** The statistics to report, by report type. */
  readonly counts: Record<string, Record<string, number>> = {};

  async getStats(): Promise<Map<string, object>> {
    return new Map(Object.entries(this.counts).map(([type, counts]) => [type, { type, ...counts }]));
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  close(): void {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
    this.#remoteTrack.stop();
  }

  /** Changes the connection state, for example because the network path comes up or is lost. */
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  /** Finds a candidate now. Null ends the gathering, '' ends one generation of it. */
  find(candidate: string | null): void {
    if (this.signalingState === 'closed') return;
    if (candidate && this.configuration.iceTransportPolicy === 'relay' && !candidate.includes('typ relay')) return;
    if (candidate) this.#found += `a=${candidate}\r\n`;
    const found = candidate === null ? null : { candidate, sdpMid: '0', sdpMLineIndex: 0 };
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: found }));
  }

  #operate<T>(name: Operation, operation: () => T): Promise<T> {
    if (this.signalingState === 'closed') return Promise.reject(invalidState('the connection is closed'));
    const fault = this.#media.faults[name];
    return new Promise((resolve, reject) => {
      this.#operations = this.#operations.then(async () => {
        await new Promise((done) => setTimeout(done, OPERATION_MS));
        if (this.signalingState === 'closed') return;
        try {
          if (fault) throw fault;
          resolve(operation());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #transceiver(direction: RTCRtpTransceiverDirection): FakeTransceiver {
    const isUp = () => this.#media.hasEvents && this.signalingState === 'stable' && this.remoteDescription !== null;
    const sender: FakeSender = {
      track: null,
      dtmf: new FakeDtmfSender(isUp),
      replaceTrack: (track) =>
        this.#operate('replaceTrack', () => {
          sender.track = track;
        }),
    };
    const transceiver = { direction, sender };
    this.#transceivers.push(transceiver);
    return transceiver;
  }

  #hear(sdp: string): void {
    if (!sdp.includes('m=audio')) return;
    if (this.#transceivers.length === 0) this.#transceiver('recvonly');
    this.dispatchEvent(Object.assign(new Event('track'), { track: this.#remoteTrack }));
  }

  /** Connects as soon as both descriptions are set. */
  #comeUp(): void {
    if (this.signalingState === 'stable' && this.connectionState === 'new') this.become('connected');
  }

  #gather(): void {
    const gathering = ++this.#gatherings;
    for (const { afterMs, candidate } of this.#media.gathering) {
      setTimeout(() => gathering === this.#gatherings && this.find(candidate), afterMs);
    }
  }

  #sdp(): string {
    const audio = this.#transceivers.length > 0 ? this.#media.audio : '';
    return `v=0\r\no=- local ${++this.#version} IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n${audio}`;
  }

  #step(type: RTCSdpType, from: RTCSignalingState[]): void {
    if (!from.includes(this.signalingState)) throw invalidState(`${type} in ${this.signalingState}`);
  }

  #demandOpen(): void {
    if (this.signalingState === 'closed') throw invalidState('the connection is closed');
  }
}

/** A permission prompt for the microphone that is still open. */
export interface Prompt {
  allow(): void;
  refuse(name: string): void;
}

/** The media of a platform without devices. It records everything that a phone opens. */
export class FakeMedia {
  readonly connections: FakePeerConnection[] = [];
  /** Every microphone track that was opened. */
  readonly microphones: FakeTrack[] = [];
  readonly prompts: Prompt[] = [];
  /** The constraints of each getUserMedia call. */
  readonly asked: MediaStreamConstraints[] = [];
  /** How the user answers the prompt: `allow`, `later` (see `prompts`), or a refusal with this DOMException name. */
  answer: 'allow' | 'later' | (string & {}) = 'allow';
  gathering: readonly Gathered[] = [
    { afterMs: 2, candidate: HOST },
    { afterMs: 5, candidate: null },
  ];
  /** The error with which an operation rejects. */
  readonly faults: Partial<Record<Operation, Error>> = {};
  /** The error that the constructor of a peer connection throws. */
  refusal: Error | undefined;
  /** The audio section of the local descriptions. */
  audio = AUDIO;
  /** Whether provisional answers are supported. Firefox does not support them. */
  knowsPranswer = true;
  /** Whether the other side supports telephone events (DTMF). */
  hasEvents = true;

  /** The parts of `PhoneOptions.platform` that this replaces. */
  get platform(): Pick<Platform, 'RTCPeerConnection' | 'MediaStream' | 'getUserMedia'> {
    const media = this;
    class Connection extends FakePeerConnection {
      constructor(configuration: RTCConfiguration) {
        if (media.refusal) throw media.refusal;
        super(media, configuration);
        media.connections.push(this);
      }
    }
    return {
      RTCPeerConnection: Connection as unknown as Platform['RTCPeerConnection'],
      MediaStream: FakeStream as unknown as Platform['MediaStream'],
      getUserMedia: (constraints) => this.#ask(constraints) as unknown as Promise<MediaStream>,
    };
  }

  /** The newest peer connection. */
  get connection(): FakePeerConnection {
    const newest = this.connections.at(-1);
    if (!newest) throw new Error('no peer connection has been made');
    return newest;
  }

  /** The newest microphone. */
  get microphone(): FakeTrack {
    const newest = this.microphones.at(-1);
    if (!newest) throw new Error('no microphone has been opened');
    return newest;
  }

  /** How many connections and microphones are still open. */
  get open(): { connections: number; microphones: number } {
    return {
      connections: this.connections.filter(({ signalingState }) => signalingState !== 'closed').length,
      microphones: this.microphones.filter(({ readyState }) => readyState === 'live').length,
    };
  }

  #ask(constraints: MediaStreamConstraints): Promise<FakeStream> {
    this.asked.push(constraints);
    return new Promise((resolve, reject) => {
      const prompt: Prompt = {
        allow: () => {
          const track = new FakeTrack();
          this.microphones.push(track);
          resolve(new FakeStream([track]));
        },
        refuse: (name) => reject(new DOMException('refused by the test', name)),
      };
      if (this.answer === 'later') this.prompts.push(prompt);
      else if (this.answer === 'allow') setTimeout(prompt.allow, OPERATION_MS);
      else prompt.refuse(this.answer);
    });
  }
}
