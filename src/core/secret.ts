/** No token or key is so short; what is, could be part of a word. */
const SHORTEST = 8;

/** A text from outside without what was sent there as a secret, should it repeat that. */
export const withoutSecret = (text: string, secret: string): string =>
  secret.length < SHORTEST ? text : text.replaceAll(secret, '…');
