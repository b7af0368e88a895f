/** Tokens and keys are longer. Replacing a shorter text could damage ordinary words. */
const SHORTEST = 8;

/** Replaces each copy of a secret in a text that the service sent. */
export const withoutSecret = (text: string, secret: string): string =>
  secret.length < SHORTEST ? text : text.replaceAll(secret, '…');
