import { PhoneError, type PhoneErrorCode } from '../../core/phone-error.js';
import { RestError } from '../../rest/rest-error.js';

const OF_TOKEN: ReadonlyMap<string | undefined, PhoneErrorCode> = new Map([
  ['unauthorized', 'auth_failed'],
  ['token_expired', 'auth_expired'],
  ['session_revoked', 'session_revoked'],
]);

/** A failed REST request as what the user gets. `otherwise` is the code of what this request in particular failed to do. */
export function fromRestFault(cause: unknown, what: string, otherwise?: PhoneErrorCode): PhoneError {
  const { status, code, message, retryAfterMs, suggestions } =
    cause instanceof RestError ? cause : new RestError(String(cause));
  // A 401 without such a code is a gateway's or a captive portal's: it says nothing of the token.
  const fault = status === 401 && OF_TOKEN.get(code);
  if (fault) {
    return new PhoneError(fault, `${what}: ${message} Mint a new token.`, { cause });
  }
  return new PhoneError(otherwise ?? codeOf(status), `${what}: ${message}`, {
    cause,
    retryAfterMs,
    context: suggestions && { suggestions },
  });
}

function codeOf(status: number | undefined): PhoneErrorCode {
  if (status === undefined || status === 401 || status === 403) return 'transport_closed';
  if (status === 429) return 'rate_limited';
  // A success that cannot be read is no fault of the caller.
  return status >= 500 || status < 400 ? 'internal_error' : 'invalid_message';
}
