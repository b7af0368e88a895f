import type { CallRestored } from '../../../generated/v1/messages.js';
import type { CallMessage, EndReason } from './call-phase.js';
import type { LiveCall } from './live-call.js';

/** The live calls by id. A new outbound call's frames wait until its caller had the chance to listen. */
export class CallRegistry {
  readonly #calls = new Map<string, LiveCall>();
  readonly #waiting = new Map<string, CallMessage[]>();
  #missing = new Set<LiveCall>();

  get live(): LiveCall[] {
    return [...this.#calls.values()];
  }

  get(id: string): LiveCall | undefined {
    return this.#calls.get(id);
  }

  add(call: LiveCall): void {
    this.#calls.set(call.id, call);
  }

  remove(call: LiveCall): void {
    this.#calls.delete(call.id);
    this.#waiting.delete(call.id);
  }

  /** Keeps what comes for this call, beginning with `first`, until `release`. */
  holdBack(call: LiveCall, first: CallMessage): void {
    this.#waiting.set(call.id, [first]);
  }

  release(call: LiveCall): void {
    const held = this.#waiting.get(call.id) ?? [];
    this.#waiting.delete(call.id);
    for (const message of held) call.receive(message);
  }

  /** False when no such call is live. */
  deliver(message: CallMessage): boolean {
    const call = this.#calls.get(message.call_id);
    if (!call) return false;
    const held = this.#waiting.get(message.call_id);
    if (held) held.push(message);
    else call.receive(message);
    return true;
  }

  /** From here on, every live call is missing until the service restores it. */
  expectRestored(): void {
    this.#missing = new Set(this.#calls.values());
  }

  /** False when no such call is live. */
  restore(message: CallRestored): boolean {
    const call = this.#calls.get(message.call_id);
    if (!call) return false;
    this.#missing.delete(call);
    call.restore(message);
    return true;
  }

  /** What the service did not restore is over there. */
  endMissing(): void {
    for (const { id } of this.#missing) this.end(id, 'failed');
    this.#missing.clear();
  }

  /** Ends a call that the service does not end in so many words. Like a frame, it is held back with the others. */
  end(id: string, reason: EndReason): void {
    this.deliver({ type: 'call.ended', call_id: id, reason, duration_seconds: null });
  }

  endAll(reason: EndReason): void {
    for (const { id } of this.live) this.end(id, reason);
  }
}
