import { type Call, DialStackPhone, type PhoneOptions } from '../../../src/webrtc/index.js';
import { type Ear, listen } from './ear.js';

/** An event of the phone or of a call. */
export interface LabEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly name: string;
  readonly callId?: string;
  readonly detail?: unknown;
}

/** The options of a phone that are plain data. */
export type LabOptions = Omit<PhoneOptions, 'platform' | 'logger'>;

/** A stage in the loading of a page. */
export type Moment = 'script' | 'DOMContentLoaded' | 'load' | 'after';

/** The page's side of a browser test. The test drives it from outside. */
class Lab {
  readonly events: LabEvent[] = [];
  readonly tracks: MediaStreamTrack[] = [];
  readonly connections: RTCPeerConnection[] = [];
  /** The audio elements on which `play()` was called. */
  readonly playing = new Set<HTMLMediaElement>();
  /** Taps of the sounds that the page itself plays, such as ringback. */
  readonly loudspeaker: AnalyserNode[] = [];
  #phone: DialStackPhone | undefined;
  readonly #calls = new Map<string, Call>();
  readonly #recordings = new Map<string, { chunks: Float32Array[]; stop(): Promise<void> }>();

  create(options: LabOptions): void {
    const { tracks, connections } = this;
    const note = (state: RTCPeerConnectionState) =>
      (state === 'disconnected' || state === 'failed') && this.#note('signal', undefined, state);
    this.#watchNetwork();
    const RealConnection = RTCPeerConnection;
    this.#phone = new DialStackPhone({
      ...options,
      platform: {
        // The real thing, but recorded, so that the test can check that everything is closed.
        RTCPeerConnection: class extends RealConnection {
          constructor(configuration: RTCConfiguration) {
            super(configuration);
            connections.push(this);
            this.addEventListener('connectionstatechange', () => note(this.connectionState));
          }
        },
        async getUserMedia() {
          // Speech processing would remove the tone.
          const audio = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
          const stream = await navigator.mediaDevices.getUserMedia({ audio });
          tracks.push(...stream.getTracks());
          return stream;
        },
      },
    });
    const phone = this.#phone;
    phone.on('connected', () => this.#note('connected'));
    phone.on('disconnected', (error) => this.#note('disconnected', undefined, error?.code));
    phone.on('reconnecting', () => this.#note('reconnecting'));
    phone.on('reconnected', () => this.#note('reconnected'));
    phone.on('network.changed', () => this.#note('network.changed'));
    phone.on('error', (error) => this.#note('error', error.callId, { code: error.code, message: error.message }));
    phone.on('restored', (call) => {
      this.#keep(call);
      this.#note('restored', call.id, { state: call.state, isMuted: call.isMuted });
    });
    phone.on('incoming', (call) => {
      this.#keep(call);
      this.#note('incoming', call.id, { from: call.from, fromName: call.fromName, to: call.to });
    });
  }

  disconnect(): void {
    this.#phone?.disconnect();
  }

  get phone(): DialStackPhone {
    if (!this.#phone) throw new Error('create() first');
    return this.#phone;
  }

  call(id: string): Call {
    const call = this.#calls.get(id);
    if (!call) throw new Error(`no call ${id}`);
    return call;
  }

  /** Runs `act` and returns its error as data, because an error class cannot leave the page. */
  async attempt<T>(act: () => T | Promise<T>): Promise<{ value: T } | { error: { code: string; message: string } }> {
    try {
      return { value: await act() };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return { error: { code: code ?? 'none', message } };
    }
  }

  /** Connects a phone without the lab's platform, with what the page itself has. */
  attemptBare(options: LabOptions) {
    return this.attempt(() => new DialStackPhone(options).connect());
  }

  async dial(destination: string, options?: { callerId?: string }): Promise<string> {
    const call = await this.phone.call(destination, options);
    this.#keep(call);
    return call.id;
  }

  async consult(id: string, destination: string): Promise<string> {
    const call = await this.call(id).attendedTransfer(destination);
    this.#keep(call);
    return call.id;
  }

  state(id: string) {
    const { state, direction, from, fromName, to, isMuted, isHeld, duration, answeredElsewhere } = this.call(id);
    return { state, direction, from, fromName, to, isMuted, isHeld, duration, answeredElsewhere };
  }

  /** How many microphones are live and connections open. A call must leave none behind. */
  open(): { tracks: number; connections: number } {
    return {
      tracks: this.tracks.filter((track) => track.readyState === 'live').length,
      connections: this.connections.filter((connection) => connection.connectionState !== 'closed').length,
    };
  }

  /** Starts to record the audio of a call. Returns the sample rate. A call can have one recording. */
  async startRecording(id: string): Promise<number> {
    const chunks: Float32Array[] = [];
    const { rate, stop } = await this.#listen(id, (chunk) => chunks.push(chunk));
    this.#recordings.set(id, { chunks, stop });
    return rate;
  }

  /** Returns the audio recorded since the last time, as 32-bit floats in base64. */
  takeRecorded(id: string): Promise<string> {
    return base64Of(this.#recordings.get(id)?.chunks.splice(0) ?? []);
  }

  async stopRecording(id: string): Promise<void> {
    await this.#recordings.get(id)?.stop();
    this.#recordings.delete(id);
  }

  /** Returns the last third of a second of what the page itself plays. */
  async ownSound(): Promise<{ rate: number; base64: string }> {
    const taps = this.loudspeaker.filter(({ context }) => context.state === 'running');
    const snapshots = taps.map((tap) => {
      const samples = new Float32Array(tap.fftSize);
      tap.getFloatTimeDomainData(samples);
      return samples;
    });
    const loudest = snapshots.find((samples) => samples.some((sample) => Math.abs(sample) > 0.001));
    return { rate: taps[0]?.context.sampleRate ?? 48_000, base64: await base64Of(loudest ? [loudest] : []) };
  }

  /** Whether the page plays something itself, audible or not. */
  playsOwnSound(): boolean {
    return this.loudspeaker.some(({ context }) => context.state !== 'closed');
  }

  /** Whether the audio received in a call during this time is silent. */
  async receivesSilence(id: string, ms: number): Promise<boolean> {
    const energy = async () => {
      const stats = [...(await this.call(id).peerConnection.getStats()).values()];
      return stats.find(({ type }) => type === 'inbound-rtp')?.totalAudioEnergy as number;
    };
    const before = await energy();
    await new Promise((resolve) => setTimeout(resolve, ms));
    return (await energy()) - before < 1e-6;
  }

  /** Waits for the first sound of a call. Returns its time in ms since the epoch. */
  async firstAudio(id: string, withinMs: number): Promise<number> {
    let heard: (at: number) => void = () => {};
    const sound = new Promise<number>((resolve, reject) => {
      heard = resolve;
      setTimeout(() => reject(new Error(`no sound within ${withinMs} ms`)), withinMs);
    });
    const { stop } = await this.#listen(
      id,
      (chunk) => chunk.some((sample) => Math.abs(sample) > 0.01) && heard(Date.now()),
    );
    return sound.finally(stop);
  }

  #listen(id: string, onChunk: (chunk: Float32Array) => void): Promise<Ear> {
    return listen(() => this.#audible(id), onChunk);
  }

  async #audible(id: string): Promise<MediaStream> {
    const { remoteStream } = this.call(id);
    while (remoteStream.getAudioTracks().length === 0) {
      if (this.call(id).state === 'ended') throw new Error('the call ended before there was anything to hear');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return remoteStream;
  }

  #keep(call: Call): void {
    this.#calls.set(call.id, call);
    call.on('held', (by) => this.#note('held', call.id, by));
    for (const name of ['trying', 'ringing', 'answered', 'resumed', 'audioBlocked'] as const) {
      call.on(name, () => this.#note(name, call.id));
    }
    call.on('silence', (side) => this.#note('silence', call.id, side));
    call.on('microphone', (state) => this.#note('microphone', call.id, state));
    call.on('ended', (reason) => this.#note('ended', call.id, reason));
  }

  /** Notes changes of the network that the browser reports as `signal` events, as it does lost media paths. */
  #watchNetwork(): void {
    addEventListener('online', () => this.#note('signal', undefined, 'online'));
    const { connection } = navigator as { connection?: EventTarget & { type?: string } };
    let type = connection?.type;
    connection?.addEventListener('change', () => {
      if (type !== connection.type) this.#note('signal', undefined, connection.type);
      type = connection.type;
    });
  }

  #note(name: string, callId?: string, detail?: unknown): void {
    const event = { at: Date.now(), name, ...(callId && { callId }), ...(detail !== undefined && { detail }) };
    this.events.push(event);
    (globalThis as { report?: (event: LabEvent) => void }).report?.(event);
  }
}

async function base64Of(chunks: Float32Array[]): Promise<string> {
  const bytes = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

export type { Lab };

const lab = new Lab();
Object.assign(globalThis, { lab });

/** Set by `BrowserPhone.connectAt()`: the stage of loading at which to connect. */
const plan = localStorage.getItem('connect');
if (plan) {
  const { moment, options } = JSON.parse(plan) as { moment: Moment; options: LabOptions };
  const connect = () => {
    lab.create(options);
    lab.phone.connect().catch(() => {});
  };
  if (moment === 'script') connect();
  else if (moment === 'after') addEventListener('pageshow', () => setTimeout(connect, 100));
  else (moment === 'load' ? globalThis : document).addEventListener(moment, connect);
}

const { play } = HTMLMediaElement.prototype;
HTMLMediaElement.prototype.play = function playCounted() {
  lab.playing.add(this);
  return play.call(this);
};

/** Puts an analyser before the loudspeaker, so that the test can hear what the page plays. */
globalThis.AudioContext = class extends AudioContext {
  readonly #tap = this.createAnalyser();

  constructor(options?: AudioContextOptions) {
    super(options);
    this.#tap.fftSize = 16_384;
    this.#tap.connect(super.destination);
    lab.loudspeaker.push(this.#tap);
  }

  override get destination(): AudioDestinationNode {
    return this.#tap as unknown as AudioDestinationNode;
  }
};
