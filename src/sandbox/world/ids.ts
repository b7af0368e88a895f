import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** A TypeID: the prefix and 128 bits (48 of time, the rest random) as 26 characters of Crockford base32. */
export function newId(prefix: 'acct' | 'user' | 'call' | 'emerg' | 'req'): string {
  let bits = (BigInt(Date.now()) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`);
  let text = '';
  for (let at = 0; at < 26; at++, bits >>= 5n) text = CROCKFORD[Number(bits & 31n)] + text;
  return `${prefix}_${text}`;
}
