import { command, optional, required } from './command.js';
import * as kinds from './kinds.js';
import { type Affected, eachSocket, phonesOf, userOf } from './phones.js';

/** What happens to tokens, and where phones are. */
export const credentials = {
  expireTokens: command({
    about: 'All tokens of the user so far have expired. New ones work',
    seen: '`auth_expired`, at once: with `onTokenExpiring` the phone asks for a token and comes back, without it that is a fatal `error`. REST answers 401 `token_expired`',
    parameters: { user: required(kinds.user) },
    run(port, { user }) {
      port.tokens.expire(userOf(port, user));
      return eachSocket(port, user, (socket) => socket.fail('auth_expired', 'The token has expired.'), 0);
    },
  }),

  revokeTokens: command({
    about: "Revokes the user's sessions, as `POST /v1/users/{user}/revoke_sessions` does. New tokens work",
    seen: 'REST answers 401 `session_revoked` at once. Calls that are up go on. The phone gets a fatal `session_revoked` when it connects, is called, dials, answers, transfers or asks for presence, unless it got a new token before',
    parameters: { user: required(kinds.user) },
    run(port, { user }): void {
      port.tokens.revoke(userOf(port, user));
    },
  }),

  moveNetwork: command({
    about: "The user's phones are taken to be at this IP address; at their own when it is left out",
    seen: '`network.changed`, now and whenever it connects, if the user has an emergency address that was set on another network; otherwise nothing',
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
