import { PhoneError, type PhoneErrorCode } from '../../core/phone-error.js';
import { RestError } from '../../rest/rest-error.js';

const OF_TOKEN: ReadonlyMap<string, PhoneErrorCode> = new Map([
  ['token_expired', 'auth_expired'],
  ['session_revoked', 'session_revoked'],
]);

/** A failed REST request as what the user gets. `otherwise` is the code of what this request in particular failed to do. */
export function fromRestFault(cause: unknown, what: string, otherwise?: PhoneErrorCode): PhoneError {
  const { status, code, message, retryAfterMs, suggestions } =
    cause instanceof RestError ? cause : new RestError(String(cause));
  if (status === 401) {
    const fault = OF_TOKEN.get(code ?? '') ?? 'auth_failed';
    return new PhoneError(fault, `${what}: ${message} Mint a new token.`, { cause });
  }
  return new PhoneError(otherwise ?? codeOf(status), `${what}: ${message}`, {
    cause,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(suggestions && { context: { suggestions } }),
  });
}

function codeOf(status: number | undefined): PhoneErrorCode {
  if (status === undefined) return 'transport_closed';
  if (status === 429) return 'rate_limited';
  // A success that cannot be read is no fault of the caller.
  return status >= 500 || status < 400 ? 'internal_error' : 'invalid_message';
}
