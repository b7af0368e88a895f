import { PhoneError } from './phone-error.js';

/** What is wrong with the options of a method that takes a `signal`; undefined when nothing is. */
export const optionsFault = (options: { signal?: AbortSignal } | undefined): PhoneError | undefined =>
  (options && typeof options !== 'object') || (options?.signal && !options.signal.addEventListener)
    ? new PhoneError('invalid_message', 'Options are an object, signal an AbortSignal.')
    : undefined;
