import { PhoneError, withFatal } from '../../core/phone-error.js';
import { type OnAuthenticated, Session, type SessionPort } from './session.js';
import type { SessionIdentity } from './session-identity.js';
import type { TokenKeeper } from './token-keeper.js';

export interface SessionOpenerPort extends SessionPort {
  readonly tokens: TokenKeeper;
  readonly identity: SessionIdentity;
  /** @throws PhoneError `webrtc_unsupported` where no call could ever be made. */
  demandPlatform(): void;
  /**
   * Gets what calls need, the ICE servers, and gives the emergency address that the phone is at, if it is known. Aborted,
   * it rejects at once.
   */
  prepare(signal: AbortSignal): Promise<string | undefined>;
}

/**
 * Opens a session with a token, ICE servers, and a socket that authenticates with this phone's name. At most 30 s; twice
 * that, and 30 s for `onTokenExpiring`, when the token turns out to have expired. Rejects with the service's refusal,
 * which is fatal, or with a fault that may pass. Aborted, it leaves nothing open, and rejects in its own time.
 */
export type OpenSession = (onAuthenticated: OnAuthenticated, signal: AbortSignal) => Promise<void>;

export const sessionOpener =
  (port: SessionOpenerPort): OpenSession =>
  async (onAuthenticated, signal) => {
    const { tokens, identity } = port;
    port.demandPlatform(); // Its lack is told before anything goes out.
    for (;;) {
      await tokens.ensureFresh();
      const { token } = tokens;
      try {
        const id = await port.prepare(signal).catch((error: unknown) => {
          throw error instanceof PhoneError && !error.shouldRetry ? withFatal(error, true) : error;
        });
        const credentials = { token, session_id: identity.id, ...(id && { emergency_address_id: id }) };
        const accepted: OnAuthenticated = (session, wasKept) => {
          tokens.accepted(token);
          onAuthenticated(session, wasKept);
        };
        return await Session.open(port, credentials, accepted, signal);
      } catch (error) {
        if (!(error instanceof PhoneError) || error.code !== 'auth_expired') throw error;
        tokens.expired(token);
        if (!tokens.canRenew) throw error;
      }
    }
  };
