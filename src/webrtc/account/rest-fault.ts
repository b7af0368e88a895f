import { PhoneError, type PhoneErrorCode } from '../../core/phone-error.js';
import type { Rest, RestOperation } from '../../rest/client.js';
import type { RestError } from '../../rest/rest-error.js';

const OF_TOKEN: ReadonlyMap<string | undefined, PhoneErrorCode> = new Map([
  ['unauthorized', 'auth_failed'],
  ['token_expired', 'auth_expired'],
  ['session_revoked', 'session_revoked'],
]);

/** Makes a request; a failure is told as `fromRestFault()` says it, an aborted signal by its reason. */
export const ask = <Data>(
  rest: Rest,
  what: string,
  operation: RestOperation<Data>,
  otherwise?: PhoneErrorCode,
  signal?: AbortSignal,
): Promise<Data> =>
  rest.run(operation, signal).catch((cause) => {
    throw signal?.aborted ? cause : fromRestFault(cause, what, otherwise);
  });

/** A failed REST request as what the user gets. `otherwise` is the code of what this request in particular failed to do. */
export function fromRestFault(cause: RestError, what: string, otherwise?: PhoneErrorCode): PhoneError {
  const { status, code, message, retryAfterMs, suggestions } = cause;
  // A 401 without such a code is a gateway's or a captive portal's: it says nothing of the token.
  const ofToken = status === 401 && OF_TOKEN.get(code);
  return new PhoneError(
    ofToken || otherwise || codeOf(status),
    `${what}: ${message}${ofToken ? ' Mint a new token.' : ''}`,
    { cause, retryAfterMs, context: suggestions && { suggestions } },
  );
}

function codeOf(status: number | undefined): PhoneErrorCode {
  if (status === undefined || status === 401 || status === 403) return 'transport_closed';
  if (status === 429) return 'rate_limited';
  // A success that cannot be read is no fault of the caller.
  return status >= 500 || status < 400 ? 'internal_error' : 'invalid_message';
}
