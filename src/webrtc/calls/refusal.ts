import { PhoneError } from '../../core/phone-error.js';

/** What is thrown instead of something that cannot be done as it is asked: without any call, or of the one with this id. */
export const refusal = (text: string, callId?: string): PhoneError =>
  new PhoneError('invalid_message', text, { callId });
