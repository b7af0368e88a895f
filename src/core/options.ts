import { PhoneError } from './phone-error.js';
import { unknownName } from './unknown-name.js';

/**
 * The fault of the options that a method was given: not an object, not among the words of `known` (a misspelt option must
 * not be ignored in silence), or a `signal` that is not an AbortSignal. Undefined when there is none.
 */
export function optionsFault(options: object | undefined, known = 'signal'): PhoneError | undefined {
  const { signal } = Object(options) as { signal?: Partial<AbortSignal> | undefined };
  const fault =
    (options && typeof options !== 'object') || (signal && !signal.addEventListener)
      ? 'Options are an object, signal an AbortSignal.'
      : Object.keys(Object(options)).reduce<string | undefined>(
          (found, name) => found ?? unknownName('option', name, known),
          undefined,
        );
  return fault === undefined ? undefined : new PhoneError('invalid_message', fault);
}
