import { createHash, randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const FIXED_TIME_MS = Date.UTC(2026, 0, 1);

type Prefix = 'acct' | 'user' | 'call' | 'emerg' | 'req';

/** A new TypeID: the prefix, and 128 bits (48 of time, 80 random) as 26 characters of Crockford base32. */
export const newId = (prefix: Prefix): string => typeId(prefix, Date.now(), randomBytes(10));

/** The id of something that every sandbox has. The same name gives the same id at every start. */
export const fixedId = (prefix: Prefix, name: string): string =>
  typeId(prefix, FIXED_TIME_MS, createHash('sha256').update(`${prefix} ${name}`).digest().subarray(0, 10));

function typeId(prefix: Prefix, timeMs: number, rest: Buffer): string {
  let bits = (BigInt(timeMs) << 80n) | BigInt(`0x${rest.toString('hex')}`);
  let text = '';
  for (let at = 0; at < 26; at++, bits >>= 5n) text = CROCKFORD[Number(bits & 31n)] + text;
  return `${prefix}_${text}`;
}
