import type { ClientMessage, ClientMessageType } from '../../../generated/v1/messages.js';

/**
 * What a message needs from a connection that is authenticated: `nothing`, a `token` that is neither revoked nor expired,
 * or, if the token is not valid any more, at least that its `call` is up.
 */
type Need = 'nothing' | 'call' | 'token';

/** A message of the contract that is missing here does not compile. What only ends something needs nothing. */
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

/** Whether a message may only come with a valid token. `isUp`: whether a call of the phone is up, if there is such a call. */
export function needsToken(message: ClientMessage, isUp: (callId: string) => boolean | undefined): boolean {
  const need = NEEDS[message.type];
  if (need !== 'call' || !('call_id' in message)) return need === 'token';
  return isUp(message.call_id) === false;
}
