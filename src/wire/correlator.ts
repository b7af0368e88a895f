import type { ServerMessage } from '../../generated/v1/messages.js';
import type { PhoneError } from '../core/phone-error.js';
import type { Timers } from '../core/timing.js';

/** Settles a request with what answers it; false when this does not. */
type Settle = (outcome: ServerMessage | Error) => boolean;

export interface Question<Reply, Value> {
  /** The types that answer it; another frame with its id does not. */
  replyTypes: readonly string[];
  /** The longest wait for the reply, in milliseconds. */
  withinMs: number;
  send(reqId: string): void;
  /** Runs before the next frame is read: two frames of one packet reach us before a promise continuation does. */
  accept(reply: Reply): Value;
  /** What a reply that never came is. */
  timeoutError(): PhoneError;
}

/** Matches replies to requests by `req_id`. Knows nothing of sockets or calls. */
export class Correlator {
  readonly #waiting = new Map<unknown, Settle>();
  readonly #timers: Timers;
  #count = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  ask<Reply extends ServerMessage, Value>(question: Question<Reply, Value>): Promise<Value> {
    const { replyTypes, withinMs, send, accept, timeoutError } = question;
    const reqId = `r${++this.#count}`;
    return new Promise((resolve, reject) => {
      const timer = this.#timers.setTimeout(() => this.settle(reqId, timeoutError()), withinMs);
      this.#waiting.set(reqId, (outcome) => {
        if ('type' in outcome && !replyTypes.includes(outcome.type)) return false;
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

  /** Settles the request that this frame answers; false when it answers none. */
  settle(reqId: string | null | undefined, outcome: ServerMessage | Error): boolean {
    return this.#waiting.get(reqId)?.(outcome) ?? false;
  }

  rejectAll(error: PhoneError): void {
    for (const settle of this.#waiting.values()) settle(error);
  }
}
