import type { EndReason } from '../../../generated/v1/messages.js';
import type { Leg } from '../calls/leg.js';
import type { Conversation, Party } from '../calls/party.js';
import { Pending } from '../calls/pending.js';
import { SERVICES, type ServiceParty } from '../calls/services.js';
import { type ControlPort, command, optional, required } from './command.js';
import { ControlError } from './control-error.js';
import * as kinds from './kinds.js';
import { userOf } from './phones.js';

/** The caller of each call that `ring` made. A leg that rings has no bridge yet through which to find it. */
const callers = new WeakMap<Leg, Party>();

const REASONS = ['hangup', 'no-answer', 'busy', 'failed', 'transferred', 'rejected'] as const satisfies EndReason[];

/** Commands for the far side of a call, and for the service's side of its media. */
export const farSide = {
  ring: command({
    about:
      'Calls the user. The phone that answers hears this service (601, the tone). Returns `calls`: the ids of the calls that ring, one for each phone. Fails if no phone is connected or if the user is on do not disturb',
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
      'The far side answers a call that a phone made, with this service (600, the echo), whatever was dialled. Phones that rang stop',
    seen: '`answered`. On a phone that rang: `ended` with `hangup`',
    parameters: { call: required(kinds.call), service: optional(kinds.service, '600') },
    run(port, { call, service }): void {
      const { party } = farSideOf(port, call);
      if (!(party instanceof Pending))
        throw new ControlError(
          409,
          `The call ${call} is not waiting for an answer. Use a call that a phone placed and that is not answered yet.`,
        );
      party.pickUp(partyOf(port, service));
    },
  }),

  hangup: command({
    about:
      'The far side ends the call. `reason` is `hangup` (the default), `no-answer`, `busy`, `failed`, `transferred` or `rejected`. If `ring` made the call and nobody has answered it, the caller gives up, always with `hangup`',
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
    about: 'The far side resumes the call',
    seen: '`resumed`, or `held` by `local` if the phone itself holds the call too',
    parameters: { call: required(kinds.call) },
    run(port, { call }): void {
      demandUp(port, call);
      const { bridge, party } = farSideOf(port, call);
      bridge.resume(party);
    },
  }),

  reoffer: command({
    about:
      'The service sends `sdp.offer` during a call. `how` is `restart` (an ICE restart) or `move` (its media moved: another DTLS fingerprint). The phone has 10 s to answer',
    seen: 'Nothing: audio continues over the new path. If the phone does not answer: `ended` with `failed`',
    parameters: { call: required(kinds.call), how: required(kinds.oneOf(['restart', 'move'])) },
    run(port, { call, how }): void {
      const leg = demandUp(port, call);
      if (!leg.session.isHere) throw new ControlError(409, `The phone of ${call} is not connected.`);
      if (!leg.isSettled)
        throw new ControlError(409, `An offer or answer of ${call} is outstanding. Try again when it has arrived.`);
      leg.reoffer(how);
    },
  }),
};

function legOf({ exchange }: ControlPort, id: string): Leg {
  const leg = exchange.leg(id);
  if (!leg) throw new ControlError(404, `There is no call ${id}. The status command lists the calls.`);
  return leg;
}

function demandUp(port: ControlPort, id: string): Leg {
  const leg = legOf(port, id);
  if (leg.state !== 'active') throw new ControlError(409, `The call ${id} is not answered yet.`);
  return leg;
}

/** The party at the other end of a phone's call. */
function farSideOf(port: ControlPort, id: string): { bridge: Conversation; party: Party } {
  const leg = legOf(port, id);
  const caller = callers.get(leg);
  const bridge = leg.bridge ?? caller?.bridge;
  if (!bridge)
    throw new ControlError(
      409,
      `The call ${id} still rings, so its far side is the caller's phone. Use the id of the caller's call.`,
    );
  return { bridge, party: caller && !leg.bridge ? caller : bridge.other(leg) };
}

function partyOf({ log }: ControlPort, code: string): ServiceParty {
  const outcome = SERVICES.find((service) => service.code === code)?.script.outcome;
  if (outcome?.kind !== 'answers') throw new ControlError(400, `Service ${code} does not answer calls.`);
  return outcome.party(log);
}
