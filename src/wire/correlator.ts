import type { ServerMessage } from '../../generated/v1/messages.js';
import type { PhoneError } from '../core/phone-error.js';
import type { Timers } from '../core/timing.js';

interface Waiter {
  readonly replyTypes: readonly string[];
  readonly timer: unknown;
  accept(reply: ServerMessage): void;
  reject(error: unknown): void;
}

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
  readonly #waiting = new Map<unknown, Waiter>();
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
      this.#waiting.set(reqId, {
        replyTypes,
        timer,
        accept: (reply) => resolve(accept(reply as Reply)),
        reject,
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
    const waiter = this.#waiting.get(reqId);
    if (!waiter || ('type' in outcome && !waiter.replyTypes.includes(outcome.type))) return false;
    this.#waiting.delete(reqId);
    this.#timers.clearTimeout(waiter.timer);
    try {
      if (!('type' in outcome)) throw outcome;
      waiter.accept(outcome);
    } catch (error) {
      waiter.reject(error);
    }
    return true;
  }

  rejectAll(error: PhoneError): void {
    for (const reqId of [...this.#waiting.keys()]) this.settle(reqId as string, error);
  }
}
