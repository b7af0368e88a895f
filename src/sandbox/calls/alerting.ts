import type { RejectReason } from '../../../generated/v1/messages.js';
import type { Sound } from '../media/index.js';
import type { PhoneSession } from '../phones/phone-session.js';
import { type Caller, Leg, type LegPort, type Ringing } from './leg.js';
import type { EndReason, Party } from './party.js';
import type { Script } from './services.js';

/** What becomes of an attempt to reach somebody. */
export interface AlertingEvents {
  ringing(): void;
  /** The called party is heard before it answers. */
  early(sound: Sound): void;
  /** The call is up with this party. */
  answered(party: Party): void;
  failed(reason: EndReason): void;
}

/** Somebody is being alerted; `cancel` ends that in silence. */
export interface Alerting {
  start(): void;
  /** `answeredElsewhere`: somebody else took the call. */
  cancel(answeredElsewhere?: boolean): void;
}

/** A phone that took the call must describe its audio within this time. */
const ANSWER_WITHIN_MS = 10_000;

/** Rings all phones of a user at once: the first that takes the call has it. */
export class PhonesAlerting implements Alerting, Ringing {
  readonly #legs = new Set<Leg>();
  readonly #events: AlertingEvents;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #ringForMs: number;
  #over = false;

  constructor(
    phones: readonly PhoneSession[],
    caller: Caller,
    port: LegPort,
    ringForMs: number,
    events: AlertingEvents,
  ) {
    this.#events = events;
    this.#ringForMs = ringForMs;
    for (const phone of phones) this.#legs.add(new Leg(phone, 'inbound', caller, port, this));
    this.#ringOn();
  }

  start(): void {
    for (const leg of this.#legs) leg.ring();
    this.#events.ringing();
  }

  take(winner: Leg): boolean {
    if (this.#over || !this.#legs.delete(winner)) return false;
    this.#clearTimers();
    for (const leg of this.#legs) leg.ended('hangup', true);
    this.#legs.clear();
    this.#legs.add(winner);
    this.#after(ANSWER_WITHIN_MS, () => this.#fail('failed'));
    return true;
  }

  again(): void {
    if (this.#over) return;
    this.#clearTimers();
    this.#ringOn();
  }

  answered(leg: Leg): void {
    if (this.#close()) this.#events.answered(leg);
  }

  refused(leg: Leg, reason: RejectReason | 'gone'): void {
    this.#legs.delete(leg);
    if (this.#legs.size > 0) return;
    this.#fail(({ busy: 'busy', decline: 'rejected', gone: 'no-answer' } as const)[reason]);
  }

  cancel(answeredElsewhere = false): void {
    if (this.#close()) for (const leg of this.#legs) leg.ended('hangup', answeredElsewhere);
  }

  #fail(reason: EndReason): void {
    if (!this.#close()) return;
    for (const leg of this.#legs) leg.ended(reason);
    this.#events.failed(reason);
  }

  #close(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#clearTimers();
    return true;
  }

  #ringOn(): void {
    this.#after(this.#ringForMs, () => this.#fail('no-answer'));
  }

  #clearTimers(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  #after(ms: number, act: () => void): void {
    this.#timers.push(setTimeout(act, ms));
  }
}

/** Plays the part of the called party as a service's script says. */
export class ScriptAlerting implements Alerting {
  readonly #script: Script;
  readonly #ringForMs: number;
  readonly #events: AlertingEvents;
  #timer: NodeJS.Timeout | undefined;

  constructor(script: Script, ringForMs: number, events: AlertingEvents) {
    this.#script = script;
    this.#ringForMs = ringForMs;
    this.#events = events;
  }

  start(): void {
    const { rings, early, outcome, afterMs = this.#ringForMs } = this.#script;
    if (rings) this.#events.ringing();
    if (early) this.#events.early(early());
    this.#timer = setTimeout(() => {
      if (outcome.kind === 'answers') this.#events.answered(outcome.party());
      else this.#events.failed(outcome.reason);
    }, afterMs).unref(); // A phone that waits for it has a socket, and that holds the process.
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
