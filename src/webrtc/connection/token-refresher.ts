import type { PhoneError } from '../../core/phone-error.js';
import { LONGEST_TIMER_MS, type Timers } from '../../core/timing.js';
import type { Session } from './session.js';
import type { TokenKeeper } from './token-keeper.js';

/** The least wait between two tries: a short token must not make a busy loop. */
const LEAST_WAIT_MS = 1_000;

/** And when a new token is over already: then it is our clock that is wrong. */
const WRONG_CLOCK_WAIT_MS = 300_000;

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
    this.#waitUntil(this.#keeper.renewAt);
  }

  stop(): void {
    this.#session = undefined;
    this.#timers.clearTimeout(this.#timer);
  }

  #waitUntil(moment: number): void {
    const left = Math.max(moment - this.#timers.now(), 0);
    const due = left <= LONGEST_TIMER_MS ? () => void this.#refresh() : () => this.#waitUntil(moment);
    this.#timer = this.#timers.setTimeout(due, Math.min(left, LONGEST_TIMER_MS));
  }

  async #refresh(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const now = () => this.#timers.now();
    let token: string | undefined;
    try {
      token = await this.#keeper.next();
      if (session.isOver) return this.#keeper.keep(token); // The next connection begins with it.
      await session.request('auth.refresh', { token });
      this.#keeper.keep(token);
      const least = now() + (this.#keeper.expiresAt <= now() ? WRONG_CLOCK_WAIT_MS : LEAST_WAIT_MS);
      if (this.#session === session) this.#waitUntil(Math.max(this.#keeper.renewAt, least));
    } catch (error) {
      if (session.isOver && token) this.#keeper.keep(token); // The next connection begins with it.
      if (this.#session !== session || session.isOver) return;
      this.#report(error as PhoneError);
      const left = this.#keeper.expiresAt - now();
      if (left > LEAST_WAIT_MS) this.#waitUntil(now() + Math.max(left / 4, LEAST_WAIT_MS));
    }
  }
}
