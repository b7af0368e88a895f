import * as limits from '../../../generated/v1/limits.js';
import { PhoneError } from '../../core/phone-error.js';

const SEPARATORS = /[ .\-()]/g;
const E164 = /^\+[1-9]\d{1,14}$/;
const SHORT = new RegExp(`^[\\d*#]{1,${limits.destinationMaxChars}}$`);

/** A destination as it goes on the wire: visual separators (RFC 3966) stripped, the rest E.164 or an extension. */
export function normalizeDestination(destination: unknown): string {
  const number = typeof destination === 'string' ? destination.replace(SEPARATORS, '') : '';
  if (E164.test(number) || SHORT.test(number)) return number;
  throw new PhoneError(
    'invalid_message',
    'The destination is not a number: give E.164 with + (+14155550123), or an extension or short code of digits, * and #.',
  );
}

/** A caller id as it goes on the wire. Whether it is one of the account's is for the service to say. */
export function normalizeCallerId(callerId: unknown): string {
  const number = typeof callerId === 'string' ? callerId.replace(SEPARATORS, '') : '';
  if (E164.test(number)) return number;
  throw new PhoneError('invalid_message', 'The callerId is not an E.164 number with + (+14155550101).');
}
