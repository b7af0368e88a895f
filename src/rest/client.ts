import createClient, { type Client } from 'openapi-fetch';
import type { OperationId } from '../../generated/v1/operations.js';
import type { components, paths } from '../../generated/v1/rest.js';
import { platformRequests, userRequests } from '../../generated/v1/shapes.js';
import { findFault } from '../../generated/v1/validators/rules.js';
import { withoutSecret } from '../core/secret.js';
import { type Timers, withDeadline } from '../core/timing.js';
import { readJson } from './body.js';
import { FetchBug } from './fetch-bug.js';
import { RestError } from './rest-error.js';
import { retryAfterMs } from './retry-after.js';

const REQUESTS = { ...platformRequests, ...userRequests };

export interface RestOptions {
  readonly baseUrl: string;
  /** Called for each request, because the token may have been renewed. */
  credential(): string;
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  /** The longest time a request may take, in milliseconds, its body included. */
  readonly timeoutMs: number;
}

/** The HTTP methods that the contract uses. Others do not compile. */
export type RestClient = Pick<Client<paths>, 'GET' | 'PUT' | 'POST'>;

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Calls a generated operation with the given credential and deadline. */
export type RestOperation<Data> = (
  client: RestClient,
  init: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<Outcome<Data>>;

/** Runs the generated operations over HTTP, with a credential, a deadline and one kind of error. */
export class Rest {
  readonly #options: RestOptions;
  readonly #client: RestClient;

  constructor(options: RestOptions) {
    this.#options = options;
    this.#client = createClient<paths>({
      baseUrl: options.baseUrl,
      redirect: 'error', // The credential is for this service alone.
      fetch: async (request) => bounded(await options.fetch(request.url, await plain(request)), options.credential()),
    });
  }

  /** Runs one operation. Rejects with a `RestError`, at the latest after `timeoutMs`, and then aborts the request. */
  async run<Data>(id: OperationId, operation: RestOperation<Data>): Promise<Data> {
    const { timers, timeoutMs, credential } = this.#options;
    const token = credential();
    // Checked here, because the error of fetch would contain the credential.
    if (!/^[ -~]*$/.test(token))
      throw new RestError('The credential has characters that no header can carry.', {
        status: 401,
        code: 'unauthorized',
      });
    const stop = new AbortController();
    const init = { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal };
    const timeoutError = () => new RestError(`The service did not answer within ${timeoutMs / 1000} s.`);
    const answer = operation(this.#client, init).catch((cause) => {
      if (!(cause instanceof FetchBug)) throw new RestError('The service could not be reached.', { cause });
      const problem = withoutSecret(String(cause.cause), token);
      throw new RestError(`Your fetch function has a bug: ${problem}`, { cause: cause.cause, isMistake: true });
    });
    const outcome = withDeadline(timers, timeoutMs, answer, timeoutError);
    const { data, error, response } = await outcome.finally(() => stop.abort());
    if (!response.ok) throw refusal(response, error, token, timers.now());
    const [, , shape] = REQUESTS[id];
    if (!findFault(data, shape)) return data as Data;
    const type = withoutSecret(response.headers.get('Content-Type') ?? 'no content type', token);
    const text = `The answer is not the service's: ${response.status} with ${type}. Check apiBaseUrl.`;
    throw new RestError(text, { status: response.status });
  }
}

function refusal(response: Response, body: unknown, credential: string, now: number): RestError {
  const { status, headers } = response;
  const { error, code, param } = Object(body) as Refused;
  return new RestError(text(error) ?? `The service answered ${status}.`, {
    status,
    code: text(code),
    param: text(param),
    requestId: withoutSecret(headers.get('X-Request-Id') ?? '', credential) || undefined,
    retryAfterMs: retryAfterMs(response, now),
  });
}

/**
 * A request as plain values. Other implementations of `fetch`, such as those of the packages undici and node-fetch, do not
 * accept the `Request` and the `Headers` of the platform.
 */
async function plain(request: Request): Promise<RequestInit> {
  const { method, headers, redirect, signal } = request;
  const body = request.body && (await request.text());
  return { method, headers: Object.fromEntries(headers), body, redirect, signal };
}

/** A copy of the answer whose body was read up to the limit of the contract. A body that is not JSON becomes null. */
async function bounded(response: Response, credential: string): Promise<Response> {
  const body = (await readJson(response, credential)) ?? null;
  const { status, headers } = response;
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** The body of a refusal. A gateway may have sent it, so its fields can be anything. */
type Refused = { [K in keyof components['schemas']['ErrorBody']]?: unknown };
