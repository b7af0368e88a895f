import type { CallEnded, ServerMessage } from '../../../generated/v1/messages.js';
import type { Leg } from '../calls/leg.js';
import type { Grant } from '../world/tokens.js';
import type { User } from '../world/world.js';
import type { PhoneSocket } from './phone-socket.js';

/** Whose presence a phone watches: nobody's, everybody's of the account, or that of some users. */
export type Watch = 'nobody' | 'everybody' | ReadonlySet<string>;

/** One phone of a user: it outlives its socket for the grace time. */
export class PhoneSession {
  readonly user: User;
  /** Named by the client, if it did. */
  readonly clientId: string | undefined;
  /** The live calls of this phone, by call_id. */
  readonly legs = new Map<string, Leg>();
  grant: Grant;
  watch: Watch = 'nobody';
  /** None during the grace time. */
  socket: PhoneSocket | undefined;
  grace: NodeJS.Timeout | undefined;
  expiry: NodeJS.Timeout | undefined;
  /** The ends of calls that the phone was not there to hear of. */
  readonly #unheard: CallEnded[] = [];

  constructor(grant: Grant, clientId: string | undefined) {
    this.user = grant.user;
    this.grant = grant;
    this.clientId = clientId;
  }

  /** Whether what is sent now can reach the phone: a socket that is being closed takes nothing any more. */
  get isHere(): boolean {
    return this.socket?.isOpen ?? false;
  }

  /** Whether there is something left for the phone to come back to. */
  get isWorthKeeping(): boolean {
    return this.legs.size > 0 || this.#unheard.length > 0;
  }

  /** What a dropped phone is not told of calls that go on, `restore` tells anew. */
  send(message: ServerMessage): void {
    if (this.socket && !this.socket.wasEnded) this.socket.send(message);
    else if (message.type === 'call.ended') this.#unheard.push(message);
  }

  /** The calls are lost, and nobody knows of them any more. */
  lose(): void {
    for (const leg of [...this.legs.values()]) leg.lost();
    this.#unheard.length = 0;
  }

  /** Tells a phone that is back what became of its calls. */
  restore(): void {
    for (const ended of this.#unheard.splice(0)) this.send(ended);
    for (const leg of this.legs.values()) leg.restore();
  }
}
