import type { ServerMessage } from '../../generated/v1/messages.js';
import type { PhoneError } from '../core/phone-error.js';
import type { Timers } from '../core/timing.js';

interface Waiter {
  readonly replyTypes: readonly string[];
  accept(reply: ServerMessage): void;
  reject(error: Error): void;
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
  readonly #waiting = new Map<string, Waiter>();
  readonly #timers: Timers;
  #count = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  ask<Reply extends ServerMessage, Value>(question: Question<Reply, Value>): Promise<Value> {
    const reqId = `r${++this.#count}`;
    return new Promise((resolve, reject) => {
      const timer = this.#timers.setTimeout(
        () => this.#take(reqId)?.reject(question.timeoutError()),
        question.withinMs,
      );
      this.#waiting.set(reqId, {
        replyTypes: question.replyTypes,
        accept: (reply) => {
          this.#timers.clearTimeout(timer);
          try {
            resolve(question.accept(reply as Reply));
          } catch (error) {
            reject(error);
          }
        },
        reject: (error) => {
          this.#timers.clearTimeout(timer);
          reject(error);
        },
      });
      try {
        question.send(reqId);
      } catch (error) {
        this.#take(reqId)?.reject(error as Error);
      }
    });
  }

  /** Settles the request that this frame answers; false when it answers none. */
  settle(reqId: string | null | undefined, outcome: ServerMessage | PhoneError): boolean {
    const waiter = reqId ? this.#waiting.get(reqId) : undefined;
    if (!reqId || !waiter) return false;
    const failed = outcome instanceof Error;
    if (!failed && !waiter.replyTypes.includes(outcome.type)) return false;
    this.#waiting.delete(reqId);
    if (failed) waiter.reject(outcome);
    else waiter.accept(outcome);
    return true;
  }

  rejectAll(error: PhoneError): void {
    for (const reqId of [...this.#waiting.keys()]) this.#take(reqId)?.reject(error);
  }

  #take(reqId: string): Waiter | undefined {
    const waiter = this.#waiting.get(reqId);
    this.#waiting.delete(reqId);
    return waiter;
  }
}
