/** A REST handler knows who asks by the credential of its operation. Compiled by `tsc`, never run. */
import type { Handlers } from '../../src/sandbox/rest/handlers.js';

declare const platform: Handlers['apiKey'];
declare const user: Handlers['userToken'];

export const right: Handlers = { apiKey: platform, userToken: user };

// @ts-expect-error An operation of the API key may not be run with a user token.
export const withUserToken: Handlers['userToken'] = { ...user, createUser: platform.createUser };

// @ts-expect-error Nor the reverse.
export const withApiKey: Handlers['apiKey'] = { ...platform, getPresence: user.getPresence };

// @ts-expect-error The two cannot be exchanged.
export const exchanged: Handlers = { apiKey: user, userToken: platform };

export const presence: Handlers['userToken']['getPresence'] = (request) => {
  // @ts-expect-error No platform asks here.
  void request.platform;
  return { status: request.user.status, status_text: null, updated_at: '' };
};

export const revocation: Handlers['apiKey']['revokeUserSessions'] = (request) => {
  // @ts-expect-error No user asks here.
  void request.user;
  return { user: request.platform.apiKey, sessions_revoked_at: '' };
};

// @ts-expect-error Each operation of the contract has its handler.
export const withoutOne: Handlers['apiKey'] = { createUser: platform.createUser };
