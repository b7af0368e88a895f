import type { ServerMessage } from '../../../generated/v1/messages.js';
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

  constructor(grant: Grant, clientId: string | undefined) {
    this.user = grant.user;
    this.grant = grant;
    this.clientId = clientId;
  }

  /** What a dropped phone is not told is told anew when it is back. */
  send(message: ServerMessage): void {
    this.socket?.send(message);
  }
}
