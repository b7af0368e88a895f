import fc from 'fast-check';
import type { ClientMessageType, ServerMessage } from '../../generated/v1/messages.js';
import { closeCodes, knownErrorCodes } from '../../generated/v1/protocol.js';
import type { Call } from '../../src/webrtc/calls/call.js';
import { DialStackPhone } from '../../src/webrtc/index.js';
import { remoteSdp } from '../support/fake-media.js';
import { memoryStorage } from '../support/memory-storage.js';
import { settled } from './clock.js';
import { FrameSource } from './frames.js';
import { MANNERS, ModelService } from './model-service.js';
import type { Dialling } from './network.js';
import { PhoneWatch } from './phone-watch.js';
import { Random } from './random.js';
import { Surroundings } from './surroundings.js';
import { WordWatch } from './word-watch.js';

/** One thing that the user, the service or the world does. */
export interface Step {
  readonly act: string;
  /** Which call, which argument: each act reads them in its own way. */
  readonly a: number;
  readonly b: number;
  /** The next step follows in the same task: no continuation runs between them. */
  readonly atOnce: boolean;
}

export interface Sequence {
  readonly seed: number;
  readonly steps: readonly Step[];
}

/** The longest documented times. */
const CONNECT_WITHIN_MS = 90_000 + 100;
const CALL_WITHIN_MS = 86_000;
const REST_WITHIN_MS = 10_000;
/** After it, nothing of a phone that left is under way. */
const LONGEST_MS = 91_000;

/** After it, no candidate is waited for, and no socket is closing. */
const SOON_MS = 5_100;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

class World {
  readonly around: Surroundings;
  readonly service: ModelService;
  readonly phone: DialStackPhone;
  readonly watch: PhoneWatch;
  readonly word: WordWatch;
  readonly aborts: AbortController[] = [];
  /** The page does nothing any more. */
  isOver = false;
  renewing: (typeof RENEWING)[number] = 'works';

  constructor(random: Random) {
    this.around = new Surroundings(random);
    const { network, platform } = this.around;
    this.around.rest = () => this.#fine();
    this.service = new ModelService(network);
    const isInherited = random.chance(0.15);
    if (isInherited) this.service.inherit(PAGE_BEFORE);
    const autoHold = random.chance(0.8);
    this.phone = new DialStackPhone({
      autoHold,
      token: this.#token(random.pick([600, 3_600, 100_000])),
      autoReconnect: random.chance(0.9),
      ringback: random.chance(0.2),
      playRemoteAudio: false,
      ...(random.chance(0.5) && { iceServers: [] }),
      ...(random.chance(0.7) && { onTokenExpiring: () => this.#renew() }),
      platform: {
        ...platform,
        storage: memoryStorage(isInherited ? { 'dialstack.session.user_1': LEFT } : {}),
        permissions: permissions(random),
      },
    });
    this.watch = new PhoneWatch(this.phone, this.around, this.service);
    this.word = new WordWatch(this.phone, this.around, { autoHold, kept: isInherited ? 2 : 0 });
  }

  /** One of the newest calls. */
  call(index: number): Call | undefined {
    const { calls } = this.watch;
    return calls.at(-1 - (index % Math.min(Math.max(calls.length, 1), 4)));
  }

  /** The id of a call: one that lives, one that is over, or one of nobody. */
  id(index: number): string {
    const names = [...this.service.legs.keys()].slice(-4);
    return at([...names, ...names, 'call_of_nobody'], index);
  }

  /** Nobody misbehaves any more. */
  mend(): void {
    const { media, network } = this.around;
    this.service.manners = {};
    network.dialling = 'opens';
    network.isDead = false;
    this.watch.networkIs(false);
    media.answer = 'allow';
    for (const operation of OPERATIONS) delete media.faults[operation];
    this.renewing = 'works';
    this.answer(0);
  }

  /** Does something with a call, if there is one. */
  onCall(index: number, what: string, act: (call: Call) => void): boolean {
    const call = this.call(index);
    const isDone = call !== undefined && this.watch.attempt(what, () => act(call));
    if (isDone) this.word.did(what, call);
    return isDone;
  }

  signal(index: number): AbortSignal | undefined {
    const kind = index % 5;
    if (kind > 2) return undefined;
    const abort = new AbortController();
    this.aborts.push(abort);
    abort.signal.addEventListener('abort', () => this.watch.allowReason(abort.signal.reason));
    if (kind === 0) abort.abort(new Error('given up before it began'));
    if (kind === 2) this.phone.once('network.changed', () => abort.abort(new Error('given up in a listener')));
    return abort.signal;
  }

  answer(kind: number): void {
    const answers = [
      () => this.#fine(),
      () => new Promise(() => {}),
      () => ({ status: 500, body: { error: 'No.' } }),
      () => ({ status: 401, body: { error: 'No.', code: 'token_expired' } }),
      () => ({ status: 200, body: 'a page of a proxy' }),
      () => {
        throw new TypeError('fetch failed');
      },
    ];
    this.around.rest = at(answers, kind);
  }

  /** Fits every operation. */
  #fine(): object {
    const now = this.around.clock.now();
    const moment = new Date(now + 3_600_000).toISOString();
    return {
      ice_servers: [],
      expires_at: moment,
      status: 'available',
      status_text: null,
      updated_at: moment,
      data: [{ user: 'user_1', display_name: 'Alice' }],
      next_page_url: null,
      id: 'emerg_1',
      validated_at: moment,
    };
  }

  #token(seconds: number): string {
    const claims = { sub: 'user_1', exp: Math.floor(this.around.clock.now() / 1000) + seconds };
    return `header.${btoa(JSON.stringify(claims))}.signature`;
  }

  #renew(): Promise<string> {
    const answer = this.#answer();
    this.watch.asked(answer);
    return answer;
  }

  #answer(): Promise<string> {
    if (this.renewing === 'throws') {
      this.watch.asked(Promise.resolve());
      throw new Error('a mistake of the page');
    }
    if (this.renewing === 'fails') return Promise.reject(new Error('no token today'));
    if (this.renewing === 'hangs') return this.around.awaiting(() => new Promise(() => {}));
    if (this.renewing === 'works') return Promise.resolve(this.#token(3_600));
    if (this.renewing === 'gives nothing') return Promise.resolve('');
    return Promise.resolve(this.#token(this.renewing === 'gives an expired one' ? -60 : 1));
  }
}

const PAGE_BEFORE = 'session of the page before';
/** What that page left in its storage: it had one of the calls that the service kept muted, and knows nothing of another. */
const LEFT = JSON.stringify({
  id: PAGE_BEFORE,
  calls: [
    { id: 'call_1', muted: false },
    { id: 'call_2', muted: true },
  ],
});

const permissions = (random: Random): { query: Permissions['query'] } => {
  const state = random.pick(['granted', 'prompt']);
  return { query: async () => ({ state }) as PermissionStatus };
};

// What the acts choose from. The first of each is what usually happens.

const DESTINATIONS = ['101', '+14155550123', '(415) 555', '', 'alice', null, 7] as string[];
const DIALLING: Dialling[] = ['opens', 'opens', 'is refused', 'hangs', 'throws', 'opens without the subprotocol'];
const TIMES = [0, 1, 2, 5, 20, 60, 200, 1_000, 2_000, 4_000, 5_000, 10_000, 31_000, 61_000, 91_000];
const HOUR = 3_600_000;
const CODES = [1006, 1000, 1001, 1009, 1011, ...Object.values(closeCodes)];
const ANSWERS = ['allow', 'allow', 'later', 'NotAllowedError', 'NotFoundError', 'NotReadableError'];
const OPERATIONS = [
  'createOffer',
  'createAnswer',
  'setLocalDescription',
  'setRemoteDescription',
  'replaceTrack',
] as const;
const REQUESTS: ClientMessageType[] = [
  'authenticate',
  'auth.refresh',
  'ping',
  'call.create',
  'call.create',
  'call.create',
  'call.answer',
  'call.hangup',
  'call.hold',
  'call.transfer',
  'call.transfer.attended',
  'sdp.offer',
  'presence.subscribe',
];
const ADDRESS = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const RENEWING = [
  'works',
  'fails',
  'hangs',
  'gives nothing',
  'throws',
  'gives an expired one',
  'gives one of a second',
] as const;
const ICE_STATES = ['failed', 'connected', 'disconnected'] as const;
const PARTY = { from: '101', from_name: null, to: '102' };

const FRAMES: ((call_id: string) => ServerMessage)[] = [
  (call_id) => ({ type: 'call.trying', call_id }),
  (call_id) => ({ type: 'call.ringing', call_id }),
  (call_id) => ({ type: 'call.answered', call_id }),
  (call_id) => ({ type: 'call.held', call_id, held_by: 'local' }),
  (call_id) => ({ type: 'call.held', call_id, held_by: 'remote' }),
  (call_id) => ({ type: 'call.resumed', call_id }),
  (call_id) => ({ type: 'call.ended', call_id, reason: 'hangup', duration_seconds: 7 }),
  (call_id) => ({
    type: 'call.ended',
    call_id,
    reason: 'transferred',
    duration_seconds: null,
    answered_elsewhere: true,
  }),
  (call_id) => ({ type: 'call.incoming', call_id, ...PARTY }),
  (call_id) => ({ type: 'call.restored', call_id, state: 'active', direction: 'inbound', ...PARTY, answered_at: null }),
  (call_id) => ({
    type: 'call.restored',
    call_id,
    state: 'ringing',
    direction: 'inbound',
    ...PARTY,
    answered_at: null,
  }),
  (call_id) => ({ type: 'call.restored', call_id, state: 'held', direction: 'outbound', ...PARTY, answered_at: null }),
  (call_id) => ({ type: 'sdp.offer', call_id, sdp: remoteSdp() }),
  (call_id) => ({ type: 'sdp.offer', call_id, sdp: 'none' }),
  (call_id) => ({ type: 'sdp.answer', call_id, sdp: remoteSdp() }),
  (call_id) => ({ type: 'sdp.answer', call_id, sdp: 'none' }),
  (call_id) => ({ type: 'sdp.pranswer', call_id, sdp: remoteSdp() }),
  (call_id) => ({ type: 'ice.candidate', call_id, candidate: 'candidate:1', sdp_mid: null, sdp_m_line_index: 0 }),
  (call_id) => ({ type: 'ice.done', call_id }),
  (call_id) => ({ type: 'error', code: 'call_not_found', message: 'No.', call_id }),
  (call_id) => ({ type: 'error', code: 'invalid_message', message: 'No.', call_id }),
  (call_id) => ({ type: 'error', code: 'call_failed', message: 'No.', call_id, req_id: 'nobody' }),
  () => ({ type: 'network.changed' }),
  () => ({ type: 'presence.list', users: [] }),
  () => ({ type: 'authenticated', user_id: 'user_1', account_id: 'acct_1', reconnected: true }),
];

const PHONE_EVENTS = [
  'incoming',
  'network.changed',
  'disconnected',
  'error',
  'reconnecting',
  'reconnected',
  'connected',
] as const;
const CALL_EVENTS = ['answered', 'ended', 'held', 'ringing', 'resumed'] as const;
/** What a page does in a listener. */
const SUDDEN = [
  'disconnect',
  'hangup',
  'abort()',
  'connect',
  'call',
  'answer',
  'reject',
  'hold',
  'attendedTransfer',
  'subscribePresence',
];

type Act = (world: World, a: number, b: number) => void | Promise<void>;

/** What may happen, and how often beside the others. */
const ACTS: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  // The user.
  connect: [
    4,
    (w, a) => {
      w.watch.connects();
      w.watch.expect('connect', w.phone.connect(withSignal(w.signal(a))), CONNECT_WITHIN_MS, () => w.watch.isBack());
    },
  ],
  disconnect: [2, ({ watch }) => watch.disconnect()],
  call: [
    8,
    (w, a, b) => {
      w.word.did('call');
      const placed = w.phone.call(at(DESTINATIONS, a % 3 ? 0 : b), {
        ...withSignal(w.signal(b)),
        ...(a % 7 === 6 && { callerId: '+14155550101' }),
      });
      w.watch.expect('call', placed, CALL_WITHIN_MS, (call) => w.watch.placed(call));
    },
  ],
  'abort()': [3, ({ aborts }) => aborts.pop()?.abort(new Error('given up by the page'))],
  answer: [6, (w, a) => void w.onCall(a, 'answer', (call) => call.answer())],
  reject: [2, (w, a, b) => leave(w, a, 'reject', (call) => call.reject(at(['busy', undefined, 'maybe' as 'busy'], b)))],
  hangup: [3, (w, a) => leave(w, a, 'hangup', (call) => call.hangup())],
  hold: [3, (w, a) => void w.onCall(a, 'hold', (call) => call.hold())],
  resume: [2, (w, a) => void w.onCall(a, 'resume', (call) => call.resume())],
  mute: [2, (w, a) => void w.onCall(a, 'mute', (call) => call.mute())],
  unmute: [2, (w, a) => void w.onCall(a, 'unmute', (call) => call.unmute())],
  sendDtmf: [
    1,
    (w, a, b) => void w.onCall(a, 'sendDtmf', (call) => call.sendDtmf(at(['1#', 'x', ''], b), at([100, 1], b))),
  ],
  transfer: [2, (w, a, b) => void w.onCall(a, 'transfer', (call) => call.transfer(at(DESTINATIONS, b)))],
  attendedTransfer: [
    4,
    (w, a, b) =>
      void w.onCall(a, 'attendedTransfer', (call) => {
        const consultation = call.attendedTransfer(at(DESTINATIONS, b % 3 ? 0 : b));
        w.watch.expect('attendedTransfer', consultation, CALL_WITHIN_MS, (made) => w.watch.placed(made));
      }),
  ],
  completeTransfer: [3, (w, a) => void w.onCall(a, 'completeTransfer', (call) => call.completeTransfer())],
  'the page puts a track': [
    2,
    (w, a) => {
      const call = w.call(a);
      if (call) w.word.putsTrack(call);
    },
  ],
  playAudio: [1, (w, a) => void w.onCall(a, 'playAudio', (call) => w.watch.expect('playAudio', call.playAudio(), 100))],
  subscribePresence: [
    2,
    (w, a) =>
      void w.watch.attempt('subscribePresence', () =>
        w.phone.subscribePresence(at([undefined, ['user_1'], [], [7], 'user_1'] as string[][], a)),
      ),
  ],
  rest: [
    2,
    ({ watch, phone }, a) => {
      const asking = [
        () => phone.setPresence('away'),
        () => phone.getPresence(),
        () => phone.listDirectory({ limit: a }),
        () => phone.setEmergencyAddress(ADDRESS),
        () => phone.getEmergencyAddress(),
      ];
      watch.expect<unknown>('a REST method', at(asking, a)(), REST_WITHIN_MS);
    },
  ],

  'in a listener': [
    5,
    (w, a, b) => {
      const react = () => {
        if (w.isOver) return;
        w.watch.isInListener = true;
        void take(w, at(SUDDEN, b), a, b);
        w.watch.isInListener = false;
      };
      if (a % 2) {
        w.phone.once(at(PHONE_EVENTS, a >> 1), react);
        w.watch.listenLast();
      } else w.call(a)?.once(at(CALL_EVENTS, a >> 1), react);
    },
  ],

  // The service.
  'somebody calls': [6, ({ service }) => service.ring()],
  'the other party': [14, (w, a) => w.service.advance(w.id(a))],
  frame: [14, (w, a, b) => w.service.say(at(FRAMES, b)(w.id(a)))],
  'any frame': [
    2,
    (w, a, b) => {
      const source = new FrameSource(new Random(b), (field) =>
        field === 'call_id' ? w.id(a) : field === 'fatal' ? false : undefined,
      );
      w.service.sayAnything(source.of(at(['valid', 'mutated'], a)).data);
    },
  ],
  'fatal error': [
    1,
    ({ service }, a, b) =>
      service.say({
        type: 'error',
        code: at(knownErrorCodes, a),
        message: 'Over.',
        fatal: true,
        retry_after_seconds: at([null, 0, 1, 7, 120, 1e12], b),
      }),
  ],
  drop: [3, ({ around }, a) => around.network.socket?.drop(at(CODES, a))],
  manner: [
    6,
    ({ service }, a, b) => {
      service.manners[at(REQUESTS, a)] = at(MANNERS, b);
    },
  ],

  // The world.
  time: [22, ({ around }, a) => around.clock.advance(at(TIMES, a))],
  hours: [1, ({ around }, a) => around.clock.advance(at([0.1, 0.3, 1], a) * HOUR)],
  sleep: [
    1,
    ({ around, watch }, a) => {
      const ms = at([10_000, 60_000, HOUR, 24 * HOUR], a);
      watch.slept(ms);
      around.clock.sleep(ms);
      around.page.dispatchEvent(new Event('online'));
    },
  ],
  'all is well': [4, (world) => world.mend()],
  'dead network': [
    1,
    ({ around, watch }, a) => {
      around.network.isDead = a % 2 === 0;
      watch.networkIs(around.network.isDead);
    },
  ],
  dialling: [
    2,
    ({ around }, a) => {
      around.network.dialling = at(DIALLING, a);
    },
  ],
  page: [2, ({ around }, a) => void around.page.dispatchEvent(new Event(at(['pagehide', 'pageshow', 'online'], a)))],
  microphone: [
    3,
    ({ around }, a) => {
      around.media.answer = at(ANSWERS, a);
    },
  ],
  unplug: [
    1,
    ({ around, word }, a) => {
      const live = around.media.microphones.filter(({ readyState }) => readyState === 'live');
      if (live.length === 0) return;
      word.did('unplug');
      at(live, a).unplug();
    },
  ],
  prompt: [
    3,
    ({ around }, a) => {
      const prompt = around.media.prompts.shift();
      if (a % 3) prompt?.allow();
      else prompt?.refuse('NotAllowedError');
    },
  ],
  connection: [
    2,
    ({ around }, a, b) => {
      const open = around.media.connections.filter(({ signalingState }) => signalingState !== 'closed');
      if (open.length > 0) at(open, a).become(at(ICE_STATES, b));
    },
  ],
  fault: [
    1,
    ({ around: { media } }, a, b) => {
      const operation = at(OPERATIONS, a);
      if (b % 2) delete media.faults[operation];
      else media.faults[operation] = new DOMException('a fault of the browser', 'OperationError');
    },
  ],
  'the REST service': [2, (w, a, b) => w.answer(b % 2 ? 0 : a)],
  onTokenExpiring: [
    2,
    (w, a, b) => {
      w.renewing = b % 2 ? 'works' : at(RENEWING, a);
    },
  ],
};

const withSignal = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

function leave(world: World, index: number, what: string, act: (call: Call) => void): void {
  const call = world.call(index);
  if (world.onCall(index, what, act) && call) world.watch.left(call);
}

const BAG = Object.entries(ACTS).flatMap(([act, [weight]]) => Array.from({ length: weight }, () => act));
const step = (act: string, a = 0, b = 3): Step => ({ act, a, b, atOnce: false });
const FIRST: readonly Step[] = [step('connect', 3), step('time', 5)];

/** What brings a phone to where it is used; the rest of a sequence begins from there. */
const PRELUDES: readonly (readonly Step[])[] = [
  [],
  [step('call'), step('time', 5), step('the other party'), step('the other party'), step('time', 4)],
  [step('somebody calls'), step('time', 4), step('answer'), step('time', 5)],
];

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...BAG),
    a: fc.nat(59),
    b: fc.nat(59),
    atOnce: fc.constantFrom(false, false, true),
  }),
  { maxLength: 60, size: 'max' },
);
const preludes = fc
  .tuple(fc.constantFrom(...PRELUDES), fc.constantFrom(...PRELUDES))
  .map((two) => [...FIRST, ...two.flat()]);

/** Sequences of any steps, most of them with a phone that is connected or in a call to begin with. */
export const sequences: fc.Arbitrary<Sequence> = fc
  .tuple(fc.nat(), fc.oneof({ weight: 9, arbitrary: preludes }, { weight: 1, arbitrary: fc.constant([]) }), steps)
  .map(([seed, prelude, rest]) => ({ seed, steps: [...prelude, ...rest] }));

/** Holds so many sequences against the promises; a failure says the shortest one that breaks something, and the seeds. */
export function holdPhones(seed: number, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(sequences, async (sequence) => {
    const faults = await play(sequence);
    if (faults.length > 0) throw new Error(`${written(sequence)}\n${faults.join('\n')}`);
  });
  return fc.assert(property, { seed, numRuns });
}

/** What was broken, and after which step; nothing, when all went well. */
export async function play({ seed, steps }: Sequence): Promise<string[]> {
  const world = new World(new Random(seed ^ 0x5eed));
  const { watch, around } = world;
  try {
    for (const [index, { act, a, b, atOnce }] of steps.entries()) {
      await take(world, act, a, b);
      if (atOnce) continue;
      await settled();
      watch.check();
      world.word.check();
      watch.faults.push(...world.word.faults.splice(0));
      if (watch.faults.length > 0) return watch.faults.map((fault) => `${fault} (step ${index + 1}, ${act})`);
    }
    world.isOver = true;
    watch.disconnect();
    await around.clock.advance(SOON_MS);
    watch.checkLeft();
    await around.clock.advance(LONGEST_MS);
    for (const prompt of around.media.prompts) prompt.allow();
    await around.clock.advance(1_000);
    watch.checkOver();
    world.word.checkOver();
    return [...watch.faults, ...world.word.faults];
  } finally {
    around.leave();
  }
}

async function take(world: World, act: string, a: number, b: number): Promise<void> {
  try {
    await ACTS[act]?.[1](world, a, b);
  } catch (error) {
    world.watch.faults.push(`thrown through: ${error instanceof Error ? error.stack : error}`);
  }
}

const written = ({ seed, steps }: Sequence): string =>
  `seed ${seed}:\n${steps.map(({ act, a, b, atOnce }) => `  ${act} ${a} ${b}${atOnce ? ' at once' : ''}`).join('\n')}`;
