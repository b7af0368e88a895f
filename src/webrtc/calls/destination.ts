import * as limits from '../../../generated/v1/limits.js';
import { refusal } from './refusal.js';

/** What people and programs put between digits and around numbers (RFC 3966): spaces, dashes, invisible marks, `.` and `()`. */
const SEPARATORS = /[\s\p{Z}\p{Dash}\p{Cf}.()]/gu;
const E164 = /^\+[1-9]\d{1,14}$/;
const SHORT = new RegExp(`^[\\d*#]{1,${limits.destinationMaxChars}}$`);

/** A destination as it goes on the wire: E.164, an extension or a short code, without separators and `tel:`. */
export function normalizeDestination(destination: unknown): string {
  const number = stripped(destination);
  if (E164.test(number) || SHORT.test(number)) return number;
  throw refuse(number, 'A destination is E.164 (+14155550123), or an extension: digits, * and #');
}

/** A caller id as it goes on the wire. Whether it is one of the account's is for the service to say. */
export function normalizeCallerId(callerId: unknown): string {
  const number = stripped(callerId);
  if (E164.test(number)) return number;
  throw refuse(number, 'A callerId is E.164 (+14155550123)');
}

const stripped = (number: unknown): string =>
  typeof number === 'string' ? number.replace(SEPARATORS, '').replace(/^tel:/i, '') : '';

/** Names the first character that no number has there, and nothing else of what was given. */
function refuse(number: string, rule: string): Error {
  const [odd] = /(?!^\+)[^\d*#]/u.exec(number) ?? [];
  return refusal(`${rule}${odd ? `, not ${odd}` : ''}.`);
}
