import type { CallEnded, ServerMessage } from '../../../generated/v1/messages.js';
import type { Grant } from '../world/tokens.js';
import type { User } from '../world/world.js';
import type { PhoneSocket } from './phone-socket.js';
import { Refusal } from './refusal.js';

/** Whose presence a phone watches: nobody's, that of the whole account, or that of these user ids. */
export type Watch = 'nobody' | 'everybody' | ReadonlySet<string>;

/** What a session needs from a call. */
export interface PhoneCall {
  /** Whether the call makes the user's presence `on_call`. */
  readonly isBusy: boolean;
  /** The phone is gone for good. End the call, so that the other side is not left waiting. */
  lost(): void;
  /** The phone is back. Send it the state of the call. */
  restore(): void;
}

/** One phone of a user. It outlives its socket by the grace time. */
export class PhoneSession {
  readonly user: User;
  /** The `session_id` that the client sent, if any. */
  readonly clientId: string | undefined;
  grant: Grant;
  watch: Watch = 'nobody';
  /** Undefined during the grace time. */
  socket: PhoneSocket | undefined;
  grace: NodeJS.Timeout | undefined;
  expiry: NodeJS.Timeout | undefined;
  readonly #calls = new Set<PhoneCall>();
  readonly #callsMax: number;
  /** `call.ended` messages that could not be sent. The phone gets them when it is back. */
  readonly #unheard: CallEnded[] = [];

  constructor(grant: Grant, clientId: string | undefined, callsMax: number) {
    this.user = grant.user;
    this.grant = grant;
    this.clientId = clientId;
    this.#callsMax = callsMax;
  }

  /** Whether the phone is connected, so that messages reach it. */
  get isHere(): boolean {
    return this.socket?.isOpen ?? false;
  }

  /** The live calls of this phone. */
  get calls(): ReadonlySet<PhoneCall> {
    return this.#calls;
  }

  /** Whether the phone has reached its maximum number of calls. */
  get isFull(): boolean {
    return this.#calls.size >= this.#callsMax;
  }

  /** Adds a new call. @throws Refusal `call_failed` if the phone has reached its maximum number of calls. */
  begin(call: PhoneCall): void {
    if (this.isFull) throw new Refusal('call_failed', `This phone has ${this.#callsMax} calls, the most it may have.`);
    this.#calls.add(call);
  }

  /** Removes a call that is over. */
  end(call: PhoneCall): void {
    this.#calls.delete(call);
  }

  /** Whether the phone has calls, or ends of calls, to come back to. */
  get isWorthKeeping(): boolean {
    return this.#calls.size > 0 || this.#unheard.length > 0;
  }

  send(message: ServerMessage): void {
    if (this.socket?.isOpen) this.socket.send(message);
    else this.keep(message);
  }

  /**
   * Keeps a message that could not be sent, if it is `call.ended`. For live calls, `restore()` sends the state anew.
   */
  keep(message: ServerMessage): void {
    if (message.type !== 'call.ended') return;
    this.#unheard.push(message);
    if (this.isHere) this.#tellUnheard();
  }

  /** Ends all calls of the phone and forgets what it has not been told. */
  lose(): void {
    for (const call of [...this.#calls]) call.lost();
    this.#unheard.length = 0;
  }

  /** The phone is back: sends it what became of its calls. */
  restore(): void {
    this.#tellUnheard();
    for (const call of [...this.#calls]) call.restore();
  }

  #tellUnheard(): void {
    for (const ended of this.#unheard.splice(0)) this.send(ended);
  }
}
