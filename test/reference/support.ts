import { DialStack, type User } from '../../src/server/index.js';
import type { Call, DialStackPhone, PhoneOptions, Timers } from '../../src/webrtc/index.js';
import { next, nodePhone } from '../support/node-phone.js';
import type { Testbed } from '../support/testbed.js';

/** The server SDK of the sandbox's platform. */
export const serverOf = (bed: Testbed) => new DialStack(bed.sandbox.apiKey, { apiBaseUrl: bed.apiBaseUrl });

/** A user that no other test has touched. */
export function newUser(bed: Testbed, name = 'Dana Example'): Promise<User> {
  return serverOf(bed).users.create({ name }, { dialstackAccount: bed.sandbox.accountId });
}

/** A phone of this user, not connected. */
export async function phoneOf(bed: Testbed, { id }: { id: string }, options: Partial<PhoneOptions> = {}) {
  const token = options.token ?? (await bed.sandbox.createToken(id));
  return (await nodePhone(bed, 0, { ...options, token })).phone;
}

/** A connected phone, of a user of its own unless one is given. */
export async function connectedPhone(bed: Testbed, { id }: { id?: string } = {}, options: Partial<PhoneOptions> = {}) {
  const user = id ?? (await newUser(bed)).id;
  const phone = await phoneOf(bed, { id: user }, options);
  await phone.connect();
  return { phone, user };
}

/** What the service knows of a user's phones. */
export const phonesOf = (bed: Testbed, userId: string) =>
  bed.sandbox.control.status().phones.filter(({ user }) => user === userId);

/** The next incoming call. */
export async function ringing(phone: DialStackPhone): Promise<Call> {
  const [call] = await next(phone, 'incoming');
  return call;
}

/** Calls the echo, and waits for its answer. */
export async function answered(phone: DialStackPhone, destination = '600'): Promise<Call> {
  const call = await phone.call(destination);
  await next(call, 'answered');
  return call;
}

/** One phone calls another, which answers. */
export async function talk(caller: DialStackPhone, callee: DialStackPhone, destination: string) {
  const incoming = ringing(callee);
  const outbound = await caller.call(destination);
  const inbound = await incoming;
  const up = Promise.all([next(outbound, 'answered'), next(inbound, 'answered')]);
  inbound.answer();
  await up;
  return { outbound, inbound };
}

/** A clock that can be put forward: whatever waits until then waits no longer. */
export function adjustableClock() {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const waiting = new Map<object, { at: number; callback: () => void; timer: NodeJS.Timeout }>();
  const schedule = (key: object, at: number, callback: () => void) => {
    const due = () => {
      waiting.delete(key);
      callback();
    };
    waiting.set(key, { at, callback, timer: setTimeout(due, Math.max(at - now(), 0)) });
  };
  const timers: Timers = {
    now,
    setTimeout(callback, ms) {
      const key = {};
      schedule(key, now() + ms, callback);
      return key;
    },
    clearTimeout(key) {
      clearTimeout(waiting.get(key as object)?.timer);
      waiting.delete(key as object);
    },
  };
  return {
    timers,
    /** What is due by then has run once this resolves. */
    async putForward(ms: number): Promise<void> {
      ahead += ms;
      for (const [key, { at, callback, timer }] of [...waiting]) {
        clearTimeout(timer);
        schedule(key, at, callback);
      }
      await new Promise((resolve) => setTimeout(resolve, 0)); // After those, which were set before.
    },
  };
}
