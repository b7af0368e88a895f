import { PhoneError } from '../../core/phone-error.js';
import type { LiveCall } from './live-call.js';

interface Transfer {
  readonly first: LiveCall;
  /** None while it is being placed. */
  consultation?: LiveCall;
}

/** Attended transfers: a call, the consultation about it, and their completion. */
export class Transfers {
  readonly #transfers = new Map<LiveCall, Transfer>();
  readonly #place: (first: LiveCall, destination: string) => Promise<LiveCall>;

  /** `place` places the consultation about a call, which is held meanwhile. */
  constructor(place: (first: LiveCall, destination: string) => Promise<LiveCall>) {
    this.#place = place;
  }

  async consult(first: LiveCall, destination: string): Promise<LiveCall> {
    if (this.#transfers.has(first))
      throw refusal(first, 'This call has its consultation: complete the transfer, or hang the consultation up.');
    const transfer: Transfer = { first };
    this.#transfers.set(first, transfer);
    try {
      const consultation = await this.#place(first, destination);
      transfer.consultation = consultation;
      this.#transfers.set(consultation, transfer);
      for (const call of [first, consultation]) if (call.state === 'ended') this.forget(call);
      return consultation;
    } catch (error) {
      this.#transfers.delete(first);
      throw error;
    }
  }

  /** Connects the other parties, on either of the two calls. @throws PhoneError `invalid_message` unless both are answered. */
  complete(call: LiveCall): void {
    const { first, consultation } = this.#transfers.get(call) ?? {};
    if (!first?.isUp || !consultation?.isUp)
      throw refusal(call, 'A transfer is completed after attendedTransfer(), once both its calls are answered.');
    first.complete();
  }

  /** One of the two has ended. */
  forget(call: LiveCall): void {
    const { first, consultation } = this.#transfers.get(call) ?? {};
    for (const each of [first, consultation]) if (each) this.#transfers.delete(each);
  }
}

const refusal = ({ id }: LiveCall, text: string) => new PhoneError('invalid_message', text, { callId: id });
