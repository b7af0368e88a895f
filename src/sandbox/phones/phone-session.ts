import type { CallEnded, ServerMessage } from '../../../generated/v1/messages.js';
import type { Grant } from '../world/tokens.js';
import type { User } from '../world/world.js';
import type { PhoneSocket } from './phone-socket.js';
import { Refusal } from './refusal.js';

/** Whose presence a phone watches: nobody's, everybody's of the account, or that of some users. */
export type Watch = 'nobody' | 'everybody' | ReadonlySet<string>;

/** A call of a phone, as far as its session is concerned. */
export interface PhoneCall {
  /** Whether the user is in a call with it, as others see them. */
  readonly isBusy: boolean;
  /** The phone is gone for good; the other side must not wait for it. */
  lost(): void;
  /** Tells a phone that is back what became of the call. */
  restore(): void;
}

/** One phone of a user: it outlives its socket for the grace time. */
export class PhoneSession {
  readonly user: User;
  /** Named by the client, if it did. */
  readonly clientId: string | undefined;
  grant: Grant;
  watch: Watch = 'nobody';
  /** None during the grace time. */
  socket: PhoneSocket | undefined;
  grace: NodeJS.Timeout | undefined;
  expiry: NodeJS.Timeout | undefined;
  readonly #calls = new Set<PhoneCall>();
  readonly #callsMax: number;
  /** The ends of calls that the phone was not there to hear of. */
  readonly #unheard: CallEnded[] = [];

  constructor(grant: Grant, clientId: string | undefined, callsMax: number) {
    this.user = grant.user;
    this.grant = grant;
    this.clientId = clientId;
    this.#callsMax = callsMax;
  }

  /** Whether what is sent now can reach the phone. */
  get isHere(): boolean {
    return this.socket?.isOpen ?? false;
  }

  /** The live calls of this phone. */
  get calls(): ReadonlySet<PhoneCall> {
    return this.#calls;
  }

  /** Whether the phone has as many calls as it may. */
  get isFull(): boolean {
    return this.#calls.size >= this.#callsMax;
  }

  /** A call begins: every call of a phone comes through here. @throws Refusal when the phone has enough of them. */
  begin(call: PhoneCall): void {
    if (this.isFull) throw new Refusal('call_failed', `This phone has ${this.#callsMax} calls, as many as it may.`);
    this.#calls.add(call);
  }

  /** The call is over. */
  end(call: PhoneCall): void {
    this.#calls.delete(call);
  }

  /** Whether there is something left for the phone to come back to. */
  get isWorthKeeping(): boolean {
    return this.#calls.size > 0 || this.#unheard.length > 0;
  }

  send(message: ServerMessage): void {
    if (this.socket?.isOpen) this.socket.send(message);
    else this.keep(message);
  }

  /** Could not be sent. What a dropped phone is not told of calls that go on, `restore` tells anew. */
  keep(message: ServerMessage): void {
    if (message.type !== 'call.ended') return;
    this.#unheard.push(message);
    if (this.isHere) this.#tellUnheard();
  }

  /** The calls are lost, and nobody knows of them any more. */
  lose(): void {
    for (const call of [...this.#calls]) call.lost();
    this.#unheard.length = 0;
  }

  /** Tells a phone that is back what became of its calls. */
  restore(): void {
    this.#tellUnheard();
    for (const call of [...this.#calls]) call.restore();
  }

  #tellUnheard(): void {
    for (const ended of this.#unheard.splice(0)) this.send(ended);
  }
}
