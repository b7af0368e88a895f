import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import {
  DialStackPhone,
  type PhoneEvents,
  type PhoneOptions,
  type WebSocketConstructor,
} from '../../src/webrtc/index.js';
import { FakeMedia } from './fake-media.js';
import type { Testbed } from './testbed.js';

/** A phone in Node, over real sockets: for what needs no sound. It leaves when its test is over. */
export async function nodePhone(bed: Testbed, user = 0, options: Partial<PhoneOptions> = {}) {
  const media = new FakeMedia();
  const id = bed.sandbox.users[user]?.id ?? '';
  const phone = new DialStackPhone({
    token: await bed.sandbox.createToken(id),
    apiBaseUrl: bed.apiBaseUrl,
    signalingBaseUrl: bed.signalingBaseUrl,
    ...options,
    platform: { ...media.platform, WebSocket: WebSocket as unknown as WebSocketConstructor },
  });
  onTestFinished(() => phone.disconnect());
  return { phone, id };
}

/** The next event of a name. */
export function next<K extends keyof PhoneEvents>(
  phone: DialStackPhone,
  name: K,
  withinMs = 5000,
): Promise<PhoneEvents[K]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${name} within ${withinMs} ms`)), withinMs);
    phone.once(name, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
}
