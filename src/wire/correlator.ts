import type { ServerMessage } from '../../generated/v1/messages.js';
import { replyTypes } from '../../generated/v1/protocol.js';
import { PhoneError } from '../core/phone-error.js';
import type { Timers } from '../core/timing.js';

/** Settles a request. Returns false if the frame does not answer it. */
type Settle = (outcome: ServerMessage | Error) => boolean;

export interface Question<Reply, Value> {
  type: keyof typeof replyTypes;
  /** The longest wait for the reply, in milliseconds. */
  withinMs: number;
  send(reqId: string): void;
  /** Runs before the next frame is read. Two frames of one packet arrive before the continuation of a promise runs. */
  accept(reply: Reply): Value;
}

/** Matches replies to requests by `req_id` and type. Knows nothing of sockets or calls. */
export class Correlator {
  readonly #waiting = new Map<unknown, Settle>();
  readonly #timers: Timers;
  #count = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  ask<Reply extends ServerMessage, Value>(question: Question<Reply, Value>): Promise<Value> {
    const { type, withinMs, send, accept } = question;
    // Another frame with its id does not answer it.
    const answers: readonly string[] = replyTypes[type];
    const late = () =>
      new PhoneError('transport_closed', `The service did not answer ${type} in ${withinMs / 1000} s; try again.`);
    const reqId = `r${++this.#count}`;
    return new Promise((resolve, reject) => {
      const timer = this.#timers.setTimeout(() => this.settle(reqId, late()), withinMs);
      this.#waiting.set(reqId, (outcome) => {
        if ('type' in outcome && !answers.includes(outcome.type)) return false;
        this.#waiting.delete(reqId);
        this.#timers.clearTimeout(timer);
        try {
          if (!('type' in outcome)) throw outcome;
          resolve(accept(outcome as Reply));
        } catch (error) {
          reject(error);
        }
        return true;
      });
      try {
        send(reqId);
      } catch (error) {
        this.settle(reqId, error as Error);
      }
    });
  }

  /** Settles the request that this frame answers. Returns false if there is none. */
  settle(reqId: string | null | undefined, outcome: ServerMessage | Error): boolean {
    return this.#waiting.get(reqId)?.(outcome) ?? false;
  }

  rejectAll(error: PhoneError): void {
    for (const settle of this.#waiting.values()) settle(error);
  }
}
