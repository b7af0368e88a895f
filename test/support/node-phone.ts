import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import {
  type Call,
  type CallEvents,
  DialStackPhone,
  type PhoneEvents,
  type PhoneOptions,
  type WebSocketConstructor,
} from '../../src/webrtc/index.js';
import { FakeMedia, USABLE_AUDIO } from './fake-media.js';
import type { Testbed } from './testbed.js';

/** A candidate at which nothing listens, because an offer needs at least one. */
const NOWHERE = 'candidate:1 1 udp 2122260223 127.0.0.1 9 typ host';

/**
 * A phone in Node over real sockets, for tests that need no sound. Its calls are real except for their audio. It
 * disconnects at the end of the test.
 */
export async function nodePhone(bed: Testbed, user = 0, options: Partial<PhoneOptions> = {}) {
  const media = new FakeMedia();
  Object.assign(media, {
    audio: USABLE_AUDIO,
    gathering: [
      { afterMs: 1, candidate: NOWHERE },
      { afterMs: 1, candidate: null },
    ],
  });
  const id = bed.sandbox.users[user]?.id ?? '';
  const phone = new DialStackPhone({
    token: await bed.sandbox.createToken(id),
    apiBaseUrl: bed.apiBaseUrl,
    signalingBaseUrl: bed.signalingBaseUrl,
    ...options,
    platform: { ...media.platform, WebSocket: WebSocket as unknown as WebSocketConstructor, ...options.platform },
  });
  onTestFinished(() => phone.disconnect());
  return { phone, id, media };
}

/** Waits for the next event of this name, and returns its arguments. */
export function next<K extends keyof PhoneEvents>(
  emitter: DialStackPhone,
  name: K,
  withinMs?: number,
): Promise<PhoneEvents[K]>;
export function next<K extends keyof CallEvents>(emitter: Call, name: K, withinMs?: number): Promise<CallEvents[K]>;
export function next(emitter: DialStackPhone | Call, name: string, withinMs = 5000): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${name} within ${withinMs} ms`)), withinMs);
    (emitter as { once(name: string, listener: (...args: unknown[]) => void): void }).once(name, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
}
