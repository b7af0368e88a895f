import type { EndReason } from '../../../generated/v1/messages.js';
import type { Leg } from '../calls/leg.js';
import type { Conversation, Party } from '../calls/party.js';
import { Pending } from '../calls/pending.js';
import { SERVICES, type ServiceParty } from '../calls/services.js';
import { type ControlPort, command, optional, required } from './command.js';
import { ControlError } from './control-error.js';
import * as kinds from './kinds.js';
import { userOf } from './phones.js';

/** Who calls, of the calls that `ring` makes: a leg that rings is on no bridge yet. */
const callers = new WeakMap<Leg, Party>();

const REASONS = ['hangup', 'no-answer', 'busy', 'failed', 'transferred', 'rejected'] as const satisfies EndReason[];

/** What the far side of a call does, and the service with the call's media. */
export const farSide = {
  ring: command({
    about:
      'Somebody calls the user; who answers hears what this service says (601, the tone). Gives `calls`: the ids of the calls that ring, one a phone. Refused when no phone is connected, or the user does not want to be disturbed',
    seen: '`incoming`, with `from` (+12125550199) and `fromName` (Sandbox Caller)',
    parameters: {
      user: required(kinds.user),
      from: optional(kinds.callerNumber, '+12125550199'),
      fromName: optional(kinds.callerName, 'Sandbox Caller'),
      service: optional(kinds.service, '601'),
    },
    run(port, { user, from, fromName, service }): { calls: string[] } {
      const called = userOf(port, user);
      const legs = () => [...port.exchange.legs].filter(({ session }) => session.user === called);
      const before = new Set(legs());
      const party = partyOf(port, service);
      const reason = port.exchange.ring(called, { from, fromName }, party);
      if (reason) throw new ControlError(409, `The phones of ${user} do not ring: ${reason}.`);
      const rung = legs().filter((leg) => !before.has(leg));
      for (const leg of rung) callers.set(leg, party);
      return { calls: rung.map(({ id }) => id) };
    },
  }),

  answer: command({
    about:
      'The far side answers a call that a phone made, whoever was being alerted; the service (600, the echo) speaks. The phones that rang ring no more',
    seen: '`answered`. On a phone that rang: `ended` with `hangup`',
    parameters: { call: required(kinds.call), service: optional(kinds.service, '600') },
    run(port, { call, service }): void {
      const { party } = farSideOf(port, call);
      if (!(party instanceof Pending)) throw new ControlError(409, `Nobody is being alerted for ${call}.`);
      party.pickUp(partyOf(port, service));
    },
  }),

  hangup: command({
    about:
      'The far side ends the call. `reason` is `hangup` (when left out), `no-answer`, `busy`, `failed`, `transferred` or `rejected`. Of a call that `ring` made and nobody has answered, the caller gives up, always with `hangup`',
    seen: '`ended` with the reason. A phone at the far side sees the same',
    parameters: { call: required(kinds.call), reason: optional(kinds.oneOf(REASONS), 'hangup') },
    run(port, { call, reason }): void {
      const { bridge, party } = farSideOf(port, call);
      bridge.end(party, reason);
    },
  }),

  hold: command({
    about: 'The far side holds the call',
    seen: '`held` by `remote`, and hold music',
    parameters: { call: required(kinds.call) },
    run(port, { call }): void {
      demandUp(port, call);
      const { bridge, party } = farSideOf(port, call);
      bridge.hold(party);
    },
  }),

  resume: command({
    about: 'The far side takes its hold back',
    seen: '`resumed`; or `held` by `local`, if the phone itself holds as well',
    parameters: { call: required(kinds.call) },
    run(port, { call }): void {
      demandUp(port, call);
      const { bridge, party } = farSideOf(port, call);
      bridge.resume(party);
    },
  }),

  reoffer: command({
    about:
      'The service sends `sdp.offer` for a call that is up. `how` is `restart` (ICE restarts) or `move` (its media moved: another DTLS fingerprint). The phone has 10 s to answer',
    seen: 'Nothing; audio goes on over the new path. A phone that does not answer: `ended` with `failed`',
    parameters: { call: required(kinds.call), how: required(kinds.oneOf(['restart', 'move'])) },
    run(port, { call, how }): void {
      const leg = demandUp(port, call);
      if (!leg.session.isHere) throw new ControlError(409, `The phone of ${call} is not connected.`);
      if (!leg.isSettled) throw new ControlError(409, `The media of ${call} is being negotiated already.`);
      leg.reoffer(how);
    },
  }),
};

function legOf({ exchange }: ControlPort, id: string): Leg {
  const leg = exchange.leg(id);
  if (!leg) throw new ControlError(404, `There is no call ${id}.`);
  return leg;
}

function demandUp(port: ControlPort, id: string): Leg {
  const leg = legOf(port, id);
  if (leg.state !== 'active') throw new ControlError(409, `The call ${id} is not answered.`);
  return leg;
}

/** Who is at the other end of a phone's call. */
function farSideOf(port: ControlPort, id: string): { bridge: Conversation; party: Party } {
  const leg = legOf(port, id);
  const caller = callers.get(leg);
  const bridge = leg.bridge ?? caller?.bridge;
  if (!bridge) throw new ControlError(409, `The call ${id} rings: its far side is the caller. Use the caller's call.`);
  return { bridge, party: caller && !leg.bridge ? caller : bridge.other(leg) };
}

function partyOf({ log }: ControlPort, code: string): ServiceParty {
  const outcome = SERVICES.find((service) => service.code === code)?.script.outcome;
  if (outcome?.kind !== 'answers') throw new ControlError(400, `No service that answers has the number ${code}.`);
  return outcome.party(log);
}
