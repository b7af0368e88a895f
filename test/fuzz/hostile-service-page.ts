/** A page with a phone that a hostile service has, which watches what its phone does. */
import { type Call, DialStackPhone, type PhoneOptions } from '../../src/webrtc/index.js';
import { CountingTimers } from '../soak/counting-timers.js';

/** What the user does now and then; each of them may open a microphone. */
export type UserAct = 'answer' | 'call' | 'unmute';

export interface HostilePageOptions extends Pick<PhoneOptions, 'token' | 'apiBaseUrl' | 'signalingBaseUrl'> {
  /** The seed of what the phone goes through. */
  readonly seed: number;
  /** Whether the page gets another token when it is asked to. */
  readonly renews: boolean;
}

/** What the page saw since it last was asked. */
export interface Seen {
  /** How often a microphone was asked for. */
  readonly microphones: number;
  /** Live tracks of microphones, and of what the phone sends. */
  readonly tracks: number;
  readonly connections: number;
  /** The most peer connections that were open at once. */
  readonly mostConnections: number;
  /** The longest that the page had no turn, less the longest that a thread beside it had none: that is the machine's. */
  readonly longestGapMs: number;
  /** Errors of the phone that repeat its token. */
  readonly tokensTold: string[];
}

const TICK_MS = 10;
const BACK_WITHIN_MS = 3_000;
const CLOSED_WITHIN_MS = 5_000;
/** What the phone gave up may keep its timer for as long as its deadline: 10 s of a request, 5 s of a first candidate. */
const SETTLED_WITHIN_MS = 12_000;

/** A thread that does nothing but count how long it had no turn, and says so when it is asked. */
const CLOCK = `
  let longest = 0;
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  setInterval(turn, ${TICK_MS});
  onmessage = () => {
    turn();
    postMessage(longest);
    longest = 0;
  };
`;

class HostilePage {
  readonly #clock = new Worker(URL.createObjectURL(new Blob([CLOCK])));
  /** Of the phones that have timers, by their seeds. */
  readonly #timers = new Map<number, CountingTimers>();
  readonly #connections = new Set<RTCPeerConnection>();
  readonly #tracks = new Set<MediaStreamTrack>();
  #microphones = 0;
  #mostConnections = 0;
  #longestGapMs = 0;
  #lastTurn = performance.now();
  #tokensTold: string[] = [];
  /** The phone will not come back by itself. */
  #isOver = false;
  #phone: DialStackPhone | undefined;
  #tried: Promise<void> = Promise.resolve();

  constructor() {
    this.#watchConnections();
    this.#watchMicrophone();
    setInterval(() => this.#turn(), TICK_MS);
  }

  /** Connects another phone. */
  start({ seed, renews, ...options }: HostilePageOptions): void {
    const timers = new CountingTimers();
    this.#timers.set(seed, timers);
    this.#phone = new DialStackPhone({
      ...options,
      ...(renews && { onTokenExpiring: async () => options.token }),
      platform: { timers },
    });
    this.#isOver = false;
    this.#phone.on('error', (error) => {
      this.#look(error, options.token);
      this.#isOver ||= error.fatal;
    });
    this.#phone.on('disconnected', (error) => this.#look(error, options.token));
    this.#tried = this.#phone.connect().catch((error) => this.#look(error, options.token));
  }

  /** Resolves once the phone is connected, or has failed to. */
  tried(): Promise<void> {
    return this.#tried;
  }

  /** The user does something, with every call. */
  act(act: UserAct): void {
    const phone = this.#phone;
    if (act === 'call') phone?.call('101').then(ignore, ignore);
    else for (const call of phone?.activeCalls ?? []) this.#actOn(call, act);
  }

  /** Resolves once the phone is back after a drop, will not come back, or goes on being refused. */
  async back(): Promise<void> {
    await until(() => this.#isOver || (this.#phone?.isConnected ?? false), BACK_WITHIN_MS);
  }

  /** Leaves, and says what was seen once nothing is open, or something stays. */
  async leave(): Promise<Seen> {
    this.#phone?.disconnect();
    this.#phone = undefined;
    await until(() => this.#openConnections + this.#liveTracks === 0, CLOSED_WITHIN_MS);
    this.#turn();
    return this.#take(await this.#gapOfMachine());
  }

  /** The seeds of the phones of which a timer stays. */
  async timersLeft(): Promise<number[]> {
    const left = () => [...this.#timers].filter(([, { pending }]) => pending > 0).map(([seed]) => seed);
    await until(() => left().length === 0, SETTLED_WITHIN_MS);
    const seeds = left();
    this.#timers.clear();
    return seeds;
  }

  get #openConnections(): number {
    return [...this.#connections].filter(({ signalingState }) => signalingState !== 'closed').length;
  }

  get #liveTracks(): number {
    const sent = [...this.#connections].flatMap((one) => one.getSenders().flatMap(({ track }) => track ?? []));
    return [...new Set([...this.#tracks, ...sent])].filter(({ readyState }) => readyState === 'live').length;
  }

  #gapOfMachine(): Promise<number> {
    return new Promise((resolve) => {
      this.#clock.onmessage = ({ data }) => resolve(data);
      this.#clock.postMessage(undefined);
    });
  }

  #take(gapOfMachine: number): Seen {
    const seen = {
      microphones: this.#microphones,
      tracks: this.#liveTracks,
      connections: this.#openConnections,
      mostConnections: this.#mostConnections,
      longestGapMs: Math.round(Math.max(0, this.#longestGapMs - gapOfMachine)),
      tokensTold: this.#tokensTold.splice(0),
    };
    this.#microphones = this.#mostConnections = this.#longestGapMs = 0;
    this.#connections.clear();
    this.#tracks.clear();
    return seen;
  }

  #turn(): void {
    const now = performance.now();
    this.#longestGapMs = Math.max(this.#longestGapMs, now - this.#lastTurn);
    this.#lastTurn = now;
  }

  #actOn(call: Call, act: UserAct): void {
    try {
      if (act === 'answer') call.answer();
      else call.unmute();
    } catch {
      // Not every call can do it.
    }
  }

  #look(error: Error | undefined, token: string): void {
    const text = JSON.stringify([error?.message, error, String(error?.cause)]);
    if (text.includes(token)) this.#tokensTold.push(text.slice(0, 500));
  }

  #watchConnections(): void {
    const opened = (connection: RTCPeerConnection) => {
      this.#connections.add(connection);
      this.#mostConnections = Math.max(this.#mostConnections, this.#openConnections);
    };
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        opened(this);
      }
    };
  }

  #watchMicrophone(): void {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      this.#microphones++;
      const stream = await open(constraints);
      for (const track of stream.getTracks()) this.#tracks.add(track);
      return stream;
    };
  }
}

const ignore = () => {};

async function until(isSo: () => boolean, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
}

export type { HostilePage };

Object.assign(globalThis, { hostile: new HostilePage() });
