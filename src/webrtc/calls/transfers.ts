import { PhoneError } from '../../core/phone-error.js';
import type { LiveCall } from './live-call.js';

interface Transfer {
  readonly first: LiveCall;
  readonly consultation: LiveCall;
}

const refusal = ({ id }: LiveCall, text: string) => new PhoneError('invalid_message', text, { callId: id });

/** Attended transfers: a call, the consultation about it, and their completion. */
export class Transfers {
  readonly #transfers = new Map<LiveCall, Transfer>();
  readonly #consulting = new Set<LiveCall>();

  /** Places the consultation about a call, which is held meanwhile. */
  async consult(first: LiveCall, place: () => Promise<LiveCall>): Promise<LiveCall> {
    if (this.#transfers.has(first) || this.#consulting.has(first)) {
      throw refusal(first, 'This call has its consultation: complete the transfer, or hang the consultation up.');
    }
    this.#consulting.add(first);
    const consultation = await place().finally(() => this.#consulting.delete(first));
    if (first.state !== 'ended' && consultation.state !== 'ended') {
      const transfer = { first, consultation };
      for (const call of [first, consultation]) this.#transfers.set(call, transfer);
    }
    return consultation;
  }

  /** Connects the other parties, on either of the two calls. @throws PhoneError `invalid_message` unless both are answered. */
  complete(call: LiveCall): void {
    const transfer = this.#transfers.get(call);
    if (!transfer?.first.isUp || !transfer.consultation.isUp) {
      throw refusal(call, 'A transfer is completed after attendedTransfer(), once both its calls are answered.');
    }
    transfer.first.complete();
  }

  /** One of the two has ended. */
  forget(call: LiveCall): void {
    const { first, consultation } = this.#transfers.get(call) ?? {};
    for (const each of [first, consultation]) if (each) this.#transfers.delete(each);
  }
}
