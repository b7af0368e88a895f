import type { ServerMessage } from '../../../generated/v1/messages.js';
import type { SandboxLimits } from '../limits.js';
import { readSdp, ringback, SILENCE } from '../media/index.js';
import type { PhoneSession } from '../phones/phone-session.js';
import { demandRoom, Refusal } from '../phones/refusal.js';
import type { Sessions } from '../phones/sessions.js';
import { RateWindow } from '../rate-window.js';
import { numberOf, type User, type World } from '../world/world.js';
import { type Alerting, type AlertingEvents, PhonesAlerting, ScriptAlerting } from './alerting.js';
import { Bridge } from './bridge.js';
import { type Destination, readDestination, type Target } from './dial-plan.js';
import { type Caller, Leg, type LegPort } from './leg.js';
import type { EndReason, Party } from './party.js';
import { Pending } from './pending.js';
import type { Script } from './services.js';

export interface ExchangePort {
  readonly limits: SandboxLimits;
  readonly world: World;
  readonly sessions: Sessions;
  readonly legPort: LegPort;
}

/** A call that a phone wants to make. */
export interface Dial {
  readonly destination: string;
  readonly sdp: string;
  readonly callerId?: string | undefined;
  readonly reqId?: string | undefined;
}

/** Places, transfers and connects calls. */
export class Exchange {
  readonly #port: ExchangePort;
  /** Limits how often each user places calls, counted over all phones of the user. */
  readonly #callCreates = new WeakMap<User, RateWindow>();
  /** The consultation call of each call that has one. */
  readonly #consultations = new WeakMap<Leg, Leg>();
  /** Calls with a blind transfer under way, until its target rings, answers or fails. */
  readonly #transferring = new WeakSet<Leg>();

  constructor(port: ExchangePort) {
    this.#port = port;
  }

  /** The calls of all phones. */
  get legs(): Iterable<Leg> {
    return this.#port.legPort.legs.values();
  }

  leg(id: string): Leg | undefined {
    return this.#port.legPort.legs.get(id);
  }

  /** Places a call. @throws Refusal if the request is refused: no call exists then. A call that fails later ends. */
  dial(session: PhoneSession, { destination, sdp, callerId, reqId }: Dial): Leg {
    this.#demandRate(session.user);
    const to = this.#destination(session.user, destination);
    const from = this.#callerNumber(session.user, callerId);
    demandUsable('offer', sdp);
    const { target } = to;
    const called = target.kind === 'user' ? numberOf(target.user) : to.number;
    const caller: Caller = { from, fromName: session.user.name, to: called };
    const leg = new Leg(session, caller, this.#port.legPort);
    session.send({ type: 'call.trying', call_id: leg.id, ...(reqId && { req_id: reqId }) } satisfies ServerMessage);
    leg.takeOffer(sdp);
    this.#connect(leg, target);
    return leg;
  }

  /** Places a consultation call and holds the first call. @throws Refusal, and leaves the first call unchanged. */
  consult(leg: Leg, dial: Dial): void {
    if (this.#consultation(leg)) throw new Refusal('invalid_message', 'This call already has a consultation call.');
    this.#consultations.set(leg, this.dial(leg.session, dial));
    leg.bridge?.hold(leg);
  }

  /** Completes an attended transfer: connects the other parties of both calls. @throws Refusal unless both are up. */
  complete(leg: Leg): void {
    const consultation = this.#consultation(leg);
    if (!consultation)
      throw new Refusal(
        'invalid_message',
        'This call has no consultation call. Start one before you complete the transfer.',
      );
    if (leg.state !== 'active' || consultation.state !== 'active' || !leg.bridge || !consultation.bridge) {
      throw new Refusal('invalid_message', 'Both calls must be answered before the transfer can be completed.');
    }
    this.#demandNoTransfer(leg);
    this.#demandNoTransfer(consultation);
    leg.bridge.join(leg, consultation.bridge, consultation);
    leg.ended('transferred');
    consultation.ended('transferred');
  }

  /**
   * Blind transfer: hands the other party over as soon as the destination rings or answers. Until then the call goes
   * on, but the other party hears any early media of the destination.
   * @throws Refusal if the destination cannot be reached at all. A later failure is sent as an `error` frame.
   */
  transfer(leg: Leg, destination: string, reqId?: string): void {
    this.#demandNoTransfer(leg);
    const { bridge, session } = leg;
    const { target } = this.#destination(session.user, destination);
    const reason = this.#unreachable(target, session);
    if (reason || !bridge) throw unreachable(reason);
    const isUnderWay = () => this.#transferring.has(leg) && leg.bridge !== undefined;
    const handOver = () => {
      if (!isUnderWay()) return;
      this.#transferring.delete(leg);
      leg.bridge?.replace(leg, pending);
      leg.ended('transferred');
    };
    const { pending, alerting } = this.#alert(target, session, this.#shownAs(leg, bridge.other(leg)), {
      ringing: handOver,
      early: (sound) => isUnderWay() && leg.bridge?.play(leg.bridge.other(leg), sound),
      answered: handOver,
      failed: (reason) => {
        if (!isUnderWay()) return;
        this.#transferring.delete(leg);
        leg.bridge?.play(leg.bridge.other(leg), undefined);
        session.send(unreachable(reason).frame({ callId: leg.id, reqId }));
      },
    });
    pending.sound({ kind: 'clip', clip: ringback(), loop: true });
    this.#transferring.add(leg);
    alerting.start();
  }

  /** Calls a user on behalf of a party without a phone. Returns why no phone can ring, or undefined if one rings. */
  ring(user: User, caller: Omit<Caller, 'to'>, party: Party): EndReason | undefined {
    const target: Target = { kind: 'user', user };
    const reason = this.#unreachable(target);
    if (reason) return reason;
    const { pending, alerting } = this.#alert(target, undefined, caller);
    new Bridge(party, pending);
    alerting.start();
    return undefined;
  }

  /** Alerts the target and connects it to the caller's leg. */
  #connect(leg: Leg, target: Target): void {
    const { pending, alerting } = this.#alert(target, leg.session, leg.caller, {
      ringing: () => leg.alerting(),
      early: () => leg.earlyMedia(),
      answered: () => leg.connected(),
    });
    new Bridge(leg, pending);
    alerting.start();
  }

  /** The caller that a transfer's target sees: the transferee. */
  #shownAs(leg: Leg, transferee: Party): Omit<Caller, 'to'> {
    if (!(transferee instanceof Leg)) return { from: leg.caller.to, fromName: null };
    const { user } = transferee.session;
    return { from: transferee.direction === 'outbound' ? transferee.caller.from : numberOf(user), fromName: user.name };
  }

  /** Prepares the alerting of a target, and a `Pending` party that is replaced by whoever answers. */
  #alert(
    target: Target,
    from: PhoneSession | undefined,
    caller: Omit<Caller, 'to'>,
    listener: Partial<AlertingEvents> = {},
  ) {
    const answered = (party: Party) => {
      listener.answered?.(party);
      pending.bridge?.replace(pending, party);
    };
    const pending: Pending = new Pending(SILENCE, { cancel: (elsewhere) => alerting.cancel(elsewhere), answered });
    const alerting = this.#alerting(target, from, caller, {
      ringing: () => listener.ringing?.(),
      early: (sound) => {
        pending.sound(sound);
        listener.early?.(sound);
      },
      answered,
      failed: (reason) => {
        listener.failed?.(reason);
        pending.bridge?.end(pending, reason);
      },
    });
    return { pending, alerting };
  }

  #alerting(
    target: Target,
    from: PhoneSession | undefined,
    caller: Omit<Caller, 'to'>,
    events: AlertingEvents,
  ): Alerting {
    const { legPort } = this.#port;
    const reason = this.#unreachable(target, from);
    if (target.kind === 'user' && !reason) {
      const to = numberOf(target.user);
      const phones = this.#phones(target.user, from).filter(({ isFull }) => !isFull);
      return new PhonesAlerting(phones, { ...caller, to }, legPort, events);
    }
    const script: Script =
      target.kind === 'service'
        ? target.service.script
        : { rings: false, afterMs: 0, outcome: { kind: 'fails', reason: reason ?? 'failed' } };
    return new ScriptAlerting(script, legPort, events);
  }

  /** The reason why the target cannot be alerted, or undefined if it can. */
  #unreachable(target: Target, from?: PhoneSession): EndReason | undefined {
    switch (target.kind) {
      case 'nobody':
        return 'failed';
      case 'user':
        if (target.user.status === 'dnd') return 'busy';
        return this.#unreachableUser(target.user, from);
      case 'service': {
        const { rings, early, outcome } = target.service.script;
        return !rings && !early && outcome.kind === 'fails' ? outcome.reason : undefined;
      }
    }
  }

  #unreachableUser(user: User, from?: PhoneSession): EndReason | undefined {
    const phones = this.#phones(user, from);
    if (phones.length === 0) return 'no-answer';
    return phones.every(({ isFull }) => isFull) ? 'busy' : undefined;
  }

  /** The phones of a user that can be called. Ends the connection of a phone whose token is no longer valid. */
  #phones(user: User, except?: PhoneSession): PhoneSession[] {
    return this.#port.sessions
      .phonesOf(user)
      .filter((phone) => phone !== except && this.#port.sessions.isWelcome(phone));
  }

  /** The live consultation call of this call. */
  #consultation(leg: Leg): Leg | undefined {
    const consultation = this.#consultations.get(leg);
    return consultation?.state === 'ended' ? undefined : consultation;
  }

  #demandNoTransfer(leg: Leg): void {
    if (this.#transferring.has(leg)) throw new Refusal('invalid_message', 'This call is already being transferred.');
  }

  #destination(user: User, dialled: string): Destination {
    const destination = readDestination(this.#port.world, user.account, dialled);
    if (destination.isPublic && !user.emergency) {
      throw new Refusal(
        'emergency_address_required',
        'A call to the public network needs an emergency address. Save one, then call again.',
      );
    }
    return destination;
  }

  #callerNumber(user: User, callerId: string | undefined): string {
    if (callerId === undefined) return numberOf(user);
    const owned = [...user.account.users.values()].some(({ number }) => number === callerId);
    if (!owned) throw new Refusal('call_failed', "The caller_id must be one of the account's numbers.");
    return callerId;
  }

  #demandRate(user: User): void {
    const { callCreatesPerWindow, callCreateWindowMs } = this.#port.limits;
    const window = this.#callCreates.get(user) ?? new RateWindow(callCreatesPerWindow, callCreateWindowMs);
    this.#callCreates.set(user, window);
    demandRoom(window, `A user may place at most ${callCreatesPerWindow} calls in ${callCreateWindowMs / 1000} s.`);
  }
}

const unreachable = (reason: EndReason = 'failed') =>
  new Refusal('call_failed', `The target cannot be reached: ${reason}. The call continues.`);

/** @throws Refusal `invalid_message` if a phone's SDP cannot lead to an audio connection. */
export function demandUsable(type: 'offer' | 'answer', sdp: string): void {
  try {
    readSdp(type, sdp);
  } catch (error) {
    throw new Refusal('invalid_message', (error as Error).message);
  }
}
