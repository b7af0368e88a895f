import type { ClientMessage, ClientMessageMap, ClientMessageType } from '../../../generated/v1/messages.js';
import { demandUsable, type Exchange } from '../calls/exchange.js';
import type { Leg } from '../calls/leg.js';
import type { PhoneSession } from '../phones/phone-session.js';
import { Refusal } from '../phones/refusal.js';

/** The messages of a phone that concern a call. */
export type CallCommand = Extract<ClientMessageType, `call.${string}` | `sdp.${string}` | `ice.${string}`>;

type Commands = { readonly [T in CallCommand]: (session: PhoneSession, message: ClientMessageMap[T]) => void };

/** The handler of each call message. A message of the contract that has none does not compile. */
export function callCommands(exchange: Exchange): Commands {
  const findLeg = (session: PhoneSession, { call_id }: { call_id: string }): Leg | undefined => {
    const leg = exchange.leg(call_id);
    return leg?.session === session ? leg : undefined;
  };
  const legOf = (session: PhoneSession, message: { call_id: string }): Leg => {
    const leg = findLeg(session, message);
    if (!leg) throw new Refusal('call_not_found', 'There is no such call. It may just have ended.');
    return leg;
  };
  const activeLeg = (session: PhoneSession, message: { call_id: string }): Leg => {
    const leg = legOf(session, message);
    demand(leg.state === 'active', `the call is ${leg.state}, not active`);
    return leg;
  };
  return {
    'call.create': (session, { destination, sdp, caller_id, req_id }) => {
      exchange.dial(session, { destination, sdp, callerId: caller_id, reqId: req_id });
    },
    'call.answer': (session, message) =>
      demand(legOf(session, message).accept(), 'only a call that rings here can be answered'),
    'call.reject': (session, message) =>
      demand(
        legOf(session, message).refuse(message.reason ?? 'decline'),
        'only a call that rings here can be rejected',
      ),
    'call.hangup': (session, message) => legOf(session, message).hangup(),
    'call.hold': (session, message) => {
      const leg = activeLeg(session, message);
      leg.bridge?.hold(leg);
    },
    'call.resume': (session, message) => {
      const leg = activeLeg(session, message);
      leg.bridge?.resume(leg);
    },
    'call.mute': (session, message) => {
      legOf(session, message).muted = true;
    },
    'call.unmute': (session, message) => {
      legOf(session, message).muted = false;
    },
    'call.transfer': (session, message) =>
      exchange.transfer(activeLeg(session, message), message.destination, message.req_id),
    'call.transfer.attended': (session, message) => {
      const leg = activeLeg(session, message);
      if (message.step === 'complete') return exchange.complete(leg);
      const { destination, sdp, req_id } = message;
      exchange.consult(leg, { destination, sdp, reqId: req_id });
    },
    'sdp.offer': (session, message) => {
      const leg = legOf(session, message);
      demand(leg.direction === 'outbound' || leg.state === 'active', 'the service sends the offer for a ringing call');
      demandUsable('offer', message.sdp);
      leg.renegotiate(message.sdp);
    },
    'sdp.answer': (session, message) => {
      const leg = legOf(session, message);
      demandUsable('answer', message.sdp);
      demand(leg.takeAnswer(message.sdp), 'the service is not waiting for an answer');
    },
    'ice.candidate': (session, message) => findLeg(session, message)?.addCandidate(message.candidate),
    'ice.done': () => {},
  };
}

export function runCallCommand(
  commands: Commands,
  session: PhoneSession,
  message: Extract<ClientMessage, { type: CallCommand }>,
): void {
  (commands[message.type] as (session: PhoneSession, message: ClientMessage) => void)(session, message);
}

function demand(allowed: unknown, otherwise: string): void {
  if (!allowed) throw new Refusal('invalid_message', `The state of the call does not allow this: ${otherwise}.`);
}
