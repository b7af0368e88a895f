import { PhoneError } from '../../core/phone-error.js';

/** What a call throws that cannot do what it is asked. */
export const refusal = (callId: string, text: string): PhoneError =>
  new PhoneError('invalid_message', text, { callId });
