import type { PhoneError } from '../../core/phone-error.js';
import { LONGEST_TIMER_MS, type Timers } from '../../core/timing.js';
import type { Session } from './session.js';
import type { TokenKeeper } from './token-keeper.js';

/** With less than this left of a token, it is not worth another try: the service ends the session, and says so. */
const LEAST_LEFT_MS = 1_000;

/** Swaps the token of a connected session before it expires, without dropping a call. */
export class TokenRefresher {
  readonly #keeper: TokenKeeper;
  readonly #timers: Timers;
  readonly #report: (error: PhoneError) => void;
  #session: Session | undefined;
  #timer: unknown;

  /** `report` is told of each try that failed; it is tried again while time remains. */
  constructor(keeper: TokenKeeper, timers: Timers, report: (error: PhoneError) => void) {
    this.#keeper = keeper;
    this.#timers = timers;
    this.#report = report;
  }

  start(session: Session): void {
    this.stop();
    if (!this.#keeper.canRenew) return;
    this.#session = session;
    this.#wait();
  }

  stop(): void {
    this.#session = undefined;
    this.#timers.clearTimeout(this.#timer);
  }

  #wait(moment = this.#keeper.renewAt): void {
    const left = Math.max(moment - this.#timers.now(), this.#keeper.askInMs);
    const due = left <= LONGEST_TIMER_MS ? () => void this.#refresh() : () => this.#wait(moment);
    this.#timer = this.#timers.setTimeout(due, Math.min(left, LONGEST_TIMER_MS));
  }

  async #refresh(): Promise<void> {
    const session = this.#session;
    const keeper = this.#keeper;
    if (!session) return;
    const { token: before } = keeper;
    let token: string | undefined;
    try {
      token = await keeper.renew();
      await session.request('auth.refresh', { token });
      keeper.take(token);
      keeper.accepted(token);
      if (this.#session === session) this.#wait();
    } catch (error) {
      // The next connection begins with it, unless that has got another one meanwhile.
      if (session.isOver && token && keeper.token === before) keeper.take(token);
      if (this.#session !== session || session.isOver) return;
      this.#report(error as PhoneError);
      const now = this.#timers.now();
      const left = keeper.expiresAt - now;
      if (left > LEAST_LEFT_MS) this.#wait(now + Math.max(left / 4, LEAST_LEFT_MS));
    }
  }
}
