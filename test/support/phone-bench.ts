import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Call, CallEvents } from '../../src/webrtc/calls/call.js';
import { DialStackPhone, PhoneError, type PhoneEvents, type PhoneOptions } from '../../src/webrtc/index.js';
import { FakeMedia, remoteSdp } from './fake-media.js';
import { ScriptedApi } from './scripted-api.js';
import { ScriptedService, type ScriptedServiceOptions, type ScriptedSocket } from './scripted-service.js';

export const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.secret-claims.secret-signature';

/** Runs phones without network, devices or real time. */
export class PhoneBench {
  readonly media = new FakeMedia();
  readonly api = new ScriptedApi();
  /** What the phones logged. */
  readonly log: string[] = [];
  service = new ScriptedService();

  /** Replaces the service by another one at the same address. */
  replaceService(options: ScriptedServiceOptions): ScriptedService {
    this.service.stop();
    this.service = new ScriptedService(options);
    return this.service;
  }

  /** Creates a phone that is not connected and fetches no ICE servers. */
  phone(options: Partial<PhoneOptions> = {}): DialStackPhone {
    return this.fetchingPhone({ iceServers: [], ...options });
  }

  /** Creates a phone that is not connected and fetches its ICE servers. */
  fetchingPhone(options: Partial<PhoneOptions> = {}): DialStackPhone {
    const write = (message: string) => this.log.push(message);
    return new DialStackPhone({
      token: TOKEN,
      apiBaseUrl: 'https://api.example.test',
      autoReconnect: false, // Tests of reconnecting turn it on.
      logger: { debug: write, warn: write },
      ...options,
      platform: { ...this.service.platform, ...this.media.platform, fetch: this.api.fetch, ...options.platform },
    });
  }

  async connected(options: Partial<PhoneOptions> = {}): Promise<DialStackPhone> {
    const phone = this.phone(options);
    await this.settle(phone.connect());
    return phone;
  }

  /** Creates a connected phone that rings. */
  async ringing(
    callId = 'call_in',
    options: Partial<PhoneOptions> = {},
  ): Promise<{ phone: DialStackPhone; call: Call }> {
    const phone = await this.connected(options);
    this.ring(callId);
    await this.pass(20);
    return { phone, call: live(phone, callId) };
  }

  /** Creates a connected phone with an outbound call in the state `trying`. */
  async trying(
    callId = 'call_out',
    options: Partial<PhoneOptions> = {},
  ): Promise<{ phone: DialStackPhone; call: Call }> {
    const phone = await this.connected(options);
    this.acceptCalls(callId);
    const call = await this.settle(phone.call('101'));
    await this.pass(20);
    return { phone, call };
  }

  /** Creates a connected phone with an answered outbound call whose media is connected. */
  async active(
    callId = 'call_out',
    options: Partial<PhoneOptions> = {},
  ): Promise<{ phone: DialStackPhone; call: Call }> {
    const made = await this.trying(callId, options);
    this.socket.say(
      { type: 'sdp.answer', call_id: callId, sdp: remoteSdp() },
      { type: 'call.answered', call_id: callId },
    );
    await this.pass(20);
    return made;
  }

  /** Sends an incoming call to the phone. */
  ring(callId: string): void {
    this.socket.say(
      { type: 'call.incoming', call_id: callId, from: '+14155550123', from_name: 'Bob', to: '101' },
      { type: 'sdp.offer', call_id: callId, sdp: remoteSdp() },
    );
  }

  /** Answers each `call.create` from now on with `call.trying` and the next of these ids. The last id repeats. */
  acceptCalls(...callIds: string[]): void {
    let next = 0;
    this.service.on('call.create', ({ req_id }, socket) => {
      const call_id = callIds[Math.min(next++, callIds.length - 1)] ?? 'call_out';
      socket.say({ type: 'call.trying', call_id, ...(req_id && { req_id }) });
    });
  }

  get socket(): ScriptedSocket {
    return this.service.socket;
  }

  /** Advances the fake time and runs everything that is due. */
  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Advances the fake time until the promise settles. Fails if that takes longer than `withinMs`. */
  async settle<T>(promise: Promise<T>, withinMs = 500): Promise<T> {
    let settled = false;
    const mark = () => {
      settled = true;
    };
    promise.then(mark, mark);
    for (let ms = 0; !settled && ms < withinMs; ms++) await this.pass(1);
    if (!settled) throw new Error(`the promise did not settle within ${withinMs} ms`);
    return promise;
  }

  /** Returns the PhoneError with which a promise rejects. Fails if it does not. */
  async refusal(promise: Promise<unknown>, withinMs?: number): Promise<PhoneError> {
    const { error } = await this.settle(watch(promise).over, withinMs);
    if (error instanceof PhoneError) return error;
    throw new Error(`the promise ${error ? `rejected with ${String(error)}, not with a PhoneError` : 'resolved'}`);
  }
}

export interface Watched<T> {
  state: 'pending' | 'resolved' | 'rejected';
  value?: T;
  error?: unknown;
  /** Resolves once the promise has settled. */
  readonly over: Promise<Watched<T>>;
}

/** Observes how a promise settles, without advancing the time. */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const over: Promise<Watched<T>> = promise.then(
    (value) => Object.assign(watched, { state: 'resolved' as const, value }),
    (error: unknown) => Object.assign(watched, { state: 'rejected' as const, error }),
  );
  const watched: Watched<T> = { state: 'pending', over };
  return watched;
}

/**
 * Gives each test of a file a new bench with fake time. After each test, checks that no frame broke the contract and
 * that nothing secret was logged.
 */
export function usePhoneBench(): PhoneBench {
  let bench: PhoneBench;
  beforeEach(() => {
    vi.useFakeTimers();
    bench = new PhoneBench();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    bench.service.stop();
    expect(bench.service.takeViolations(), 'the phone broke the contract').toEqual([]);
    expect(bench.log.join('\n')).not.toContain('secret');
  });
  return new Proxy({} as PhoneBench, {
    get: (_, key) => {
      const value = Reflect.get(bench, key, bench);
      return typeof value === 'function' ? value.bind(bench) : value;
    },
  });
}

/** Returns a live call by its id. Fails if there is none. */
export function live(phone: DialStackPhone, callId: string): Call {
  const call = phone.getCall(callId);
  if (!call) throw new Error(`there is no call ${callId}`);
  return call;
}

const PHONE_EVENTS = ['connected', 'disconnected', 'incoming', 'error'] as const satisfies (keyof PhoneEvents)[];
const CALL_EVENTS = ['trying', 'ringing', 'answered', 'ended', 'audioBlocked'] as const satisfies (keyof CallEvents)[];

/** Collects the events of a phone from now on, one per line, for example `error call_failed call_1`. */
export function phoneEvents(phone: DialStackPhone): string[] {
  const told: string[] = [];
  for (const event of PHONE_EVENTS) {
    phone.on(event, (...[subject]: unknown[]) => {
      const { id, code, callId } = (subject ?? {}) as { id?: string; code?: string; callId?: string };
      told.push([event, id, code, callId].filter(Boolean).join(' '));
    });
  }
  return told;
}

/** Collects the events of a call from now on, one per line, for example `ended busy`. */
export function callEvents(call: Call): string[] {
  const told: string[] = [];
  for (const event of CALL_EVENTS) {
    call.on(event, (...details: unknown[]) => told.push([event, ...details].join(' ')));
  }
  return told;
}
