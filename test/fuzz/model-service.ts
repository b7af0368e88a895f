import type { ClientMessage, ClientMessageType, ServerMessage } from '../../generated/v1/messages.js';
import { limits } from '../../generated/v1/protocol.js';
import { decode } from '../../src/wire/codec.js';
import { remoteSdp } from '../support/fake-media.js';
import type { FakeNetwork, FakeSocket } from './network.js';

/** How the service takes a request. */
export const MANNERS = [
  'behaves',
  'behaves',
  'is silent',
  'refuses',
  'answers twice',
  'answers nobody',
  'answers late',
  'hastens',
  'ends the session',
  'drops',
] as const;
export type Manner = (typeof MANNERS)[number];

interface Leg {
  state: 'trying' | 'ringing' | 'active' | 'held' | 'over';
  readonly direction: 'inbound' | 'outbound';
}

const LATENCY_MS = 3;
const LATE_MS = 12_000;
const PARTY = { from: '+14155550123', from_name: 'Bob', to: '101' };

/** A service that keeps to the contract, except where it is told to misbehave. */
export class ModelService {
  /** Every call that it has named, in order. */
  readonly legs = new Map<string, Leg>();
  manners: Partial<Record<ClientMessageType, Manner>> = {};
  /** What the phone said of a call that does not fit what was said before. */
  readonly contradictions: string[] = [];
  readonly #network: FakeNetwork;
  readonly #over = new Set<string>();
  readonly #gathered = new Map<string, number>();
  readonly #answered = new Set<string>();
  /** The offers of the phone that no answer has reached it for. */
  readonly #offers = new Map<string, string>();
  #names = 0;
  #session: string | undefined;
  #droppedAt = 0;

  constructor(network: FakeNetwork) {
    this.#network = network;
    network.onFrame = (message, socket) => this.#take(message, socket);
    network.onClosed = () => {
      this.#droppedAt = network.clock.now();
    };
  }

  /** A page before this one had that session, and calls in each state. */
  inherit(sessionId: string): void {
    this.#session = sessionId;
    this.#droppedAt = this.#network.clock.now();
    for (const state of ['ringing', 'active', 'held'] as const)
      this.legs.set(this.#name('inbound'), { direction: 'inbound', state });
  }

  /** Somebody calls. */
  ring(): void {
    const call_id = this.#name('inbound');
    this.say({ type: 'call.incoming', call_id, ...PARTY }, { type: 'sdp.offer', call_id, sdp: remoteSdp() });
  }

  /** The other party of a call does what comes next. */
  advance(call_id: string): void {
    const leg = this.legs.get(call_id);
    if (!leg || leg.state === 'over') return;
    if (leg.direction === 'inbound' && leg.state === 'ringing') return this.#end(call_id, 'hangup');
    if (leg.state === 'trying') {
      leg.state = 'ringing';
      return this.say({ type: 'sdp.pranswer', call_id, sdp: remoteSdp() }, { type: 'call.ringing', call_id });
    }
    if (leg.state === 'ringing') {
      leg.state = 'active';
      return this.say({ type: 'call.answered', call_id }, { type: 'sdp.answer', call_id, sdp: remoteSdp() });
    }
    leg.state = leg.state === 'active' ? 'held' : 'active';
    this.say(
      leg.state === 'held' ? { type: 'call.held', call_id, held_by: 'remote' } : { type: 'call.resumed', call_id },
    );
  }

  /** Says frames in one packet; without a socket they are lost. */
  say(...frames: ServerMessage[]): void {
    for (const frame of frames) this.sayAnything(JSON.stringify(frame));
  }

  sayAnything(data: unknown): void {
    const socket = this.#network.openSocket;
    const { message } = decode(data);
    if (!socket || this.#network.isDead) return;
    if (message && 'call_id' in message) this.#announce(message);
    socket.deliver(data);
  }

  #take(message: ClientMessage, socket: FakeSocket): void {
    this.#watch(message);
    const manner = this.manners[message.type] ?? 'behaves';
    const reqId = 'req_id' in message && message.req_id ? { req_id: message.req_id } : {};
    const error = { type: 'error', code: 'call_failed', message: 'No.', ...reqId } as const;
    const answer = (ms: number, frames: () => ServerMessage[]) =>
      this.#network.clock.setTimeout(() => socket.isOpen && this.#sayOn(socket, frames()), ms);
    switch (manner) {
      case 'is silent':
        return;
      case 'refuses':
        return void answer(LATENCY_MS, () => [{ ...error, ...('call_id' in message && { call_id: message.call_id }) }]);
      case 'ends the session':
        return void answer(LATENCY_MS, () => [{ ...error, code: 'going_away', fatal: true }]);
      case 'drops':
        return void this.#network.clock.setTimeout(() => socket.drop(1006), LATENCY_MS);
      case 'answers late':
        return void answer(LATE_MS, () => this.#answer(message));
      case 'answers nobody':
        return void answer(LATENCY_MS, () => this.#answer(message).map((frame) => ({ ...frame, req_id: 'nobody' })));
      case 'answers twice':
        return void answer(LATENCY_MS, () => this.#answer(message).flatMap((frame) => [frame, frame]));
      case 'hastens':
        return void answer(LATENCY_MS, () => this.#answer(message).flatMap((frame) => [frame, ...hurried(frame)]));
      default:
        answer(LATENCY_MS, () => this.#answer(message));
    }
  }

  #sayOn(socket: FakeSocket, frames: ServerMessage[]): void {
    if (socket === this.#network.socket) this.say(...frames);
    else socket.say(...frames);
  }

  /** What a service answers. */
  #answer(message: ClientMessage): ServerMessage[] {
    const reqId = 'req_id' in message && message.req_id ? { req_id: message.req_id } : {};
    const call_id = 'call_id' in message ? message.call_id : '';
    const leg = this.legs.get(call_id);
    switch (message.type) {
      case 'authenticate':
        return this.#authenticated(message.session_id, reqId);
      case 'auth.refresh':
        return [{ type: 'auth.refreshed', ...reqId }];
      case 'ping':
        return [{ type: 'pong', ...reqId }];
      case 'presence.subscribe':
        return [{ type: 'presence.list', users: [], ...reqId }];
      case 'call.create':
        return [{ type: 'call.trying', call_id: this.#name('outbound'), ...reqId }];
      case 'call.transfer.attended':
        if (message.step === 'complete')
          return [...this.legs.keys()].slice(-2).flatMap((id) => this.#ending(id, 'transferred'));
        return [{ type: 'call.trying', call_id: this.#name('outbound'), ...reqId }];
    }
    if (!leg || leg.state === 'over') {
      if (message.type === 'ice.candidate' || message.type === 'ice.done') return [];
      return call_id === '' ? [] : [{ type: 'error', code: 'call_not_found', message: 'No.', call_id, ...reqId }];
    }
    switch (message.type) {
      case 'call.hangup':
        return this.#ending(call_id, 'hangup');
      case 'call.reject':
        return this.#ending(call_id, 'rejected');
      case 'call.transfer':
        return this.#ending(call_id, 'transferred');
      case 'call.answer':
        leg.state = 'active';
        return [{ type: 'call.answered', call_id }];
      case 'call.hold':
        leg.state = 'held';
        return [{ type: 'call.held', call_id, held_by: 'local' }];
      case 'call.resume':
        leg.state = 'active';
        return [{ type: 'call.resumed', call_id }];
      case 'sdp.offer':
        return [{ type: 'sdp.answer', call_id, sdp: remoteSdp() }];
      default:
        return [];
    }
  }

  #authenticated(sessionId: string | undefined, reqId: { req_id?: string }): ServerMessage[] {
    const isKept = sessionId === this.#session && this.#network.clock.now() - this.#droppedAt < limits.graceMs;
    this.#session = sessionId;
    const head = { type: 'authenticated', user_id: 'user_1', account_id: 'acct_1', ...reqId } as const;
    const live = [...this.legs].filter(([, { state }]) => state !== 'over');
    if (!isKept) {
      for (const [, leg] of live) leg.state = 'over';
      return [head];
    }
    return [
      { ...head, reconnected: true },
      ...live.flatMap(([call_id, { state, direction }]): ServerMessage[] =>
        state === 'trying' || state === 'over'
          ? []
          : [{ type: 'call.restored', call_id, state, direction, ...PARTY, answered_at: null, duration_seconds: 3 }],
      ),
    ];
  }

  #end(call_id: string, reason: 'hangup'): void {
    this.say(...this.#ending(call_id, reason));
  }

  #ending(call_id: string, reason: 'hangup' | 'rejected' | 'transferred'): ServerMessage[] {
    const leg = this.legs.get(call_id);
    if (!leg || leg.state === 'over') return [];
    leg.state = 'over';
    return [{ type: 'call.ended', call_id, reason, duration_seconds: leg.direction === 'inbound' ? null : 3 }];
  }

  #name(direction: Leg['direction']): string {
    const id = `call_${++this.#names}`;
    this.legs.set(id, { direction, state: direction === 'inbound' ? 'ringing' : 'trying' });
    return id;
  }

  #announce({ type, call_id }: { type: string; call_id?: string | null | undefined }): void {
    if (typeof call_id !== 'string') return;
    if (type === 'call.ended') this.#over.add(call_id);
    // An offer of ours wins over one of the phone's that crosses it.
    if (type === 'sdp.answer' || type === 'sdp.offer') this.#offers.delete(call_id);
    if (type !== 'call.answered' && !type.startsWith('ice.')) this.#answered.delete(call_id);
    if (type === 'call.incoming' || type === 'call.restored') this.#over.delete(call_id);
  }

  /** Of a call that is over, the phone says no more than that. */
  #watch(message: ClientMessage): void {
    if (message.type === 'authenticate') this.#answered.clear();
    if ('sdp' in message && !message.sdp.includes('a=candidate:'))
      this.contradictions.push(`${message.type} without a candidate`);
    if (!('call_id' in message)) return;
    const { type, call_id } = message;
    if (type === 'call.answer') {
      if (this.#answered.has(call_id)) this.contradictions.push(`${call_id} is answered twice`);
      this.#answered.add(call_id);
    }
    if (message.type === 'sdp.offer') {
      const offer = message.sdp.replace(/^a=candidate:.*\r\n/gm, '');
      if ((this.#offers.get(call_id) ?? offer) !== offer)
        this.contradictions.push(`${call_id} is offered anew before the offer that is out is answered`);
      this.#offers.set(call_id, offer);
    }
    const says = type === 'call.hangup' || type === 'call.reject';
    if (type === 'ice.done') {
      const times = (this.#gathered.get(call_id) ?? 0) + 1;
      this.#gathered.set(call_id, times);
      // The end of a gathering that another took over may slip in.
      if (times > 2) this.contradictions.push(`the candidates of ${call_id} are done ${times} times`);
    }
    if (type.startsWith('sdp.')) this.#gathered.delete(call_id);
    if (type === 'ice.candidate' || type === 'ice.done') return; // They may cross the end of their call.
    if (!says && this.#over.has(call_id)) this.contradictions.push(`${type} for ${call_id}, which is over`);
    if (says) this.#over.add(call_id);
  }
}

/** What may come right behind an answer. */
function hurried(frame: ServerMessage): ServerMessage[] {
  if (frame.type !== 'call.trying') return [];
  const { call_id } = frame;
  const changed = { type: 'network.changed' } as const;
  if (Number(call_id.split('_')[1]) % 2) return [changed];
  return [
    changed,
    { type: 'ice.candidate', call_id, candidate: 'candidate:9', sdp_mid: '0', sdp_m_line_index: 0 },
    { type: 'call.answered', call_id },
    { type: 'sdp.answer', call_id, sdp: remoteSdp() },
    { type: 'call.held', call_id, held_by: 'remote' },
    { type: 'call.ended', call_id, reason: 'busy', duration_seconds: null },
    { type: 'call.resumed', call_id },
  ];
}
