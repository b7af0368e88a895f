/** Tokens and keys are longer. Replacing a shorter text could damage ordinary words. */
const SHORTEST = 8;

/** Replaces a secret that we sent, wherever a text that came back repeats it. */
export const withoutSecret = (text: string, secret: string): string =>
  secret.length < SHORTEST ? text : text.replaceAll(secret, '…');
