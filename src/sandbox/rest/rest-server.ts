import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Operation, type OperationId, operations } from '../../../generated/v1/operations.js';
import { restRequests, restResponses } from '../../../generated/v1/validators/closed.js';
import { restRequests as acceptable, restHeaders, restQueries } from '../../../generated/v1/validators/open.js';
import type { Validator } from '../../../generated/v1/validators/types.js';
import { explain } from '../explain.js';
import { bearerOf, parseBody, readBody, requestUrl, sendJson, sendProblem } from '../http/http.js';
import { Problem } from '../http/problem.js';
import { faultOf, type SandboxLog } from '../log.js';
import type { Fate, Faults } from '../world/faults.js';
import { newId } from '../world/ids.js';
import { TokenFault, type Tokens } from '../world/tokens.js';
import type { Platform, User, World } from '../world/world.js';
import type { Callers, Credential, Handlers, OperationOf, Parsed } from './handlers.js';
import { Idempotency } from './idempotency.js';

export interface RestServerPort {
  readonly handlers: Handlers;
  readonly world: World;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly log: SandboxLog;
}

/** An operation of the contract, typed by its credential. */
type Route = {
  readonly [C in Credential]: {
    readonly credential: C;
    readonly id: OperationOf<C>;
    readonly operation: Operation;
    readonly pattern: RegExp;
  };
}[Credential];

/** The validator for an operation or status. Undefined if there is nothing to validate. */
const validatorOf = (validators: object, key: string | number) =>
  (validators as Readonly<Record<string | number, Validator<unknown> | undefined>>)[key];

const ROUTES = Object.entries(operations).map(
  ([id, operation]) =>
    ({
      credential: operation.credential,
      id,
      operation,
      pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    }) as Route,
);

const TOKEN_PROBLEMS = {
  auth_failed: 'unauthorized',
  auth_expired: 'token_expired',
  session_revoked: 'session_revoked',
} as const;

/** The REST half of the service. It finds the operation, checks the credential and the body, and checks the answer. */
export class RestServer {
  readonly #port: RestServerPort;
  readonly #idempotency = new Idempotency();

  constructor(port: RestServerPort) {
    this.#port = port;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Request-Id', newId('req'));
    const url = requestUrl(request);
    try {
      allowBrowsers(url.pathname, request, response);
      if (request.method === 'OPTIONS') {
        response.writeHead(204).end();
        return;
      }
      const route = findRoute(request.method ?? '', url.pathname);
      const { successStatus } = route.operation;
      sendJson(response, successStatus, this.#checked(route.id, successStatus, await this.#run(route, request, url)));
    } catch (error) {
      const problem = error instanceof Problem ? error : this.#fault(error);
      this.#port.log.warn(`${request.method} ${url.pathname} refused: ${problem.status} ${problem.message}`);
      sendProblem(response, problem);
    }
  }

  async #run(route: Route, request: IncomingMessage, url: URL): Promise<unknown> {
    // The casts are safe: the validators of the operation check the query and the body.
    if (route.credential === 'apiKey') {
      const platform = this.#platformOf(request);
      const handler = this.#port.handlers.apiKey[route.id] as (request: Callers['apiKey'] & Parsed) => unknown;
      return this.#answer(route, request, url, { platform, run: (parsed) => handler({ ...parsed, platform }) });
    }
    const user = await this.#userOf(request);
    const handler = this.#port.handlers.userToken[route.id] as (request: Callers['userToken'] & Parsed) => unknown;
    return this.#answer(route, request, url, { user, run: (parsed) => handler({ ...parsed, user }) });
  }

  async #answer(
    { id, operation, pattern }: Route,
    request: IncomingMessage,
    url: URL,
    { platform, user, run }: { platform?: Platform; user?: User; run: (parsed: Parsed) => unknown },
  ): Promise<unknown> {
    const text = await readBody(request);
    const fate = this.#port.faults.ofOperation(id, user);
    if (fate?.kind === 'fails') throw fate.with;
    const { headers } = request;
    demandHeaders(id, headers);
    const parsed: Parsed = {
      path: { ...pattern.exec(url.pathname)?.groups },
      headers,
      network: user?.network ?? request.socket.remoteAddress ?? '',
      query: checkedQuery(id, url),
      body: this.#checkedBody(id, text),
    };
    const key = operation.idempotent ? headers['idempotency-key'] : undefined;
    const scope = key === undefined ? undefined : `${platform?.apiKey} ${String(key)}`;
    const repeated = `${url.pathname} ${String(headers['dialstack-account'] ?? '')} ${text}`;
    const answer = await this.#idempotency.once(scope, repeated, async () => run(parsed));
    if (fate) await arrival(fate);
    return answer;
  }

  #platformOf(request: IncomingMessage): Platform {
    const platform = this.#port.world.platform(bearerOf(request));
    if (!platform)
      throw new Problem(
        401,
        'unauthorized',
        'The API key is not valid. Use the key that the sandbox printed at its start.',
      );
    return platform;
  }

  async #userOf(request: IncomingMessage): Promise<User> {
    try {
      return (await this.#port.tokens.verify(bearerOf(request))).user;
    } catch (error) {
      if (!(error instanceof TokenFault)) throw error;
      throw new Problem(401, TOKEN_PROBLEMS[error.code], error.message);
    }
  }

  #checkedBody(id: OperationId, text: string): unknown {
    const validate = validatorOf(acceptable, id);
    if (!validate) return undefined;
    const body = parseBody(text);
    if (!validate(body)) throw unprocessable(validate);
    const strict = validatorOf(restRequests, id);
    if (strict && !strict(body))
      this.#port.log.warn(`a client's ${id} was accepted, but it breaks the contract: ${explain(strict)}`);
    return body;
  }

  #checked(id: OperationId, status: number, body: unknown): unknown {
    const validate = validatorOf(restResponses[id], status);
    if (validate && !validate(body))
      throw new Error(`the sandbox was about to break the contract: ${id}: ${explain(validate)}`);
    return body;
  }

  #fault(error: unknown): Problem {
    this.#port.log.warn(faultOf(error));
    return new Problem(500, 'internal_error', 'The sandbox failed. See its log.');
  }
}

/** Resolves when a delayed answer is due. Never resolves for a lost one. */
function arrival(fate: Fate): Promise<void> {
  return new Promise((resolve) => {
    if (fate.kind === 'late') setTimeout(resolve, fate.ms).unref();
  });
}

function findRoute(method: string, pathname: string): Route {
  const here = ROUTES.filter(({ pattern }) => pattern.test(pathname));
  const route = here.find(({ operation }) => operation.method === method);
  if (route) return route;
  if (here.length === 0) throw new Problem(404, 'not_found', `There is no operation at ${pathname}.`);
  throw new Problem(
    405,
    'method_not_allowed',
    `Use ${here.map(({ operation }) => operation.method).join(' or ')} for ${pathname}.`,
  );
}

/** Adds CORS headers, but only for operations that take user tokens: an API key must not be in a page. */
function allowBrowsers(pathname: string, request: IncomingMessage, response: ServerResponse): void {
  if (!ROUTES.some(({ credential, pattern }) => credential === 'userToken' && pattern.test(pathname))) return;
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  response.setHeader('Access-Control-Max-Age', '600');
}

function demandHeaders(id: OperationId, headers: IncomingMessage['headers']): void {
  const validate = validatorOf(restHeaders, id);
  if (validate && !validate(headers)) {
    throw new Problem(400, 'invalid_request', `The headers are not valid: ${explain(validate)}.`);
  }
}

/** Returns the query parameters. The validator converts them to their types and sets defaults. */
function checkedQuery(id: OperationId, url: URL): unknown {
  const query = Object.fromEntries(url.searchParams);
  const validate = validatorOf(restQueries, id);
  if (validate && !validate(query)) {
    throw new Problem(400, 'invalid_request', `The query is not valid: ${explain(validate)}.`);
  }
  return query;
}

function unprocessable(validate: Validator<unknown>): Problem {
  const param = validate.errors?.[0]?.instancePath.split('/')[1];
  return new Problem(422, 'invalid_request', `The body is not valid: ${explain(validate)}.`, param ? { param } : {});
}
