import type { ErrorFrame } from '../../../generated/v1/messages.js';
import { errorFacts } from '../../../generated/v1/protocol.js';
import { PhoneError, type PhoneErrorCode } from '../../core/phone-error.js';

/** An `error` frame as what the user gets. The one place where its names are translated. */
export function fromErrorFrame(frame: ErrorFrame): PhoneError {
  const known = Object.hasOwn(errorFacts, frame.code);
  return new PhoneError(known ? (frame.code as PhoneErrorCode) : 'internal_error', frame.message, {
    callId: frame.call_id ?? undefined,
    fatal: Boolean(frame.fatal),
    rawCode: known ? undefined : frame.code,
    context: frame.context?.users ? { users: frame.context.users } : undefined,
    retryAfterMs: frame.retry_after_seconds ? frame.retry_after_seconds * 1000 : undefined,
  });
}
