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

/** Connects calls: dials, transfers, and tells each side what became of it. */
export class Exchange {
  readonly #port: ExchangePort;
  /** How often each user placed a call lately, over all phones of that user. */
  readonly #callCreates = new WeakMap<User, RateWindow>();
  /** The call that a phone makes to consult about another. */
  readonly #consultations = new WeakMap<Leg, Leg>();
  /** The calls that are to be transferred, and whose target neither rings nor answers yet. */
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

  /** Makes a call. @throws Refusal for all that is known before it is dialled. */
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

  /** Makes a consultation call, and holds the first call meanwhile. @throws Refusal, and the first call is as it was. */
  consult(leg: Leg, dial: Dial): void {
    if (this.#consultation(leg)) throw new Refusal('invalid_message', 'This call has a consultation call already.');
    this.#consultations.set(leg, this.dial(leg.session, dial));
    leg.bridge?.hold(leg);
  }

  /** Bridges the other parties of a call and of its consultation. @throws Refusal unless both are up. */
  complete(leg: Leg): void {
    const consultation = this.#consultation(leg);
    if (!consultation)
      throw new Refusal('invalid_message', 'There is no consultation call to complete the transfer with.');
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
   * Hands the other party of a call to a destination, once that rings or answers; until then the call is as it was, but
   * for the early media that the other party hears. @throws Refusal when the target is unreachable from the start.
   */
  transfer(leg: Leg, destination: string, reqId?: string): void {
    this.#demandNoTransfer(leg);
    const { bridge, session } = leg;
    const { target } = this.#destination(session.user, destination);
    const reason = this.#unreachable(target, session);
    if (reason || !bridge) throw unreachable(reason);
    const isUp = () => this.#transferring.has(leg) && leg.bridge !== undefined;
    const handOver = () => {
      if (!isUp()) return;
      this.#transferring.delete(leg);
      leg.bridge?.replace(leg, pending);
      leg.ended('transferred');
    };
    const { pending, alerting } = this.#alert(target, session, this.#shownAs(leg, bridge.other(leg)), {
      ringing: handOver,
      early: (sound) => isUp() && leg.bridge?.play(leg.bridge.other(leg), sound),
      answered: handOver,
      failed: (reason) => {
        if (!isUp()) return;
        this.#transferring.delete(leg);
        leg.bridge?.play(leg.bridge.other(leg), undefined);
        session.send(unreachable(reason).frame({ callId: leg.id, reqId }));
      },
    });
    pending.sound({ kind: 'clip', clip: ringback(), loop: true });
    this.#transferring.add(leg);
    alerting.start();
  }

  /** Somebody without a phone here calls a user. Gives why that cannot be, or nothing. */
  ring(user: User, caller: Omit<Caller, 'to'>, party: Party): EndReason | undefined {
    const target: Target = { kind: 'user', user };
    const reason = this.#unreachable(target);
    if (reason) return reason;
    const { pending, alerting } = this.#alert(target, undefined, caller);
    new Bridge(party, pending);
    alerting.start();
    return undefined;
  }

  /** Alerts the target for the phone that dialled it. */
  #connect(leg: Leg, target: Target): void {
    const { pending, alerting } = this.#alert(target, leg.session, leg.caller, {
      ringing: () => leg.alerting(),
      early: () => leg.earlyMedia(),
      answered: () => leg.connected(),
    });
    new Bridge(leg, pending);
    alerting.start();
  }

  /** Who calls, as the target of a transfer sees it: the party that is handed over. */
  #shownAs(leg: Leg, transferee: Party): Omit<Caller, 'to'> {
    if (!(transferee instanceof Leg)) return { from: leg.caller.to, fromName: null };
    const { user } = transferee.session;
    return { from: transferee.direction === 'outbound' ? transferee.caller.from : numberOf(user), fromName: user.name };
  }

  /** Gets the alerting of a target ready, and the stand-in that gives way to whoever answers. */
  #alert(
    target: Target,
    from: PhoneSession | undefined,
    caller: Omit<Caller, 'to'>,
    told: Partial<AlertingEvents> = {},
  ) {
    const answered = (party: Party) => {
      told.answered?.(party);
      pending.bridge?.replace(pending, party);
    };
    const pending: Pending = new Pending(SILENCE, { cancel: (elsewhere) => alerting.cancel(elsewhere), answered });
    const alerting = this.#alerting(target, from, caller, {
      ringing: () => told.ringing?.(),
      early: (sound) => {
        pending.sound(sound);
        told.early?.(sound);
      },
      answered,
      failed: (reason) => {
        told.failed?.(reason);
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

  /** Why nobody can be alerted at all. */
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

  /** The phones of a user that may be called; one whose sessions were revoked learns it now. */
  #phones(user: User, except?: PhoneSession): PhoneSession[] {
    return this.#port.sessions
      .phonesOf(user)
      .filter((phone) => phone !== except && this.#port.sessions.isWelcome(phone));
  }

  /** The call that consults about this one, while it lives. */
  #consultation(leg: Leg): Leg | undefined {
    const consultation = this.#consultations.get(leg);
    return consultation?.state === 'ended' ? undefined : consultation;
  }

  #demandNoTransfer(leg: Leg): void {
    if (this.#transferring.has(leg)) throw new Refusal('invalid_message', 'This call is being transferred already.');
  }

  #destination(user: User, dialled: string): Destination {
    const destination = readDestination(this.#port.world, user.account, dialled);
    if (destination.isPublic && !user.emergency) {
      throw new Refusal(
        'emergency_address_required',
        'A call to the public network needs an emergency address; save one first.',
      );
    }
    return destination;
  }

  #callerNumber(user: User, callerId: string | undefined): string {
    if (callerId === undefined) return numberOf(user);
    const owned = [...user.account.users.values()].some(({ number }) => number === callerId);
    if (!owned) throw new Refusal('call_failed', "The caller_id is not one of the account's numbers.");
    return callerId;
  }

  #demandRate(user: User): void {
    const { callCreatesPerWindow, callCreateWindowMs } = this.#port.limits;
    const window = this.#callCreates.get(user) ?? new RateWindow(callCreatesPerWindow, callCreateWindowMs);
    this.#callCreates.set(user, window);
    demandRoom(window, `More than ${callCreatesPerWindow} calls in ${callCreateWindowMs / 1000} s.`);
  }
}

const unreachable = (reason: EndReason | undefined) =>
  new Refusal('call_failed', `The target cannot be reached: ${reason}. The call stays as it was.`);

/** @throws Refusal when no audio can come of this description. */
export function demandUsable(type: 'offer' | 'answer', sdp: string): void {
  try {
    readSdp(type, sdp);
  } catch (error) {
    throw new Refusal('invalid_message', (error as Error).message);
  }
}
