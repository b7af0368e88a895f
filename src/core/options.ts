import { PhoneError } from './phone-error.js';
import { unknownOption } from './unknown-name.js';

/**
 * Checks the options of a method.
 * @throws PhoneError `invalid_message` if they are not an object, if one is not among the words of `known`, or if `signal`
 * is not an AbortSignal.
 */
export function demandOptions(options: object | undefined, known = 'signal'): void {
  const { signal } = Object(options) as { signal?: Partial<AbortSignal> | undefined };
  const fault =
    (options && typeof options !== 'object') || (signal && !signal.addEventListener)
      ? 'Options are an object, signal an AbortSignal.'
      : unknownOption(Object(options), known);
  if (fault) throw new PhoneError('invalid_message', fault);
}
