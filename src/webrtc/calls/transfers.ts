import type { LiveCall } from './live-call.js';
import { refusal } from './refusal.js';

/** Attended transfers: a call, the consultation about it, and their completion. */
export class Transfers {
  /** Of each call, both of its transfer: the first and, once it is placed, the consultation. */
  readonly #transfers = new Map<LiveCall, LiveCall[]>();
  readonly #place: (first: LiveCall, destination: string) => Promise<LiveCall>;

  /** `place` places the consultation about a call, which is held meanwhile. */
  constructor(place: (first: LiveCall, destination: string) => Promise<LiveCall>) {
    this.#place = place;
  }

  async consult(first: LiveCall, destination: string): Promise<LiveCall> {
    if (this.#transfers.has(first))
      throw refusal('This call has a consultation: complete the transfer, or hang that up.', first.id);
    const transfer = [first];
    this.#transfers.set(first, transfer);
    try {
      const consultation = await this.#place(first, destination);
      transfer.push(consultation);
      this.#transfers.set(consultation, transfer);
      for (const call of transfer) if (call.state === 'ended') this.forget(call);
      return consultation;
    } catch (error) {
      this.#transfers.delete(first);
      throw error;
    }
  }

  /** Connects the other parties, on either of the two calls. @throws PhoneError `invalid_message` unless both are answered. */
  complete(call: LiveCall): void {
    const [first, consultation] = this.#transfers.get(call) ?? [];
    if (!first?.isUp || !consultation?.isUp)
      throw refusal('completeTransfer() comes after attendedTransfer(), once both calls are answered.', call.id);
    first.complete();
  }

  /** One of the two has ended. */
  forget(call: LiveCall): void {
    for (const each of this.#transfers.get(call) ?? []) this.#transfers.delete(each);
  }
}
