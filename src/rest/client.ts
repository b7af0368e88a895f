import type { Client } from 'openapi-fetch';
import type { components, paths } from '../../generated/v1/rest.js';
import { abortable, type Timers, withDeadline } from '../core/timing.js';
import { RestError } from './rest-error.js';

/** The public service. */
export const DEFAULT_API_BASE_URL = 'https://api.dialstack.ai';

export interface RestOptions {
  readonly baseUrl: string;
  /** openapi-fetch, or what stands in for it in a page. */
  readonly createClient: ClientFactory;
  /** Asked at every request: a token may have been swapped meanwhile. */
  credential(): string;
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  /** The longest time a request may take, in milliseconds, its body included. */
  readonly timeoutMs: number;
}

/** The methods that the contract has operations of; another does not compile. */
export type RestClient = Pick<Client<paths>, 'GET' | 'PUT' | 'POST'>;

export type ClientFactory = (options: { baseUrl: string; fetch(request: Request): Promise<Response> }) => RestClient;

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** One call of a generated operation, with the credential and the deadline that it is given. */
export type RestOperation<Data> = (
  client: RestClient,
  init: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<Outcome<Data>>;

/** The generated operations over HTTP: the credential, the deadline, and one kind of error. */
export class Rest {
  readonly #options: RestOptions;
  readonly #client: RestClient;

  constructor(options: RestOptions) {
    this.#options = options;
    this.#client = options.createClient(options);
  }

  /**
   * Runs one operation. Rejects with a `RestError`, after `timeoutMs` at the latest, or with the signal's reason; either
   * way the request is aborted.
   */
  async run<Data>(operation: RestOperation<Data>, signal?: AbortSignal): Promise<Data> {
    signal?.throwIfAborted();
    const { timers, timeoutMs, credential } = this.#options;
    const token = credential();
    // Said here: the platform's own error would repeat it.
    if (!/^[ -~]*$/.test(token))
      throw new RestError('The credential has characters that no header can carry.', {
        status: 401,
        code: 'unauthorized',
      });
    const stop = new AbortController();
    const init = { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal };
    const timeoutError = () => new RestError(`The service did not answer within ${timeoutMs / 1000} s.`);
    const answer = operation(this.#client, init).catch((cause) => {
      throw new RestError('The service could not be reached.', { cause });
    });
    const outcome = withDeadline(timers, timeoutMs, abortable(signal, answer), timeoutError);
    const { data, error, response } = await outcome.finally(() => stop.abort());
    if (response.ok && data != null) return data; // No operation answers with null.
    throw refusal(response, error);
  }
}

function refusal({ status, headers }: Response, body: unknown): RestError {
  const { error, code, param, suggestions } = Object(body) as Refused;
  const retryAfter = Number(headers.get('Retry-After') ?? Number.NaN);
  return new RestError(text(error) ?? `The service answered ${status}.`, {
    status,
    isOfService: typeof error === 'string',
    code: text(code),
    param: text(param),
    requestId: headers.get('X-Request-Id') ?? undefined,
    retryAfterMs: retryAfter >= 0 ? retryAfter * 1000 : undefined,
    ...(Array.isArray(suggestions) && { suggestions }),
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** The body of a refusal, as far as it is what the contract says. */
type Refused = { [K in keyof components['schemas']['ErrorBody']]?: unknown } & Pick<
  Partial<components['schemas']['ErrorBody']>,
  'suggestions'
>;
