import { type RawData, WebSocket } from 'ws';
import { closeCodes, reconnectRules } from '../../generated/v1/protocol.js';
import { FrameSource } from './frames.js';
import { anyCall, flood, type HostileTalk } from './hostile-frames.js';

/** How a hostile service takes a phone's `authenticate`. */
export const GREETINGS = ['valid', 'reconnected', 'twice', 'an error', 'garbage', 'nothing', 'a close'] as const;
export type Greeting = (typeof GREETINGS)[number];

const ANSWERED_WITHIN_MS = 10_000;
/** What a server may close with, those of the contract twice. */
const CODES = [
  ...Object.values(closeCodes).flatMap((code) => (typeof code === 'number' ? [code, code] : [])),
  ...[1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4410, 4500, 4999],
];
const MOST_OF_ANY = 50;

/** One socket of the phone, as a hostile service has it. */
export class HostileSocket {
  readonly #socket: WebSocket;
  readonly #talk: HostileTalk;
  readonly #frames: FrameSource;
  readonly #greeting: Greeting;
  readonly #hungUp = new Map<string, () => void>();
  /** Resolves once the phone has said who it is, or the socket is closed. */
  readonly authenticated: Promise<void>;
  readonly closed: Promise<void>;
  #isGreeted = false;

  constructor(socket: WebSocket, talk: HostileTalk, greeting: Greeting) {
    this.#socket = socket;
    this.#talk = talk;
    this.#greeting = greeting;
    this.#frames = new FrameSource(talk.random, (field, random) => {
      if (field === 'fatal') return false;
      return field === 'call_id' && random.chance(0.8) ? anyCall(talk) : undefined;
    });
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    this.authenticated = new Promise((resolve) => {
      socket.on('message', (data) => this.#receive(data, resolve));
      void this.closed.then(resolve);
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Says something, or ends the connection; gives what it did. */
  misbehave(): string {
    const { random } = this.#talk;
    const kind = random.below(20);
    if (kind === 0) return this.#close();
    if (kind === 1) return this.#fail();
    if (kind < 8) return this.#sayAny();
    const { what, frames } = flood(this.#talk);
    this.#say(...frames);
    return what;
  }

  /** Waits until the phone has read all of it. False, when it reads no more and has not closed the connection either. */
  async isRead(): Promise<boolean> {
    if (!this.isOpen || !this.#isGreeted) return true;
    // A phone hangs up a call of which it knows nothing.
    const call_id = this.#talk.newId();
    const { promise: late, cancel } = deadline(ANSWERED_WITHIN_MS);
    const hungUp = new Promise<true>((resolve) => this.#hungUp.set(call_id, () => resolve(true)));
    this.#say({ type: 'call.trying', call_id });
    const isRead = await Promise.race([hungUp, this.closed.then(() => true), late]);
    cancel();
    this.#hungUp.delete(call_id);
    return isRead;
  }

  cut(): void {
    this.#socket.terminate();
  }

  #receive(data: RawData, onAuthenticate: () => void): void {
    const frame = JSON.parse(String(data)) as { type: string; call_id?: string; req_id?: string };
    const { type, call_id = '', req_id } = frame;
    const { random, calls } = this.#talk;
    if (type === 'authenticate') {
      this.#greet(req_id);
      return onAuthenticate();
    }
    if (type === 'call.hangup') this.#hungUp.get(call_id)?.();
    if (random.chance(0.2)) return;
    if (type === 'ping') return this.#say({ type: 'pong', req_id });
    if (type === 'call.create') {
      calls.push(this.#talk.newId());
      this.#say({ type: 'call.trying', call_id: calls.at(-1), req_id });
    }
  }

  #greet(req_id?: string): void {
    const welcome = { type: 'authenticated', user_id: 'user_1', account_id: 'acct_1', ...(req_id && { req_id }) };
    this.#isGreeted = ['valid', 'reconnected', 'twice'].includes(this.#greeting);
    switch (this.#greeting) {
      case 'valid':
        return this.#say(welcome);
      case 'reconnected':
        return this.#say({ ...welcome, reconnected: true });
      case 'twice':
        return this.#say(welcome, welcome);
      case 'an error':
        return this.#say({ type: 'error', code: 'internal_error', message: 'No.', req_id });
      case 'garbage':
        return this.#say({ ...welcome, user_id: 7 }, '{', { type: 'pong', req_id });
      case 'a close':
        return void this.#close();
    }
  }

  #sayAny(): string {
    const frames = Array.from({ length: 1 + this.#talk.random.below(MOST_OF_ANY) }, () => this.#frames.next());
    this.#say(...frames.flatMap(({ data }) => (data instanceof ArrayBuffer ? Buffer.from(data) : (data ?? []))));
    return `any frames: ${[...new Set(frames.map(({ how }) => how))].join(', ')}`;
  }

  #fail(): string {
    const code = this.#talk.random.pick(Object.keys(reconnectRules));
    this.#say({ type: 'error', code, message: 'Over.', fatal: true, retry_after_seconds: 0 });
    return `the fatal error ${code}`;
  }

  #close(): string {
    if (this.#talk.random.chance(0.2)) {
      this.cut();
      return 'cut';
    }
    const code = this.#talk.random.pick(CODES);
    this.#socket.close(code, 'Over.');
    return `closed with ${code}`;
  }

  #say(...frames: unknown[]): void {
    if (!this.isOpen) return;
    for (const frame of frames) {
      if (typeof frame === 'symbol') continue;
      this.#socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : (JSON.stringify(frame) ?? ''));
    }
  }
}

function deadline(ms: number): { promise: Promise<false>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}
