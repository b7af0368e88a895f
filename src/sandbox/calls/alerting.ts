import type { RejectReason } from '../../../generated/v1/messages.js';
import type { SandboxLimits } from '../limits.js';
import type { SandboxLog } from '../log.js';
import type { Sound } from '../media/index.js';
import type { PhoneSession } from '../phones/phone-session.js';
import { later } from '../timers.js';
import { type Caller, Leg, type LegPort, type Ringing } from './leg.js';
import type { EndReason, Party } from './party.js';
import type { Script } from './services.js';

/** The outcome of an attempt to reach the called party, and what happens on the way. */
export interface AlertingEvents {
  ringing(): void;
  /** Early media: the caller hears this before the call is answered. */
  early(sound: Sound): void;
  /** This party answered. */
  answered(party: Party): void;
  failed(reason: EndReason): void;
}

/** An attempt to reach the called party. `cancel()` ends it without a further event. */
export interface Alerting {
  start(): void;
  /** @param answeredElsewhere Whether another party took the call. */
  cancel(answeredElsewhere?: boolean): void;
}

/** Rings all phones of a user at once. The first to answer gets the call. */
export class PhonesAlerting implements Alerting, Ringing {
  readonly #legs = new Set<Leg>();
  readonly #events: AlertingEvents;
  readonly #port: LegPort;
  #timer: NodeJS.Timeout | undefined;
  #over = false;

  constructor(phones: readonly PhoneSession[], caller: Caller, port: LegPort, events: AlertingEvents) {
    this.#events = events;
    this.#port = port;
    for (const phone of phones) this.#legs.add(new Leg(phone, caller, port, this));
    this.#ringOn();
  }

  start(): void {
    for (const leg of this.#legs) leg.ring();
    this.#events.ringing();
  }

  take(winner: Leg): boolean {
    if (this.#over || !this.#legs.delete(winner)) return false;
    for (const leg of this.#legs) leg.ended('hangup', true);
    this.#legs.clear();
    this.#legs.add(winner);
    this.#failAfter(this.#port.limits.sdpAnswerWithinMs, 'failed');
    return true;
  }

  again(): void {
    if (!this.#over) this.#ringOn();
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
    clearTimeout(this.#timer);
    return true;
  }

  #ringOn(): void {
    this.#failAfter(this.#port.limits.ringForMs, 'no-answer');
  }

  #failAfter(ms: number, reason: EndReason): void {
    clearTimeout(this.#timer);
    this.#timer = later(this.#port.log, ms, () => this.#fail(reason));
  }
}

/** Rings and answers, or fails, as the script of a service says. */
export class ScriptAlerting implements Alerting {
  readonly #script: Script;
  readonly #port: { readonly limits: SandboxLimits; readonly log: SandboxLog };
  readonly #events: AlertingEvents;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    script: Script,
    port: { readonly limits: SandboxLimits; readonly log: SandboxLog },
    events: AlertingEvents,
  ) {
    this.#script = script;
    this.#port = port;
    this.#events = events;
  }

  start(): void {
    const { limits, log } = this.#port;
    const { rings, early, outcome, afterMs = limits.ringForMs } = this.#script;
    if (rings) this.#events.ringing();
    if (early) this.#events.early(early());
    this.#timer = later(log, afterMs, () => {
      if (outcome.kind === 'answers') this.#events.answered(outcome.party(log));
      else this.#events.failed(outcome.reason);
    }).unref(); // The caller's socket keeps the process alive, not this timer.
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
