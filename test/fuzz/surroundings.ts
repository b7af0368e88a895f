import type { Timers } from '../../src/core/timing.js';
import type { Platform } from '../../src/webrtc/platform.js';
import { FakeMedia } from '../support/fake-media.js';
import { VirtualClock } from './clock.js';
import { FakeNetwork } from './network.js';
import type { Random } from './random.js';

type Answer = () => unknown;

const REPLACED = ['setTimeout', 'clearTimeout', 'addEventListener', 'AudioContext'] as const;

/** A page in memory: its clock, network, devices, events and REST service. Call `leave()` when done. */
export class Surroundings {
  readonly clock = new VirtualClock();
  readonly network = new FakeNetwork(this.clock);
  readonly media = new FakeMedia();
  readonly page = new EventTarget();
  /** Listeners of the page that nobody took off. */
  pageListeners = 0;
  /** Ringing tones that nobody stopped. */
  tones = 0;
  /** Requests, and questions to the page, that have no answer yet. */
  unanswered = 0;
  /** Rejections that nobody heard. */
  readonly strays: unknown[] = [];
  /** What the REST service answers a path with; throws as `fetch` does. */
  rest: Answer = () => ({});
  readonly #timers = new Set<unknown>();
  readonly #undo: () => void;

  constructor(random: Random) {
    const originals = REPLACED.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
    const chance = Math.random;
    const stray = (reason: unknown) => this.strays.push(reason);
    process.on('unhandledRejection', stray);
    Math.random = random.fraction;
    Object.assign(globalThis, {
      setTimeout: this.clock.setTimeout,
      clearTimeout: this.clock.clearTimeout,
      addEventListener: (...listening: Parameters<typeof addEventListener>) => this.#listen(...listening),
      AudioContext: this.#audioContext(),
    });
    this.#undo = () => {
      process.off('unhandledRejection', stray);
      Math.random = chance;
      for (const [name, original] of originals) {
        if (original) Object.defineProperty(globalThis, name, original);
        else Reflect.deleteProperty(globalThis, name);
      }
    };
  }

  /** How many timers of the phone wait; the world has some of its own. */
  get timersWaiting(): number {
    return this.#timers.size;
  }

  get platform(): Partial<Platform> {
    return {
      ...this.media.platform,
      WebSocket: this.network.WebSocket,
      timers: this.#counted(),
      fetch: (async () => this.#respond(await this.awaiting(this.rest))) as unknown as typeof fetch,
    };
  }

  /** What the world answers to the phone, which may be nothing ever. */
  async awaiting<T>(answer: () => T | Promise<T>): Promise<T> {
    this.unanswered++;
    try {
      return await answer();
    } finally {
      this.unanswered--;
    }
  }

  leave(): void {
    this.#undo();
  }

  #counted(): Timers {
    const { clock } = this;
    const timers = this.#timers;
    return {
      now: clock.now,
      setTimeout: (callback, ms) => {
        const handle = clock.setTimeout(() => {
          timers.delete(handle);
          callback();
        }, ms);
        timers.add(handle);
        return handle;
      },
      clearTimeout: (handle) => {
        timers.delete(handle);
        clock.clearTimeout(handle);
      },
    };
  }

  /** A response without streams: they take tasks of the real clock. */
  #respond(answer: unknown): unknown {
    const { status = 200, body = answer } = Object(answer) as { status?: number; body?: unknown };
    return { ok: status < 300, status, headers: new Headers(), text: async () => JSON.stringify(body) };
  }

  #listen(type: string, listener: EventListenerOrEventListenerObject, options?: unknown): void {
    const { signal } = options as { signal: AbortSignal };
    this.pageListeners++;
    signal.addEventListener('abort', () => this.pageListeners--);
    this.page.addEventListener(type, listener, { signal });
  }

  #audioContext(): new () => unknown {
    const surroundings = this;
    return class {
      destination = {};
      constructor() {
        surroundings.tones++;
      }
      createBufferSource = () => ({ connect() {}, start() {} });
      createBuffer = () => ({ getChannelData: () => [] });
      async close() {
        surroundings.tones--;
      }
    };
  }
}
