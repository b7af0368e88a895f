import * as limits from '../../../generated/v1/limits.js';
import { asFatal, PhoneError } from '../../core/phone-error.js';
import { type Timers, withDeadline } from '../../core/timing.js';

/** How long `onTokenExpiring` may take. */
const RENEW_WITHIN_MS = 30_000;
/** A token that lives shorter than the usual lead allows is renewed when this share of its life is left. */
const LEAD_SHARE = 0.2;

/** The phone's token: what it says of its own end, and how to get the next one. */
export class TokenKeeper {
  readonly #timers: Timers;
  readonly #onTokenExpiring: (() => Promise<string>) | undefined;
  #token: string;
  #keptSince: number;
  /** The service's word weighs more than our clock. */
  #refused = false;

  constructor(timers: Timers, token: string, onTokenExpiring: (() => Promise<string>) | undefined) {
    this.#timers = timers;
    this.#onTokenExpiring = onTokenExpiring;
    this.#token = token;
    this.#keptSince = timers.now();
  }

  get token(): string {
    return this.#token;
  }

  /** The user whose token it is; empty, when it does not say. */
  get user(): string {
    const { sub } = claimsOf(this.#token);
    return typeof sub === 'string' ? sub : '';
  }

  get canRenew(): boolean {
    return this.#onTokenExpiring !== undefined;
  }

  /** When the token ends, in ms since the epoch; never, when it does not say. */
  get expiresAt(): number {
    const { exp } = claimsOf(this.#token);
    return typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY;
  }

  /** When to ask for the next one: five minutes before the end, or, of a shorter life, with a fifth of it left. */
  get renewAt(): number {
    const life = this.expiresAt - this.#keptSince;
    return this.expiresAt - Math.min(limits.tokenExpiringLeadMs, life * LEAD_SHARE);
  }

  keep(token: string): void {
    this.#token = token;
    this.#keptSince = this.#timers.now();
    this.#refused = false;
  }

  /** The service says that the token has expired. */
  refuse(): void {
    this.#refused = true;
  }

  /** Gets a fresh token if this one is known to have expired and there is a way to; whether it did. */
  async ensureFresh(): Promise<boolean> {
    const isOver = this.#refused || this.expiresAt <= this.#timers.now();
    if (!isOver || !this.canRenew) return false;
    const token = await this.next().catch((cause: PhoneError) => {
      throw asFatal(cause);
    });
    this.keep(token);
    return true;
  }

  /** Asks the page for the next token; at most 30 s. Rejects with `auth_expired`. */
  async next(): Promise<string> {
    const failure = (what: string, cause?: unknown) =>
      new PhoneError('auth_expired', `${what} Let it return a fresh user session token.`, { cause });
    const late = () => failure(`onTokenExpiring did not answer within ${RENEW_WITHIN_MS / 1000} s.`);
    const asked = (async () => this.#onTokenExpiring?.())();
    const token = await withDeadline(this.#timers, RENEW_WITHIN_MS, asked, late).catch((cause) => {
      throw cause instanceof PhoneError ? cause : failure('onTokenExpiring failed.', cause);
    });
    if (typeof token !== 'string' || token === '') throw failure('onTokenExpiring gave no token.');
    return token;
  }
}

/** What a client may read without verifying; nothing, when this is no JWT: the service will say what it thinks of it. */
function claimsOf(token: string): { readonly exp?: unknown; readonly sub?: unknown } {
  try {
    const payload = token.split('.')[1] ?? '';
    return Object(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
  } catch {
    return {};
  }
}
