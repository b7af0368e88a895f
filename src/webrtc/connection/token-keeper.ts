import * as limits from '../../../generated/v1/limits.js';
import { attempt } from '../../core/attempt.js';
import { PhoneError } from '../../core/phone-error.js';
import { LONGEST_TIMER_MS, type Timers, withDeadline } from '../../core/timing.js';
import type { Session } from './session.js';

/** With less than this left of a token, it is not worth another try: the service ends the session, and says so. */
const LEAST_LEFT_MS = 1_000;
/** How long `onTokenExpiring` may take. */
const RENEW_WITHIN_MS = 30_000;
/** A token that lives shorter than the usual lead allows is renewed when this share of its life is left. */
const LEAD_SHARE = 0.2;
/** The life of a new token that says no more than an end, and one that is over on our clock: that clock is wrong. */
const UNKNOWN_LIFE_MS = 600_000;
/** A token that was got so recently, and is refused as expired, shows that the page gives no better one. */
const FRESH_FOR_MS = 60_000;
/** The least time between two questions that nobody but the phone wants. */
const GAP_MS = 5_000;

/** What is known of the token in hand. */
type Standing =
  /** The page gave it with the options. */
  | 'given'
  /** `onTokenExpiring` gave it; the service has not seen it yet. */
  | 'fresh'
  | 'accepted'
  /** The service said so, whatever our clock says. */
  | 'expired'
  /** The service said so of a fresh one: another question would not help. */
  | 'hopeless';

/** The phone's token: what the service thinks of it, when it ends, and how to get the next one. */
export class TokenKeeper {
  readonly #timers: Timers;
  readonly #onTokenExpiring: (() => Promise<string>) | undefined;
  #token = '';
  #standing: Standing = 'given';
  #gotAt = 0;
  /** In ms since the epoch on our clock; never, when the token does not say. */
  #expiresAt = 0;
  #question: Promise<string> | undefined;
  #askedAt = -GAP_MS;

  constructor(timers: Timers, token: string, onTokenExpiring: (() => Promise<string>) | undefined) {
    this.#timers = timers;
    this.#onTokenExpiring = onTokenExpiring;
    this.#set(token, 'given');
  }

  get token(): string {
    return this.#token;
  }

  /** The user whose token it is; empty, when it does not say. */
  get user(): string {
    const { sub } = claimsOf(this.#token);
    return typeof sub === 'string' ? sub : '';
  }

  /** Whether asking the page for a token may help. */
  get canRenew(): boolean {
    return this.#onTokenExpiring !== undefined && this.#standing !== 'hopeless';
  }

  /** Whether the token has expired, as the service said or as far as we know. */
  get isOver(): boolean {
    return this.#standing === 'expired' || this.#standing === 'hopeless' || this.#expiresAt <= this.#timers.now();
  }

  /** How long not to ask the page again by itself: whatever tokens it gives, it is not asked in a storm. */
  get askInMs(): number {
    return Math.min(Math.max(this.#askedAt + GAP_MS - this.#timers.now(), 0), GAP_MS);
  }

  /** A token from `onTokenExpiring`. Its life counts from now, where it says how long that is. */
  take(token: string): void {
    if (token === this.#token && this.#standing === 'accepted') return;
    this.#set(token, 'fresh');
  }

  /** The service takes this token. */
  accepted(token: string): void {
    if (token === this.#token) this.#standing = 'accepted';
  }

  /** The service says that this token has expired. */
  expired(token = this.#token): void {
    if (token !== this.#token || this.#standing === 'hopeless') return;
    const isFresh = this.#standing === 'fresh' && Math.abs(this.#timers.now() - this.#gotAt) < FRESH_FOR_MS;
    this.#standing = isFresh ? 'hopeless' : 'expired';
  }

  /** Gets a fresh token if this one is known to have expired and there is a way to. Rejects as `renew()` does. */
  async ensureFresh(): Promise<void> {
    if (this.isOver && this.#onTokenExpiring) this.take(await this.renew());
  }

  /**
   * Asks the page for the next token, or waits for the answer to a question that is pending; at most 30 s. Rejects with
   * an `auth_expired` that is not fatal: that the page could not be asked says nothing of the user.
   */
  renew(): Promise<string> {
    this.#question ??= this.#ask().finally(() => {
      this.#question = undefined;
    });
    return this.#question;
  }

  /**
   * Swaps the token of this session before it expires, without dropping a call. `report` is told of each try that
   * failed; it is tried again while time remains.
   */
  keepFresh(session: Session, report: (error: PhoneError) => void): void {
    if (!this.canRenew) return;
    const timers = this.#timers;
    let timer: unknown;

    const wait = (moment: number) => {
      if (session.isOver) return;
      const left = Math.max(moment - timers.now(), this.askInMs);
      const due = left <= LONGEST_TIMER_MS ? refresh : () => wait(moment);
      timer = timers.setTimeout(due, Math.min(left, LONGEST_TIMER_MS));
    };

    const refresh = async () => {
      const before = this.#token;
      let token: string | undefined;
      try {
        token = await this.renew();
        await session.request('auth.refresh', { token });
        this.take(token);
        this.accepted(token);
        wait(this.#renewAt);
      } catch (error) {
        if (session.isOver) {
          // The next connection begins with it, unless that has got another one meanwhile.
          if (token && this.#token === before) this.take(token);
          return;
        }
        report(error as PhoneError);
        const now = timers.now();
        const left = this.#expiresAt - now;
        if (left > LEAST_LEFT_MS) wait(now + Math.max(left / 4, LEAST_LEFT_MS));
      }
    };

    wait(this.#renewAt);
    session.over.addEventListener('abort', () => timers.clearTimeout(timer));
  }

  /** When to ask for the next one: five minutes before the end, or, of a shorter life, with a fifth of it left. */
  get #renewAt(): number {
    const life = this.#expiresAt - this.#gotAt;
    return this.#expiresAt - Math.min(limits.tokenExpiringLeadMs, life * LEAD_SHARE);
  }

  #set(token: string, standing: Standing): void {
    const now = this.#timers.now();
    const { exp, iat } = claimsOf(token);
    const [end, made] = [inMs(exp), inMs(iat)];
    const life = made < end ? end - made : end > now ? end - now : UNKNOWN_LIFE_MS;
    this.#token = token;
    this.#standing = standing;
    this.#gotAt = now;
    // The page's first token may have been minted long ago, so its expiry is also judged by the clock.
    this.#expiresAt = standing === 'given' ? Math.min(end, now + life) : now + life;
  }

  async #ask(): Promise<string> {
    this.#askedAt = this.#timers.now();
    const failure = (what: string, cause?: unknown) =>
      new PhoneError('auth_expired', `onTokenExpiring ${what} Let it return a fresh user session token.`, {
        cause,
        shouldRetry: true,
      });
    // Nothing that the page throws ends the phone, whatever it says of itself.
    const asked = (async () => this.#onTokenExpiring?.())().then(
      (token) => {
        if (typeof token === 'string' && token) return token;
        throw failure('gave no token.');
      },
      (cause) => {
        throw failure('failed.', cause);
      },
    );
    const timeoutError = () => failure(`did not answer within ${RENEW_WITHIN_MS / 1000} s.`);
    // An answer that comes too late for this question saves the next one.
    return withDeadline(this.#timers, RENEW_WITHIN_MS, asked, timeoutError, (token) => this.isOver && this.take(token));
  }
}

/** A moment that a token tells; for ever, when it does not say. */
const inMs = (claim: unknown) => (typeof claim === 'number' ? claim * 1000 : Infinity);

/** What a client may read without verifying; nothing, when this is no JWT: the service will say what it thinks of it. */
function claimsOf(token: string): { readonly exp?: unknown; readonly iat?: unknown; readonly sub?: unknown } {
  const payload = token.split('.')[1] ?? '';
  return Object(attempt(() => JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))));
}
