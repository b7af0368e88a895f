import type { Authenticate } from '../../../generated/v1/messages.js';
import { LONGEST_TIMER_MS } from '../../core/timing.js';
import type { SandboxLimits } from '../limits.js';
import type { SandboxLog } from '../log.js';
import { RateWindow } from '../rate-window.js';
import { later } from '../timers.js';
import { type Grant, TokenFault, type Tokens } from '../world/tokens.js';
import type { User } from '../world/world.js';
import { PhoneSession } from './phone-session.js';
import type { PhoneSocket } from './phone-socket.js';

export interface SessionsPort {
  readonly limits: SandboxLimits;
  readonly log: SandboxLog;
  readonly tokens: Tokens;
  /** A phone connected or left, so the presence of its user may have changed. */
  onPhonesChanged(user: User): void;
  /** A phone is gone for good. End its calls. */
  onGone(session: PhoneSession): void;
}

/** The phones that are connected, and those in their grace time. */
export class Sessions {
  readonly #sessions = new Set<PhoneSession>();
  readonly #port: SessionsPort;
  /** The rate limit of all phones of each user, so that reconnecting does not reset a limit. */
  readonly #frames = new WeakMap<User, RateWindow>();
  #isOver = false;

  constructor(port: SessionsPort) {
    this.#port = port;
  }

  get all(): PhoneSession[] {
    return [...this.#sessions];
  }

  /** The connected phones of a user. */
  phonesOf(user: User): PhoneSession[] {
    return this.all.filter((session) => session.user === user && session.isHere);
  }

  /**
   * Verifies the token of `authenticate` and attaches the socket to its session, a new one or one in its grace time.
   * `welcome` must send `authenticated` first. If the socket is not admitted, it ends with the reason.
   */
  async admit(
    socket: PhoneSocket,
    frame: Authenticate,
    welcome: (session: PhoneSession, kept: boolean) => void,
  ): Promise<void> {
    const grant = await this.#verify(socket, frame);
    if (!grant || !socket.isOpen) return;
    const known = this.#find(grant.user, frame.session_id);
    const others = this.phonesOf(grant.user).filter((session) => session !== known);
    if (others.length >= this.#port.limits.sessionsPerUser) {
      const message = `This user already has ${this.#port.limits.sessionsPerUser} connected phones, the most allowed.`;
      socket.fail('session_limit', message, { ...echo(frame), retry_after_seconds: 5 });
      return;
    }
    const session = known ?? new PhoneSession(grant, frame.session_id, this.#port.limits.callsPerPhone);
    session.socket?.fail('session_replaced', 'Another connection took this session over.');
    clearTimeout(session.grace);
    session.socket = socket;
    socket.share(this.#framesOf(grant.user));
    this.#sessions.add(session);
    this.renew(session, grant);
    welcome(session, known !== undefined);
    this.#port.onPhonesChanged(grant.user);
  }

  /** Uses this verified token from now on. */
  renew(session: PhoneSession, grant: Grant): void {
    session.grant = grant;
    clearTimeout(session.expiry);
    const left = Math.min(grant.expiresAt - Date.now(), LONGEST_TIMER_MS);
    session.expiry = later(this.#port.log, left, () => session.socket?.fail('auth_expired', 'The token has expired.'));
  }

  /**
   * A socket closed. A phone with calls is kept for the grace time. So is a dropped one that has not yet been told how
   * a call ended.
   */
  closed(session: PhoneSession, socket: PhoneSocket, hasLeft: boolean): void {
    if (session.socket !== socket) return;
    session.socket = undefined;
    clearTimeout(session.expiry);
    const isWorthKeeping = hasLeft ? session.calls.size > 0 : session.isWorthKeeping;
    if (this.#isOver || !isWorthKeeping) return this.#forget(session);
    session.grace = later(this.#port.log, this.#port.limits.graceMs, () => this.#forget(session));
    this.#port.onPhonesChanged(session.user);
  }

  /** Whether the phone's token is still valid. */
  isCurrent(session: PhoneSession): boolean {
    return this.#faultOf(session) === undefined;
  }

  /** Whether the phone's token is still valid. If not, also ends its connection with the reason. */
  isWelcome(session: PhoneSession): boolean {
    const fault = this.#faultOf(session);
    if (fault) session.socket?.fail(fault.code, fault.message);
    return fault === undefined;
  }

  /** Ends every timer. */
  stop(): void {
    this.#isOver = true;
    for (const session of this.#sessions) {
      clearTimeout(session.grace);
      clearTimeout(session.expiry);
    }
  }

  #faultOf({ grant }: PhoneSession): TokenFault | undefined {
    try {
      this.#port.tokens.demandValid(grant);
      return undefined;
    } catch (error) {
      if (error instanceof TokenFault) return error;
      throw error;
    }
  }

  #framesOf(user: User): RateWindow {
    const { framesPerWindow, frameWindowMs, sessionsPerUser } = this.#port.limits;
    const window = this.#frames.get(user) ?? new RateWindow(framesPerWindow * sessionsPerUser, frameWindowMs);
    this.#frames.set(user, window);
    return window;
  }

  #forget(session: PhoneSession): void {
    clearTimeout(session.grace);
    this.#sessions.delete(session);
    this.#port.onGone(session);
    this.#port.onPhonesChanged(session.user);
  }

  #find(user: User, clientId: string | undefined): PhoneSession | undefined {
    const own = this.all.filter((session) => session.user === user);
    return own.find((session) => session.clientId === clientId && (clientId !== undefined || !session.isHere));
  }

  async #verify(socket: PhoneSocket, frame: Authenticate): Promise<Grant | undefined> {
    try {
      return await this.#port.tokens.verify(frame.token);
    } catch (error) {
      if (!(error instanceof TokenFault)) throw error;
      socket.fail(error.code, error.message, echo(frame));
      return undefined;
    }
  }
}

const echo = ({ req_id }: Authenticate) => (req_id ? { req_id } : {});
