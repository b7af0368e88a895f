import { type Call, DialStackPhone, type PhoneOptions } from '../../src/webrtc/index.js';
import { CountingTimers } from './counting-timers.js';
import { Remains } from './remains.js';

const WITHIN_MS = 15_000;
const EVENTS = ['trying', 'ringing', 'answered', 'held', 'resumed', 'audioBlocked'] as const;

/** A page that makes one call after the other for whoever drives it, and keeps none of them. */
class SoakPage {
  /** What went wrong, in words. */
  readonly faults: string[] = [];
  readonly #timers = new CountingTimers();
  readonly #remains = new Remains();
  /** As long as the page: what listens with it must not outlive a call. */
  readonly #page = new AbortController();
  #phone: DialStackPhone | undefined;
  #call: Call | undefined;
  #reconnects = 0;

  async connect(options: Pick<PhoneOptions, 'token' | 'apiBaseUrl' | 'signalingBaseUrl'>): Promise<void> {
    const remains = this.#remains;
    const RealConnection = RTCPeerConnection;
    this.#phone = new DialStackPhone({
      ...options,
      platform: {
        timers: this.#timers,
        RTCPeerConnection: class extends RealConnection {
          constructor(configuration: RTCConfiguration) {
            super(configuration);
            remains.connected(this);
          }
        },
        async getUserMedia(constraints) {
          const stream = await navigator.mediaDevices.getUserMedia(constraints);
          for (const track of stream.getTracks()) remains.opened(track);
          return stream;
        },
      },
    });
    this.#phone.on('error', ({ code, message }) => this.faults.push(`${code}: ${message}`));
    this.#phone.on('reconnected', () => this.#reconnects++);
    this.#phone.on('incoming', (call) => {
      this.#take(call);
      call.answer();
    });
    await this.#phone.connect();
  }

  async dial(destination: string): Promise<void> {
    this.#take(await this.#current.call(destination, { signal: this.#page.signal }));
  }

  /** The id of the call that is under way, once its audio is up. */
  async talking(): Promise<string> {
    await until('a call', () => this.#call?.state === 'active');
    await until('audio', () => this.#call?.peerConnection.connectionState === 'connected');
    return this.#call?.id ?? '';
  }

  async holdAndResume(): Promise<void> {
    this.#call?.hold();
    await until('hold', () => this.#call?.state === 'held');
    this.#call?.resume();
    await until('resume', () => this.#call?.state === 'active');
  }

  hangUp(): void {
    this.#call?.hangup();
  }

  ended(): Promise<void> {
    return until('the end', () => this.#call === undefined);
  }

  reconnected(times: number): Promise<void> {
    return until('the reconnect', () => this.#reconnects >= times);
  }

  disconnect(): void {
    this.#current.disconnect();
  }

  /** To be asked after a collection. */
  remains() {
    return {
      connections: this.#remains.openConnections,
      tracks: this.#remains.liveTracks,
      timers: this.#timers.pending,
      calls: this.#remains.heldCalls,
    };
  }

  get #current(): DialStackPhone {
    if (!this.#phone) throw new Error('connect() first');
    return this.#phone;
  }

  #take(call: Call): void {
    const { signal } = this.#page;
    this.#call = call;
    for (const event of EVENTS) call.on(event, () => {}, { signal });
    call.on(
      'ended',
      () => {
        this.#remains.ended(call);
        this.#call = undefined;
      },
      { signal },
    );
  }
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + WITHIN_MS;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`no ${what} within ${WITHIN_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export type { SoakPage };

Object.assign(globalThis, { soak: new SoakPage() });
