import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../generated/v1/rest.js';
import { type Timers, withDeadline } from '../core/timing.js';
import { RestError } from './rest-error.js';

export interface RestOptions {
  readonly baseUrl: string;
  /** Asked at every request: a token may have been swapped meanwhile. */
  credential(): string;
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  /** The longest time a request may take, in milliseconds, its body included. */
  readonly timeoutMs: number;
}

export type RestClient = Client<paths>;

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The generated operations over HTTP: the credential, the deadline, and one kind of error. */
export class Rest {
  readonly #options: RestOptions;
  readonly #client: RestClient;

  constructor(options: RestOptions) {
    this.#options = options;
    this.#client = createClient<paths>({ baseUrl: options.baseUrl, fetch: (request) => options.fetch(request) });
  }

  /** Runs one operation. Rejects with a `RestError`, after `timeoutMs` at the latest. */
  async run<Data>(
    operation: (
      client: RestClient,
      init: { headers: Record<string, string>; signal: AbortSignal },
    ) => Promise<Outcome<Data>>,
  ): Promise<Data> {
    const { timers, timeoutMs, credential } = this.#options;
    const token = credential();
    // Said here: the platform's own error would repeat it.
    if (!/^[ -~]*$/.test(token)) throw new RestError('The credential has characters that no header can carry.');
    const stop = new AbortController();
    const init = { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal };
    const late = () => {
      const error = new RestError(`The service did not answer within ${timeoutMs / 1000} s.`);
      stop.abort(error);
      return error;
    };
    const answer = operation(this.#client, init).catch((cause) => {
      throw new RestError('The service could not be reached.', { cause });
    });
    const { data, error, response } = await withDeadline(timers, timeoutMs, answer, late);
    if (response.ok && data != null) return data; // No operation answers with null.
    throw refusal(response, error);
  }
}

function refusal(response: Response, body: unknown): RestError {
  const { error, code } = (typeof body === 'object' && body !== null ? body : {}) as {
    error?: unknown;
    code?: unknown;
  };
  const requestId = response.headers.get('X-Request-Id');
  return new RestError(typeof error === 'string' ? error : `The service answered ${response.status}.`, {
    status: response.status,
    ...(typeof code === 'string' && { code }),
    ...(requestId && { requestId }),
  });
}
