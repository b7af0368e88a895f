import { apiBaseUrl as publicApi } from '../../generated/v1/endpoints.js';
import type { OperationId } from '../../generated/v1/operations.js';
import { restRequests } from '../../generated/v1/validators/open.js';
import { baseUrl } from '../core/base-url.js';
import { systemTimers } from '../core/timing.js';
import { unknownOption } from '../core/unknown-name.js';
import { Rest, type RestOperation } from '../rest/client.js';
import { findingBugs } from '../rest/fetch-bug.js';
import { RestError } from '../rest/rest-error.js';
import { retrying } from '../rest/retry.js';
import { sendable } from '../rest/sendable.js';
import { InvalidRequestError, toDialStackError } from './errors.js';
import { isPage } from './is-page.js';
import type {
  CreateUserParams,
  CreateUserSessionParams,
  IceServers,
  SessionRevocation,
  User,
  UserSession,
} from './types.js';

export interface DialStackOptions {
  /** The base URL of the REST API. Default `https://api.dialstack.ai`. It must be `https:`, except on this machine. */
  apiBaseUrl?: string | undefined;
  /** Allows `http:` to other machines, where everybody on the network can read the API key. Default false. */
  allowInsecure?: boolean | undefined;
  /**
   * The longest time of a method, including retries, in milliseconds. Default 30 000. Each attempt gets an equal share of
   * it, a third with two retries.
   */
  timeoutMs?: number | undefined;
  /** The number of retries after 429, 5xx or a network fault. Default 2. */
  maxRetries?: number | undefined;
  /** Your own `fetch`, for a proxy or a test. It gets the URL and the body as text, and the headers as a plain object. */
  fetch?: typeof fetch | undefined;
  /**
   * Allows the client in a page, where everybody who opens the page can read the API key. Default false. Set it only for
   * a page that nobody else can open.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** The options by name; a type test compares them with the interface. */
export const SERVER_OPTIONS = 'apiBaseUrl allowInsecure timeoutMs maxRetries fetch dangerouslyAllowBrowser';

type Settings = {
  readonly [Option in Exclude<keyof DialStackOptions, 'allowInsecure' | 'dangerouslyAllowBrowser'>]-?: NonNullable<
    DialStackOptions[Option]
  >;
};

const API_KEY = /^sk_(live|test)_\S+$/;
const USER_ID = /^user_[0-9a-z]{26}$/;

/**
 * The client for your servers. Every method settles within `timeoutMs`, and rejects with a subclass of
 * `DialStackError`.
 */
export class DialStack {
  readonly #apiKey: string;
  readonly #options: Settings;

  /**
   * @throws InvalidRequestError for something that is not an API key, for an unknown or unusable option, for an
   * `apiBaseUrl` that would send the key in clear text, and in a page, where everybody could read the key.
   */
  constructor(apiKey: string, options: DialStackOptions = {}) {
    if (typeof options !== 'object' || options === null) throw new InvalidRequestError('Options must be an object.');
    const unknown = unknownOption(options, SERVER_OPTIONS);
    if (unknown !== undefined) throw new InvalidRequestError(unknown);
    if (options.dangerouslyAllowBrowser !== true && isPage()) {
      throw new InvalidRequestError(
        'An API key must not be in a browser, where everybody can read it. Mint a user session token on your server and give it to the page.',
      );
    }
    if (typeof apiKey !== 'string' || !API_KEY.test(apiKey)) {
      throw new InvalidRequestError('Pass your API key (it starts with sk_live_ or sk_test_).');
    }
    if (options.fetch !== undefined && typeof options.fetch !== 'function') {
      throw new InvalidRequestError('fetch must be a function.');
    }
    const base = baseUrl('apiBaseUrl', options.apiBaseUrl ?? publicApi, 'https', options.allowInsecure);
    if (typeof base === 'string') throw new InvalidRequestError(base);
    this.#apiKey = apiKey;
    this.#options = {
      apiBaseUrl: base.href.replace(/\/+$/, ''),
      timeoutMs: options.timeoutMs ?? 30_000,
      maxRetries: options.maxRetries ?? 2,
      fetch: options.fetch ? findingBugs(options.fetch) : (input, init) => globalThis.fetch(input, init),
    };
  }

  /** Session tokens for the phones of users. */
  readonly userSessions = {
    /**
     * Mints a token for one user (POST /v1/user_sessions). To extend a session, mint another.
     * @throws InvalidRequestError if `user` is not a user id or `ttl_seconds` is out of range, NotFoundError if there
     * is no such user.
     */
    create: async (params: CreateUserSessionParams): Promise<UserSession> => {
      demandUserId(params?.user);
      demandValid(restRequests.createUserSession, params);
      return this.#create('createUserSession', (client, init) =>
        client.POST('/v1/user_sessions', { ...init, body: sendable(params) }),
      );
    },
  };

  readonly users = {
    /** Creates a user in one of the platform's accounts (POST /v1/users). */
    create: async (params: CreateUserParams, options: { dialstackAccount: string }): Promise<User> => {
      demandValid(restRequests.createUser, params);
      const dialstackAccount = options?.dialstackAccount;
      // Checked here, because fetch would report a value that no header can carry as a network fault.
      if (typeof dialstackAccount !== 'string' || !/^[!-~]+$/.test(dialstackAccount))
        throw new InvalidRequestError('Give dialstackAccount: the account that the user is to be in.');
      return this.#create('createUser', (client, init) =>
        client.POST('/v1/users', {
          ...init,
          params: { header: { 'DialStack-Account': dialstackAccount } },
          body: sendable(params),
        }),
      );
    },

    /** Revokes every token that the user has so far (POST /v1/users/{user}/revoke_sessions). */
    revokeSessions: async (user: string): Promise<SessionRevocation> => {
      demandUserId(user);
      return this.#create('revokeUserSessions', (client, init) =>
        client.POST('/v1/users/{user}/revoke_sessions', { ...init, params: { path: { user } }, body: {} }),
      );
    },
  };

  readonly webrtc = {
    /** The ICE servers for a user's calls (GET /v1/webrtc/ice-servers), asked for with that user's token. */
    iceServers: async (params: { token: string }): Promise<IceServers> => {
      const token = params?.token;
      if (typeof token !== 'string' || token === '') throw new InvalidRequestError('Give token: a user session token.');
      return this.#run(token, 'getIceServers', (client, init) => client.GET('/v1/webrtc/ice-servers', init));
    },
  };

  /** Runs an operation that creates something. The key lets the service tell a retry from a second request. */
  #create<T>(id: OperationId, operation: RestOperation<T>): Promise<T> {
    const key = crypto.randomUUID();
    return this.#run(this.#apiKey, id, (client, { headers, ...init }) =>
      operation(client, { ...init, headers: { ...headers, 'Idempotency-Key': key } }),
    );
  }

  async #run<T>(credential: string, id: OperationId, operation: RestOperation<T>): Promise<T> {
    const { apiBaseUrl, timeoutMs, maxRetries, fetch } = this.#options;
    const timers = systemTimers;
    try {
      return await retrying({ timers, timeoutMs, maxRetries }, (withinMs) =>
        new Rest({
          baseUrl: apiBaseUrl,
          credential: () => credential,
          fetch,
          timers,
          timeoutMs: withinMs,
        }).run(id, operation),
      );
    } catch (error) {
      throw error instanceof RestError ? toDialStackError(error) : error;
    }
  }
}

function demandUserId(user: unknown): void {
  if (typeof user === 'string' && USER_ID.test(user)) return;
  throw new InvalidRequestError('user is not a user id: user_ and 26 characters, as POST /v1/users gives it.');
}

interface SchemaValidator {
  (data: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null;
}

function demandValid(validate: SchemaValidator, params: unknown): void {
  if (validate(params)) return;
  const [error] = validate.errors ?? [];
  const field = error?.instancePath.slice(1).replaceAll('/', '.');
  throw new InvalidRequestError(`${field || 'The request'} ${error?.message ?? 'is not acceptable'}.`);
}
