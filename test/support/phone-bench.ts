import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Call, CallEvents } from '../../src/webrtc/calls/call.js';
import { DialStackPhone, PhoneError, type PhoneEvents, type PhoneOptions } from '../../src/webrtc/index.js';
import { FakeMedia, remoteSdp } from './fake-media.js';
import { ScriptedApi } from './scripted-api.js';
import { ScriptedService, type ScriptedServiceOptions, type ScriptedSocket } from './scripted-service.js';

export const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.secret-claims.secret-signature';

/** A phone's surroundings without network, devices or real time. */
export class PhoneBench {
  readonly media = new FakeMedia();
  readonly api = new ScriptedApi();
  /** What the phones logged. */
  readonly log: string[] = [];
  service = new ScriptedService();

  /** Another service at the same address. */
  replaceService(options: ScriptedServiceOptions): ScriptedService {
    this.service.stop();
    this.service = new ScriptedService(options);
    return this.service;
  }

  /** A phone here, not connected; it needs no ICE servers. */
  phone(options: Partial<PhoneOptions> = {}): DialStackPhone {
    return this.fetchingPhone({ iceServers: [], ...options });
  }

  /** A phone here, not connected, that fetches its ICE servers. */
  fetchingPhone(options: Partial<PhoneOptions> = {}): DialStackPhone {
    const write = (message: string) => this.log.push(message);
    return new DialStackPhone({
      token: TOKEN,
      apiBaseUrl: 'https://api.example.test',
      autoReconnect: false, // Those tests that are about coming back say so.
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

  /** A connected phone that is ringing. */
  async ringing(
    callId = 'call_in',
    options: Partial<PhoneOptions> = {},
  ): Promise<{ phone: DialStackPhone; call: Call }> {
    const phone = await this.connected(options);
    this.ring(callId);
    await this.pass(20);
    return { phone, call: live(phone, callId) };
  }

  /** A connected phone with an outbound call that the service has accepted, and nothing more. */
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

  /** An outbound call that was answered, with its audio up. */
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

  /** Says that somebody calls. */
  ring(callId: string): void {
    this.socket.say(
      { type: 'call.incoming', call_id: callId, from: '+14155550123', from_name: 'Bob', to: '101' },
      { type: 'sdp.offer', call_id: callId, sdp: remoteSdp() },
    );
  }

  /** Answers every call.create from now on with call.trying; the ids count up from the first. */
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

  /** Lets time pass, and everything that it brings happen. */
  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** What a promise settles with; fails when that takes longer than `withinMs` of the phone's time. */
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

  /** The error that a promise rejects with. */
  async refusal(promise: Promise<unknown>, withinMs?: number): Promise<PhoneError> {
    const { error } = await this.settle(watch(promise).over, withinMs);
    if (error instanceof PhoneError) return error;
    throw new Error(`the promise did not reject with a PhoneError, but ${error ? String(error) : 'resolved'}`);
  }
}

export interface Watched<T> {
  state: 'pending' | 'resolved' | 'rejected';
  value?: T;
  error?: unknown;
  /** Resolves once the promise has settled. */
  readonly over: Promise<Watched<T>>;
}

/** Tells how a promise settles, and lets no time pass. */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const over: Promise<Watched<T>> = promise.then(
    (value) => Object.assign(watched, { state: 'resolved' as const, value }),
    (error: unknown) => Object.assign(watched, { state: 'rejected' as const, error }),
  );
  const watched: Watched<T> = { state: 'pending', over };
  return watched;
}

/** Gives each test of a file a bench of its own, on fake time; afterwards no frame may have broken the contract. */
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

/** A live call by its id. */
export function live(phone: DialStackPhone, callId: string): Call {
  const call = phone.getCall(callId);
  if (!call) throw new Error(`there is no call ${callId}`);
  return call;
}

const PHONE_EVENTS = ['connected', 'disconnected', 'incoming', 'error'] as const satisfies (keyof PhoneEvents)[];
const CALL_EVENTS = ['trying', 'ringing', 'answered', 'ended', 'audioBlocked'] as const satisfies (keyof CallEvents)[];

/** What a phone tells from now on, a line an event: `error call_failed call_1`. */
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

/** What a call tells from now on, a line an event: `ended busy`. */
export function callEvents(call: Call): string[] {
  const told: string[] = [];
  for (const event of CALL_EVENTS) {
    call.on(event, (...details: unknown[]) => told.push([event, ...details].join(' ')));
  }
  return told;
}
