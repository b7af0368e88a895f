import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Operation, type OperationId, operations } from '../../../generated/v1/operations.js';
import { restRequests, restResponses } from '../../../generated/v1/validators/closed.js';
import { restRequests as acceptable, restQueries } from '../../../generated/v1/validators/open.js';
import { explain, type SchemaValidator } from '../explain.js';
import { bearerOf, parseBody, readBody, requestUrl, sendJson, sendProblem } from '../http/http.js';
import { Problem } from '../http/problem.js';
import type { SandboxLog } from '../log.js';
import type { Fate, Faults } from '../world/faults.js';
import { newId } from '../world/ids.js';
import { TokenFault, type Tokens } from '../world/tokens.js';
import type { Platform, User, World } from '../world/world.js';
import type { Handlers, RestRequest } from './handlers.js';
import { Idempotency } from './idempotency.js';

export interface RestServerPort {
  readonly handlers: Handlers;
  readonly world: World;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly log: SandboxLog;
}

interface Route {
  readonly id: OperationId;
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

/** Not every operation takes a body or a query. */
const validatorOf = (validators: object, key: string | number) =>
  (validators as Readonly<Record<string | number, SchemaValidator | undefined>>)[key];

const ROUTES = Object.entries(operations).map(([id, operation]) => ({
  id: id as OperationId,
  operation: operation as Operation,
  pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The REST half of the service: finds the operation, checks credential, body and answer, and calls its handler. */
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
      const body = await this.#run(route, request, url);
      sendJson(response, route.operation.successStatus, this.#checked(route.id, route.operation.successStatus, body));
    } catch (error) {
      const problem = error instanceof Problem ? error : this.#fault(error);
      this.#port.log.warn(`${request.method} ${url.pathname} refused: ${problem.status} ${problem.message}`);
      sendProblem(response, problem);
    }
  }

  async #run({ id, operation, path }: Route, request: IncomingMessage, url: URL): Promise<unknown> {
    const who = await this.#authenticate(operation, request);
    const text = await readBody(request);
    const fate = this.#port.faults.ofOperation(id, who.user);
    if (fate?.kind === 'fails') throw fate.with;
    const parsed = {
      ...who,
      path,
      headers: request.headers,
      network: who.user?.network ?? request.socket.remoteAddress ?? '',
      query: checkedQuery(id, url),
      body: this.#checkedBody(id, text),
    };
    const handler = this.#port.handlers[id] as (request: RestRequest<OperationId>) => unknown;
    const run = async () => handler(parsed as unknown as RestRequest<OperationId>);
    const key = operation.idempotent ? request.headers['idempotency-key'] : undefined;
    const scope = key === undefined ? undefined : `${who.platform?.apiKey} ${String(key)}`;
    const account = String(request.headers['dialstack-account'] ?? '');
    const answer = await this.#idempotency.once(scope, `${url.pathname} ${account} ${text}`, run);
    if (fate) await arrival(fate);
    return answer;
  }

  async #authenticate(
    { credential }: Operation,
    request: IncomingMessage,
  ): Promise<{ platform?: Platform; user?: User }> {
    const bearer = bearerOf(request);
    if (credential === 'apiKey') {
      const platform = this.#port.world.platform(bearer);
      if (!platform) throw new Problem(401, 'unauthorized', 'The API key is not valid.');
      return { platform };
    }
    try {
      return { user: (await this.#port.tokens.verify(bearer)).user };
    } catch (error) {
      if (!(error instanceof TokenFault)) throw error;
      const code = (
        { auth_failed: 'unauthorized', auth_expired: 'token_expired', session_revoked: 'session_revoked' } as const
      )[error.code];
      throw new Problem(401, code, error.message);
    }
  }

  #checkedBody(id: OperationId, text: string): unknown {
    const validate = validatorOf(acceptable, id);
    if (!validate) return undefined;
    const body = parseBody(text);
    if (!validate(body)) throw unprocessable(validate);
    const strict = validatorOf(restRequests, id);
    if (strict && !strict(body)) this.#port.log.warn(`ignored in a client's ${id}: ${explain(strict)}`);
    return body;
  }

  #checked(id: OperationId, status: number, body: unknown): unknown {
    const validate = validatorOf(restResponses[id], status);
    if (validate && !validate(body))
      throw new Error(`the sandbox was about to break the contract: ${id}: ${explain(validate)}`);
    return body;
  }

  #fault(error: unknown): Problem {
    this.#port.log.warn(`a fault of the sandbox: ${error instanceof Error ? error.stack : String(error)}`);
    return new Problem(500, 'internal_error', 'The sandbox failed; its log says more.');
  }
}

/** Resolves when a reply may be sent that comes late; never, when it is lost. */
function arrival(fate: Fate): Promise<void> {
  return new Promise((resolve) => {
    if (fate.kind === 'late') setTimeout(resolve, fate.ms).unref();
  });
}

function findRoute(method: string, pathname: string): Route {
  const here = ROUTES.flatMap((route) => {
    const match = route.pattern.exec(pathname);
    return match ? [{ ...route, path: { ...match.groups } }] : [];
  });
  const route = here.find(({ operation }) => operation.method === method);
  if (route) return route;
  if (here.length === 0) throw new Problem(404, 'not_found', `There is nothing at ${pathname}.`);
  throw new Problem(
    405,
    'method_not_allowed',
    `${pathname} takes ${here.map(({ operation }) => operation.method).join(' and ')}.`,
  );
}

/** Pages may use the routes of user tokens, and read these headers; an API key has no business in a page. */
function allowBrowsers(pathname: string, request: IncomingMessage, response: ServerResponse): void {
  if (!ROUTES.some(({ pattern, operation }) => operation.credential === 'userToken' && pattern.test(pathname))) return;
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  response.setHeader('Access-Control-Max-Age', '600');
}

/** The validator turns the parameters' text into their types, and sets their defaults. */
function checkedQuery(id: OperationId, url: URL): unknown {
  const query = Object.fromEntries(url.searchParams);
  const validate = validatorOf(restQueries, id);
  if (validate && !validate(query)) {
    throw new Problem(400, 'invalid_request', `The query is not acceptable: ${explain(validate)}.`);
  }
  return query;
}

function unprocessable(validate: SchemaValidator): Problem {
  const param = validate.errors?.[0]?.instancePath.split('/')[1];
  return new Problem(
    422,
    'invalid_request',
    `The body is not acceptable: ${explain(validate)}.`,
    param ? { param } : {},
  );
}
