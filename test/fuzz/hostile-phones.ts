import { createSocket } from 'node:dgram';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { operations } from '../../generated/v1/operations.js';
import { limits, SUBPROTOCOL } from '../../generated/v1/protocol.js';
import { CONTROL_COMMANDS } from '../../src/sandbox/control/control.js';
import type { SandboxUser } from '../../src/sandbox/index.js';
import { signalling } from '../contract/support/documents.js';
import { inventedCandidate, inventedOffer } from '../support/invented-offer.js';
import type { AccountWatch } from './account-watch.js';
import { FrameSource } from './frames.js';
import type { Random } from './random.js';
import type { SandboxAddress } from './sandbox-alone.js';
import type { Suggestion } from './schema.js';

const MESSAGES = [...signalling.clientMessages.values()];
const DESTINATIONS = [
  '101',
  '102',
  '103',
  '600',
  '601',
  '602',
  '603',
  '604',
  '+13125550101',
  '+14155550102',
  '911',
  'x',
];
const GARBAGE = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  'x',
  '\u001b[2J\u0007',
  '\u202e',
  [],
  {},
  [null],
  { length: 1 },
  '101',
  600,
];
const PATHS = [
  '/',
  '//',
  '/v1',
  '/v1/webrtc',
  '/v1/me/directory?limit=0',
  '/v1/me/directory?page=%00',
  '/sandbox/',
  '/%1b',
];
const MOST_AT_ONCE = 300;
const DATAGRAMS = 200;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly credential: string;
  readonly account?: string;
  readonly body: string;
}

type OnAnswer = (isRefused: boolean, text: string) => void;

/** The connections of hostile phones during one sequence, and what they do. */
export class HostilePhones {
  readonly done: string[] = [];
  readonly #random: Random;
  readonly #at: SandboxAddress;
  readonly #watch: AccountWatch;
  /** A token of each user of both accounts. */
  readonly #tokens: ReadonlyMap<SandboxUser, string>;
  readonly #frames: FrameSource;
  readonly #phones: WebSocket[] = [];
  readonly #others: Socket[] = [];
  readonly #requests: Promise<void>[] = [];
  /** The calls that each phone was told of. */
  readonly #calls = new WeakMap<WebSocket, string[]>();
  /** Who speaks. */
  #speaker: WebSocket | undefined;
  /** Where the service takes audio. */
  readonly #ports = new Set<number>();

  constructor(random: Random, at: SandboxAddress, watch: AccountWatch, tokens: ReadonlyMap<SandboxUser, string>) {
    this.#random = random;
    this.#at = at;
    this.#watch = watch;
    this.#tokens = tokens;
    this.#frames = new FrameSource(random, this.#suggest, MESSAGES);
  }

  /** One phone of each user connects. */
  async begin(): Promise<void> {
    for (const user of this.#tokens.keys()) await this.#connect(user);
  }

  /** Does one thing. */
  async misbehave(): Promise<void> {
    const [what, act] = this.#random.pick(Object.entries(this.#acts));
    this.done.push(what);
    await act();
  }

  /** Waits for what was asked for, and cuts every connection. */
  async leave(): Promise<void> {
    await Promise.all(this.#requests);
    for (const phone of this.#phones) phone.terminate();
    for (const socket of this.#others) socket.destroy();
  }

  readonly #acts: Readonly<Record<string, () => void | Promise<void>>> = {
    'a phone connects': async () => void (await this.#connect()),
    'a phone connects and calls': async () => {
      const phone = await this.#connect();
      for (let calls = 1 + this.#random.below(5); calls > 0; calls--) this.#say(phone, this.#call());
      await this.#settle(phone);
    },
    'a phone says anything': () => this.#sayAny(1 + this.#random.below(20)),
    'a phone says very much': () => this.#sayAny(MOST_AT_ONCE),
    'a phone repeats itself': async () => {
      const phone = this.#phone() ?? (await this.#connect());
      const { data } = this.#frames.next();
      for (let left = MOST_AT_ONCE; left > 0; left--) this.#say(phone, data);
    },
    'a phone talks before it is authenticated': async () => {
      const phone = await this.#open();
      for (let left = 20; left > 0; left--) this.#say(phone, this.#frames.next().data);
    },
    'a phone says too much in one frame': () => {
      const phone = this.#phone();
      if (phone) this.#say(phone, 'x'.repeat(limits.clientFrameMaxBytes + this.#random.below(3)));
    },
    'a phone reads no more': () => {
      const phone = this.#phone();
      phone?.pause();
      if (phone) for (let left = MOST_AT_ONCE; left > 0; left--) this.#say(phone, { type: 'presence.subscribe' });
    },
    'a phone is gone': () => this.#phone()?.terminate(),
    'a phone leaves': () => this.#phone()?.close(this.#random.pick([1000, 1001, 3000, 4999])),
    'a phone describes its audio over and over': () => this.#describe(),
    'half a connection': () => this.#openHalf(),
    'bytes where frames are expected': () => this.#breakFrames(),
    'a request': () => this.#request(),
    'requests at once': () => {
      for (let left = 20; left > 0; left--) this.#request();
    },
    'a control request': () => this.#control(),
    datagrams: () => this.#sendDatagrams(),
  };

  #callsOf(phone: WebSocket): string[] {
    const calls = this.#calls.get(phone) ?? [];
    this.#calls.set(phone, calls);
    return calls;
  }

  #phone(): WebSocket | undefined {
    const open = this.#phones.filter(({ readyState }) => readyState === WebSocket.OPEN);
    this.#speaker = open.length > 0 ? this.#random.pick(open) : undefined;
    return this.#speaker;
  }

  #user(): SandboxUser {
    return this.#random.pick([...this.#tokens.keys()]);
  }

  #token(user = this.#user()): string {
    return this.#tokens.get(user) ?? '';
  }

  /** A socket that is open, or was refused; `expected`: whose token it will give, where that is known. */
  async #open(expected?: string): Promise<WebSocket> {
    const phone = new WebSocket(`${this.#at.signalingBaseUrl}/v1/webrtc`, SUBPROTOCOL);
    this.#phones.push(phone);
    let userId: string | undefined;
    phone.on('error', () => {});
    phone.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.type === 'authenticated') {
        userId = frame.user_id;
        this.#watch.greeted(frame, expected);
      }
      if (/^call\.(trying|incoming|restored)$/.test(frame.type)) this.#callsOf(phone).push(frame.call_id);
      if (userId) this.#watch.heard(userId, String(data));
      for (const [, port] of String(data).matchAll(/ 127\.0\.0\.1 (\d+) typ host/g)) this.#ports.add(Number(port));
    });
    await new Promise((resolve) => phone.once('open', resolve).once('close', resolve));
    return phone;
  }

  async #connect(user = this.#user()): Promise<WebSocket> {
    const phone = await this.#open(user.id);
    this.#say(phone, { type: 'authenticate', token: this.#token(user), session_id: `phone ${this.#random.below(3)}` });
    await this.#settle(phone);
    return phone;
  }

  /** Waits until the phone is told something, or is not connected any more. */
  async #settle(phone: WebSocket): Promise<void> {
    if (phone.readyState !== WebSocket.OPEN || phone.isPaused) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        for (const event of TELLING) phone.off(event, done);
        resolve();
      };
      const timer = setTimeout(done, THAWED_WITHIN_MS);
      for (const event of TELLING) phone.on(event, done);
      phone.ping(undefined, undefined, () => {});
    });
  }

  #say(phone: WebSocket, frame: unknown): void {
    if (phone.readyState !== WebSocket.OPEN || typeof frame === 'symbol') return;
    if (frame instanceof ArrayBuffer) phone.send(frame);
    else phone.send(typeof frame === 'string' ? frame : (JSON.stringify(frame) ?? ''));
  }

  async #sayAny(count: number): Promise<void> {
    const phone = this.#phone() ?? (await this.#connect());
    for (let left = count; left > 0; left--) this.#say(phone, this.#frames.next().data);
    await this.#settle(phone);
  }

  /** A phone calls where somebody answers, so that the service has a port for its audio. */
  async #talk(): Promise<void> {
    const phone = await this.#connect();
    this.#say(phone, this.#call('601'));
    for (let left = FRAMES_UNTIL_ANSWERED; left > 0 && this.#ports.size === 0; left--) await this.#settle(phone);
  }

  #call(destination = this.#destination()) {
    const random = this.#random;
    const sdp = inventedOffer(random.below(2 ** 31), random.pick([0, 3, 200]));
    return { type: 'call.create', destination, sdp };
  }

  /** The extension or number of anybody, of the other account too, or a number that the service has. */
  #destination(): string {
    const { extension, number } = this.#user();
    return this.#random.pick([extension, number, this.#random.pick(DESTINATIONS)]);
  }

  async #describe(): Promise<void> {
    const phone = this.#phone() ?? (await this.#connect());
    this.#say(phone, this.#call('600'));
    await this.#settle(phone);
    const call_id = this.#callsOf(phone).at(-1) ?? this.#callId(phone);
    for (let left = 50; left > 0; left--) {
      const n = this.#random.below(2 ** 20);
      this.#say(phone, { type: 'sdp.offer', call_id, sdp: inventedOffer(n, 3) });
      this.#say(phone, {
        type: 'ice.candidate',
        call_id,
        candidate: inventedCandidate(n),
        sdp_mid: null,
        sdp_m_line_index: 0,
      });
    }
  }

  /** A call of the phone, most of the time; or anybody's. */
  #callId(phone = this.#speaker): string {
    const own = phone ? this.#callsOf(phone) : [];
    if (own.length > 0 && this.#random.chance(0.7)) return this.#random.pick(own);
    return this.#random.pick([...this.#watch.calls, 'call_00000000000000000000000000']);
  }

  readonly #suggest: Suggestion = (field, random) => {
    switch (field) {
      case 'call_id':
        return random.chance(0.9) ? this.#callId() : undefined;
      case 'destination':
      case 'caller_id':
        return random.chance(0.9) ? random.pick([this.#destination(), this.#token()]) : undefined;
      case 'token':
        return random.chance(0.9) ? this.#token() : undefined;
      case 'sdp':
        return random.chance(0.8) ? inventedOffer(random.below(1000), random.below(5)) : undefined;
      case 'users':
        return random.chance(0.7) ? [this.#user().id, this.#user().id] : undefined;
      case 'candidate':
        return random.chance(0.7) ? inventedCandidate(random.below(1000)) : undefined;
      case 'session_id':
      case 'req_id':
        return random.pick([undefined, 'phone 1', this.#token().slice(0, 100)]);
      default:
        return undefined;
    }
  };

  #raw(text: string): Socket {
    const { hostname, port } = new URL(this.#at.apiBaseUrl);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    this.#others.push(socket);
    socket.on('error', () => {});
    socket.resume();
    socket.write(text);
    return socket;
  }

  #openHalf(): void {
    const text = `GET /v1/webrtc HTTP/1.1\r\n${UPGRADE}`;
    const socket = this.#raw(text.slice(0, this.#random.below(text.length)));
    if (this.#random.chance(0.5)) socket.end();
  }

  async #breakFrames(): Promise<void> {
    const socket = this.#raw(`GET /v1/webrtc HTTP/1.1\r\n${UPGRADE}`);
    await new Promise((resolve) => socket.once('data', resolve).once('close', resolve));
    if (!socket.destroyed) socket.write(this.#bytes(2 + this.#random.below(500)));
  }

  #bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.#random.below(256)));
  }

  #request(): void {
    const { method, path } = this.#random.pick(Object.values(operations));
    const user = this.#user();
    const at = this.#random.chance(0.8) ? path.replace('{user}', this.#user().id) : this.#random.pick(PATHS);
    const credential = this.#random.pick([this.#token(user), this.#token(user), this.#at.apiKey, 'x', '']);
    const account = this.#random.pick([this.#at.account.id, this.#at.otherAccount.id]);
    const asked = { method: this.#random.chance(0.9) ? method : 'DELETE', path: at, credential, account };
    this.#ask({ ...asked, body: this.#body(account) }, (isRefused, text) => {
      // A refusal repeats what was asked for.
      if (credential === this.#token(user)) this.#watch.told(user.id, text, isRefused ? ['name'] : ['id', 'name']);
    });
  }

  /** `account`: names whom the user is made for, so that no other account may be told of it. */
  #body(account = ''): string {
    const random = this.#random;
    const some = () => random.pick(GARBAGE);
    return random.pick([
      () => '',
      () => '{',
      () => JSON.stringify(some()),
      () => JSON.stringify({ name: `Mallory of ${account}` }),
      () => JSON.stringify({ name: some(), extension: some() }),
      () => JSON.stringify({ user: this.#user().id, status: 'away', status_text: some() }),
      () => JSON.stringify({ user: this.#user().id, ttl_seconds: some() }),
      () => JSON.stringify({ status: random.pick(['available', 'away', 'busy']) }),
      () => 'x'.repeat(limits.restRequestMaxBytes + 1),
      () => '['.repeat(50_000),
    ])();
  }

  #control(): void {
    const [name, { parameters }] = this.#random.pick(Object.entries(CONTROL_COMMANDS));
    const given = Object.keys(parameters).map((key) => [key, this.#parameter(key)]);
    const body = this.#random.chance(0.8) ? JSON.stringify(Object.fromEntries(given)) : this.#body();
    const credential = this.#random.chance(0.9) ? this.#at.apiKey : this.#token();
    this.#ask({ method: 'POST', path: `/sandbox/${name}`, credential, body });
  }

  #parameter(name: string): unknown {
    const random = this.#random;
    if (random.chance(0.2)) return random.pick(GARBAGE);
    switch (name) {
      case 'user':
        return random.pick(['101', '102', this.#user().id]);
      case 'call':
        return this.#callId();
      case 'how':
        return random.pick(['cut', 'close', 'going_away', 'restart', 'move']);
      case 'to':
        return random.pick(['authenticate', 'ping', 'call.create', 'getPresence']);
      case 'type':
        return random.pick(['pong', 'call.incoming', 'sdp.answer']);
      default:
        return random.pick([1, 200, 500, '600', true, random.pick(GARBAGE)]);
    }
  }

  #ask({ method, path, credential, account = '', body }: Asked, onAnswer: OnAnswer = () => {}): void {
    const headers = { Authorization: `Bearer ${credential}`, 'DialStack-Account': account };
    const asked = fetch(`${this.#at.apiBaseUrl}${path}`, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      ...(method !== 'GET' && body && { body }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const answered = asked.then(async (answer) => onAnswer(!answer.ok, await answer.text()));
    this.#requests.push(answered.catch(() => {})); // A service that was told to be away answers nobody.
  }

  async #sendDatagrams(): Promise<void> {
    if (this.#ports.size === 0) await this.#talk();
    if (this.#ports.size === 0) return;
    const socket = createSocket('udp4');
    socket.on('error', () => {});
    for (let left = DATAGRAMS; left > 0; left--) {
      const bytes = this.#bytes(this.#random.below(200));
      // What begins like STUN, DTLS or RTP is looked at more closely.
      const begin = this.#random.pick([
        '',
        '000100002112a442',
        '0101002c2112a442',
        '16fefd0000',
        '14fefd',
        '80',
        '806f',
        '81c9',
      ]);
      const port = this.#random.pick([...this.#ports]);
      await new Promise<void>((resolve) =>
        socket.send(Buffer.concat([Buffer.from(begin, 'hex'), bytes]), port, '127.0.0.1', () => resolve()),
      );
    }
    socket.close();
  }
}

/** What tells that the service had a turn. */
const TELLING = ['message', 'pong', 'close'] as const;
/** A phone that was told to be frozen hears nothing. */
const THAWED_WITHIN_MS = 2_000;
/** Of a call: presence, trying, answered, its description, and as many pongs. */
const FRAMES_UNTIL_ANSWERED = 10;
/** Replies that are told to come late come within it, or not at all. */
const ANSWER_WITHIN_MS = 1_500;
const UPGRADE = [
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  `Sec-WebSocket-Protocol: ${SUBPROTOCOL}`,
  '',
  '',
].join('\r\n');
