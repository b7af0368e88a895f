import { PhoneError } from '../../core/phone-error.js';

/** What kept the audio of a call from being set up, as what the user gets. */
export function mediaError(cause: unknown, callId?: string): PhoneError {
  const { code = 'call_failed', message = 'The audio could not be set up; check the ICE servers.' } =
    cause instanceof PhoneError ? cause : {};
  return new PhoneError(code, message, { callId, cause: withoutDescription(cause) });
}

/** What waits for something of a call gets when the call ends before. */
export const callOver = (): PhoneError => new PhoneError('call_failed', 'The call is over.');

/** Browsers repeat the line of a description that they cannot parse. */
const withoutDescription = (cause: unknown): unknown =>
  /pars/i.test(Object(cause).message) ? Object(cause).name : cause;
