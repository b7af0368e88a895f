import { OptionError } from './option-error.js';

const LEAST = 24;
const API_KEY = new RegExp(`^sk_test_[!-~]{${LEAST},200}$`);

/** A key that somebody chose must be as hard to guess as one that the sandbox makes. @throws OptionError */
export function demandApiKey(apiKey: unknown): void {
  if (typeof apiKey === 'string' && API_KEY.test(apiKey)) return;
  throw new OptionError(
    `The API key must be sk_test_ and at least ${LEAST} characters that nobody can guess, without spaces. Leave it out, and the sandbox makes one.`,
  );
}
