import { command, optional, required } from './command.js';
import * as kinds from './kinds.js';
import { type Affected, eachSocket, phonesOf, userOf } from './phones.js';

export interface MintedToken {
  readonly token: string;
  /** The user's id. */
  readonly user: string;
  /** When the token expires, as RFC 3339. */
  readonly expires: string;
}

/** Commands that act on tokens and on the network address of phones. */
export const credentials = {
  createToken: command({
    about:
      "Mints a session token for the user, valid for `ttlSeconds` (86 400, a day). Gives `token`, `user` (the user's id) and `expires`",
    seen: 'Nothing',
    parameters: { user: required(kinds.user), ttlSeconds: optional(kinds.lifetime) },
    run(port, { user, ttlSeconds }): Promise<MintedToken> {
      const known = userOf(port, user);
      return port.tokens.mint(known, ttlSeconds).then(({ token, expiresAt }) => ({
        token,
        user: known.id,
        expires: new Date(expiresAt).toISOString(),
      }));
    },
  }),

  expireTokens: command({
    about: 'Expires all present tokens of the user. New ones work',
    seen: '`disconnected` with `auth_expired`, at once. With `onTokenExpiring` the phone gets a new token and reconnects; without it, this is a fatal `error`. REST answers 401 `token_expired`',
    parameters: { user: required(kinds.user) },
    run(port, { user }) {
      port.tokens.expire(userOf(port, user));
      return eachSocket(port, user, (socket) => socket.fail('auth_expired', 'The token has expired.'), 0);
    },
  }),

  revokeTokens: command({
    about: "Revokes the user's sessions, like `POST /v1/users/{user}/revoke_sessions`. New tokens work",
    seen: 'REST answers 401 `session_revoked` at once. Active calls continue. The phone gets a fatal `session_revoked` when it connects, is called, dials, answers, transfers or subscribes to presence, unless it got a new token before',
    parameters: { user: required(kinds.user) },
    run(port, { user }): void {
      port.tokens.revoke(userOf(port, user));
    },
  }),

  moveNetwork: command({
    about: "Makes the service see the user's phones at this IP address; without `address`, at their real one",
    seen: '`network.changed`, now and at each connection, if the user has an emergency address that was set on another network; otherwise nothing',
    parameters: { user: required(kinds.user), address: optional(kinds.address) },
    run(port, { user, address }): Affected {
      const moved = userOf(port, user);
      moved.network = address;
      const phones = phonesOf(port, user, 0);
      for (const phone of phones) {
        const now = address ?? phone.socket?.network;
        if (moved.emergency && moved.emergency.network !== now) phone.send({ type: 'network.changed' });
      }
      return { phones: phones.length };
    },
  }),
};
