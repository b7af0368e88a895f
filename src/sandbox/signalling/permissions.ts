import type { ClientMessage, ClientMessageType } from '../../../generated/v1/messages.js';

/**
 * What a message requires from an authenticated connection: `nothing`, a `token` that is neither expired nor revoked,
 * or a `call`: a valid token, unless its call is up.
 */
type Need = 'nothing' | 'call' | 'token';

/** A message of the contract that is missing here does not compile. Messages that only end something need nothing. */
const NEEDS: { readonly [T in ClientMessageType]: Need } = {
  authenticate: 'nothing',
  'auth.refresh': 'nothing',
  ping: 'nothing',
  'call.create': 'token',
  'call.answer': 'token',
  'call.reject': 'nothing',
  'call.hangup': 'nothing',
  'call.hold': 'call',
  'call.resume': 'call',
  'call.mute': 'call',
  'call.unmute': 'call',
  'call.transfer': 'token',
  'call.transfer.attended': 'token',
  'sdp.offer': 'call',
  'sdp.answer': 'call',
  'ice.candidate': 'call',
  'ice.done': 'call',
  'presence.subscribe': 'token',
};

/**
 * Whether a message needs a valid token.
 * @param isUp Whether a call of the phone is up. Undefined if there is no such call.
 */
export function needsToken(message: ClientMessage, isUp: (callId: string) => boolean | undefined): boolean {
  const need = NEEDS[message.type];
  if (need !== 'call' || !('call_id' in message)) return need === 'token';
  return isUp(message.call_id) === false;
}
