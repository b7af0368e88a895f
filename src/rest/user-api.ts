import type { components, operations } from '../../generated/v1/rest.js';
import { refusal, userRequests } from '../../generated/v1/shapes.js';
import { findFault } from '../../generated/v1/validators/rules.js';
import { PhoneError, type PhoneErrorCode, type PhoneErrorDetails } from '../core/phone-error.js';
import { abortable, type Timers, withDeadline } from '../core/timing.js';
import { readJson } from './body.js';
import { retryAfterMs } from './retry-after.js';
import type { Sendable } from './sendable.js';

export interface UserApiOptions {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** Called for each request, because the token may have been renewed. */
  token(): string;
  readonly fetch: typeof fetch;
  readonly timers: Timers;
}

type Request = keyof typeof userRequests;
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Answer<Id extends Request> = Json<operations[Id]['responses'][200]>;
interface Details<Id extends Request> {
  readonly query?: Sendable<NonNullable<operations[Id]['parameters']['query']>>;
  readonly body?: operations[Id] extends { requestBody: infer Body } ? Sendable<Json<Body>> : never;
  readonly signal?: AbortSignal | undefined;
  /** The error code of failures other than a refused token. */
  readonly failsAs?: PhoneErrorCode;
}

/**
 * Calls a REST operation with the user's token. Takes at most 10 s. Rejects with a `PhoneError`, or with the signal's
 * reason; the request is aborted in both cases.
 */
export type UserApi = <Id extends Request>(id: Id, details?: Details<Id>) => Promise<Answer<Id>>;

const WITHIN_MS = 10_000;

/** A 401 without one of these codes comes from a gateway or a captive portal, and says nothing about the token. */
const OF_TOKEN: ReadonlyMap<string | undefined, PhoneErrorCode> = new Map([
  ['unauthorized', 'auth_failed'],
  ['token_expired', 'auth_expired'],
  ['session_revoked', 'session_revoked'],
]);

export function userApi({ baseUrl, token, fetch, timers }: UserApiOptions): UserApi {
  return async (id, { query, body, signal, failsAs } = {}) => {
    signal?.throwIfAborted();
    const fail = (code: PhoneErrorCode, problem: string, more?: PhoneErrorDetails) =>
      new PhoneError(code, `${id} failed: ${problem}`, more);
    const credential = token();
    // Checked here, because the error of fetch would contain the credential.
    if (!/^[ -~]*$/.test(credential)) throw fail('auth_failed', 'the token is malformed. Mint a new one.');
    const [method, path, shape] = userRequests[id];
    const stop = new AbortController();
    const unreachable = (more?: PhoneErrorDetails) => {
      const problem = `the service could not be reached within ${WITHIN_MS / 1000} s; check the network and apiBaseUrl.`;
      return fail(failsAs ?? 'transport_closed', problem, more);
    };
    const answered = (async () => {
      const response = await fetch(baseUrl + path + search(query), {
        method,
        headers: { Authorization: `Bearer ${credential}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error', // The token is for this service alone.
        signal: stop.signal,
      });
      return { response, answer: await readJson(response, credential) };
    })().catch((cause) => {
      throw unreachable({ cause });
    });
    const work = withDeadline(timers, WITHIN_MS, abortable(signal, answered), unreachable);
    const { response, answer } = await work.finally(() => stop.abort());
    const { ok, status } = response;
    const fault = findFault(answer, ok ? shape : refusal);
    if (ok && !fault) return answer as never;
    const foreign = {
      error: `something else than the service answered with ${status}; check the network and apiBaseUrl.`,
    };
    const { error, code, suggestions } = (fault ? foreign : answer) as components['schemas']['ErrorBody'];
    const ofToken = status === 401 ? OF_TOKEN.get(code) : undefined;
    throw fail(ofToken ?? failsAs ?? codeOf(status), error + (ofToken ? ' Mint a new token.' : ''), {
      rawCode: code,
      retryAfterMs: retryAfterMs(response, timers.now()),
      context: suggestions && { suggestions },
    });
  };
}

function search(query: object | null | undefined): string {
  // JSON leaves out what is undefined.
  const given = String(new URLSearchParams(JSON.parse(JSON.stringify(query ?? {}))));
  return given && `?${given}`;
}

function codeOf(status: number): PhoneErrorCode {
  if (status === 401 || status === 403) return 'transport_closed';
  if (status === 429) return 'rate_limited';
  // The caller is not to blame for a 2xx answer that cannot be read.
  return status >= 500 || status < 400 ? 'internal_error' : 'invalid_message';
}
