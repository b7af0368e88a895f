import type { OperationId, operations } from '../../../generated/v1/operations.js';
import type { operations as types } from '../../../generated/v1/rest.js';
import { Problem } from '../http/problem.js';
import type { Presence } from '../phones/presence.js';
import { newId } from '../world/ids.js';
import type { Tokens } from '../world/tokens.js';
import { numberOf, type Platform, type User, type World } from '../world/world.js';

type JsonOf<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;
type SuccessOf<R> = JsonOf<R[keyof R & (200 | 201)]>;

/** The caller of an operation, by the kind of credential. */
export interface Callers {
  readonly apiKey: { readonly platform: Platform };
  readonly userToken: { readonly user: User };
}
export type Credential = keyof Callers;

type CredentialOf<O extends OperationId> = (typeof operations)[O]['credential'];
/** The operations that take this kind of credential. */
export type OperationOf<C extends Credential> = {
  [O in OperationId]: CredentialOf<O> extends C ? O : never;
}[OperationId];

/** The parts of a request that do not depend on the caller. */
export interface Parsed<Query = unknown, Body = unknown> {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Body;
  readonly network: string;
}

/** A request with an accepted credential and a valid query and body. */
export type RestRequest<O extends OperationId> = Callers[CredentialOf<O>] &
  Parsed<
    NonNullable<types[O]['parameters']['query']>,
    types[O] extends { requestBody: infer Body } ? JsonOf<Body> : undefined
  >;

type Handler<O extends OperationId> = (
  request: RestRequest<O>,
) => Promise<SuccessOf<types[O]['responses']>> | SuccessOf<types[O]['responses']>;

/** The handlers by credential, so that none can run for the wrong kind of caller. */
export type Handlers = { readonly [C in Credential]: { readonly [O in OperationOf<C>]: Handler<O> } };

export interface HandlersPort {
  readonly world: World;
  readonly tokens: Tokens;
  readonly presence: Presence;
  readonly iceServers: SuccessOf<types['getIceServers']['responses']>['ice_servers'];
}

const ICE_LIFE_MS = 3_600_000;

/** The handler of each REST operation. A new operation in the contract does not compile until it has one. */
export const restHandlers = (port: HandlersPort): Handlers => ({
  apiKey: platformHandlers(port),
  userToken: userHandlers(port),
});

/** The operations of a platform, with its API key. */
function platformHandlers({ world, tokens, presence }: HandlersPort): Handlers['apiKey'] {
  return {
    createUser({ platform, headers, body }) {
      const account = world.account(String(headers['dialstack-account'] ?? ''));
      if (!account || account.platform !== platform) throw notFound('account', 'DialStack-Account');
      const { extension = world.freeExtension(account), name, email } = body;
      if (world.userAt(account, extension))
        throw new Problem(409, 'conflict', 'Another user of the account has this extension. Choose another one.', {
          param: 'extension',
        });
      const user = world.addUser(account, { extension, ...(name && { name }), ...(email && { email }) });
      presence.refresh(user);
      return {
        id: user.id,
        account: account.id,
        name: user.name,
        email: user.email,
        extension: user.extension,
        created_at: user.createdAt.toISOString(),
      };
    },

    async createUserSession({ platform, body }) {
      const user = ownUser(world, platform, body.user);
      const { token, expiresAt } = await tokens.mint(user, body.ttl_seconds);
      return {
        user: user.id,
        account: user.account.id,
        client_secret: token,
        expires_at: new Date(expiresAt).toISOString(),
      };
    },

    revokeUserSessions({ platform, path }) {
      const user = ownUser(world, platform, path.user ?? '');
      return { user: user.id, sessions_revoked_at: new Date(tokens.revoke(user)).toISOString() };
    },
  };
}

/** The operations of a user, with a session token. */
function userHandlers({ presence, iceServers }: HandlersPort): Handlers['userToken'] {
  return {
    getIceServers: () => ({ ice_servers: iceServers, expires_at: new Date(Date.now() + ICE_LIFE_MS).toISOString() }),

    getPresence: ({ user }) => ownPresence(user),

    setPresence({ user, body }) {
      presence.set(user, body.status, body.status_text ?? null);
      return ownPresence(user);
    },

    getEmergencyAddress({ user }) {
      if (!user.emergency)
        throw new Problem(
          404,
          'not_found',
          'The user has no emergency address. Set one with POST /v1/me/emergency-address.',
        );
      return user.emergency.address;
    },

    setEmergencyAddress({ user, body, network }) {
      const { street, street2 = null, city, state, zip, country } = body;
      if (!/\d/.test(street)) {
        // The sandbox has no street data. It accepts every address with a house number.
        const suggestions = [{ street: `1 ${street}`, street2, city, state, zip, country }];
        throw new Problem(422, 'address_not_found', 'The street has no house number. Use a complete civic address.', {
          suggestions,
        });
      }
      const address = {
        id: newId('emerg'),
        street,
        street2,
        city,
        state,
        zip,
        country,
        validated_at: new Date().toISOString(),
      };
      user.emergency = { address, network };
      return address;
    },

    listDirectory({ user, query }) {
      const { page } = query;
      const limit = query.limit as number; // The validator sets the default.
      const users = [...user.account.users.values()];
      const start = page === undefined ? 0 : offsetOf(page);
      const url = '/v1/me/directory';
      const at = (offset: number) => `${url}?limit=${limit}&page=${pageAt(offset)}`;
      return {
        object: 'list',
        url,
        next_page_url: start + limit < users.length ? at(start + limit) : null,
        previous_page_url: start > 0 ? at(Math.max(0, start - limit)) : null,
        data: users
          .slice(start, start + limit)
          .map((one) => ({ user: one.id, display_name: one.name ?? numberOf(one) })),
      };
    },
  };
}

const notFound = (what: string, param: string) => new Problem(404, 'not_found', `No such ${what}.`, { param });

/** Finds a user of the platform. A user of another platform gets the same 404 as one that does not exist. */
function ownUser(world: World, platform: Platform, id: string): User {
  const user = world.user(id);
  if (user?.account.platform === platform) return user;
  throw notFound('user', 'user');
}

const ownPresence = ({ status, statusText, statusAt }: User) => ({
  status,
  status_text: statusText,
  updated_at: statusAt.toISOString(),
});

const pageAt = (offset: number) => Buffer.from(`offset:${offset}`).toString('base64url');

function offsetOf(page: string): number {
  const [, offset] = /^offset:(\d{1,9})$/.exec(Buffer.from(page, 'base64url').toString()) ?? [];
  if (offset === undefined)
    throw new Problem(
      400,
      'invalid_request',
      'page is invalid. Use the page parameter of next_page_url or previous_page_url.',
      { param: 'page' },
    );
  return Number(offset);
}
