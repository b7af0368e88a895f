import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { User, World } from './world.js';

const ALGORITHM = 'HS256';
const DEFAULT_TTL_SECONDS = 86_400;

/** A verified token. */
export interface Grant {
  readonly user: User;
  readonly expiresAt: number;
  readonly mintedAt: number;
}

export type TokenFaultCode = 'auth_failed' | 'auth_expired' | 'session_revoked';

export class TokenFault extends Error {
  override readonly name = 'TokenFault';
  constructor(
    readonly code: TokenFaultCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Mints and verifies session tokens. The key that signs them is derived from the API key, so a sandbox that starts with
 * the same API key accepts the tokens of an earlier one.
 */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #world: World;

  constructor(world: World, apiKey: string) {
    this.#world = world;
    this.#key = new Uint8Array(hkdfSync('sha256', apiKey, '', 'DialStack sandbox: session tokens', 32));
  }

  async mint(user: User, ttlSeconds = DEFAULT_TTL_SECONDS): Promise<{ token: string; expiresAt: number }> {
    // Seconds cannot tell a token from before a revocation from one after it; hence a claim in milliseconds.
    const mintedAt = Math.max(Date.now(), user.sessionsRevokedAt, user.tokensExpiredAt);
    user.lastMintedAt = mintedAt;
    const expiresAt = Math.floor(mintedAt / 1000) + ttlSeconds;
    const token = await new SignJWT({ minted_ms: mintedAt, acct: user.account.id })
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(user.id)
      .setExpirationTime(expiresAt)
      .sign(this.#key);
    return { token, expiresAt: expiresAt * 1000 };
  }

  /** @throws TokenFault */
  async verify(token: string): Promise<Grant> {
    const { payload } = await jwtVerify(token, this.#key, { algorithms: [ALGORITHM] }).catch((error: unknown) => {
      if (error instanceof errors.JWTExpired) throw new TokenFault('auth_expired', 'The token has expired.');
      throw new TokenFault('auth_failed', 'The token is not one of this service, or was tampered with.');
    });
    const user = payload.sub === undefined ? undefined : this.#world.user(payload.sub);
    if (!user || payload.exp === undefined) throw new TokenFault('auth_failed', 'The token is of an unknown user.');
    const grant = { user, expiresAt: payload.exp * 1000, mintedAt: Number(payload.minted_ms) };
    this.demandValid(grant);
    return grant;
  }

  /** @throws TokenFault when the token was revoked or has expired since it was verified. */
  demandValid({ user, mintedAt, expiresAt }: Grant): void {
    if (mintedAt < user.sessionsRevokedAt) throw new TokenFault('session_revoked', "The user's sessions were revoked.");
    if (mintedAt < user.tokensExpiredAt || expiresAt <= Date.now())
      throw new TokenFault('auth_expired', 'The token has expired.');
  }

  /** Cuts by the millisecond: a token minted in this very one counts as before. */
  revoke(user: User): number {
    user.sessionsRevokedAt = afterLast(user);
    return user.sessionsRevokedAt;
  }

  /** Every token of this user so far has expired. */
  expire(user: User): void {
    user.tokensExpiredAt = afterLast(user);
  }
}

const afterLast = ({ lastMintedAt }: User): number => Math.max(Date.now(), lastMintedAt + 1);
