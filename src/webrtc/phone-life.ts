import * as limits from '../../generated/v1/limits.js';
import { type PhoneError, withFatal } from '../core/phone-error.js';
import type { Timers } from '../core/timing.js';
import type { IceServers } from './account/ice-servers.js';
import type { Presence } from './account/presence.js';
import type { Switchboard } from './calls/calls.js';
import type { Beginning, Connection, ConnectionPort, Reconnecting, Wait } from './connection/connection.js';
import { DOUBTED_ANSWER_WITHIN_MS, type Liveness } from './connection/liveness.js';
import { watchPage } from './connection/page-lifecycle.js';
import { reconnectDelay } from './connection/reconnect-policy.js';
import type { Session } from './connection/session.js';
import type { SessionIdentity } from './connection/session-identity.js';
import type { TokenKeeper } from './connection/token-keeper.js';
import type { TokenRefresher } from './connection/token-refresher.js';
import type { PhoneEvents } from './phone-options.js';

/** How a phone tells its page something. */
export interface Teller {
  emit<K extends keyof PhoneEvents>(event: K, ...args: PhoneEvents[K]): void;
  /** Stops when a listener makes the event untrue. */
  emitWhile<K extends keyof PhoneEvents>(isTrue: () => boolean, event: K, ...args: PhoneEvents[K]): void;
}

export interface PhoneLifePort {
  readonly timers: Timers;
  readonly tell: Teller;
  readonly autoReconnect: boolean;
  readonly connection: Pick<Connection, 'isConnected' | 'isReconnecting' | 'retryNow'>;
  readonly calls: Switchboard;
  readonly tokens: TokenKeeper;
  readonly identity: SessionIdentity;
  readonly refresher: TokenRefresher;
  readonly liveness: Liveness;
  readonly ice: IceServers;
  readonly presence: Presence;
}

/** What the phone does when its connection begins, drops and ends, and when its page goes away and comes back. */
export class PhoneLife implements Omit<ConnectionPort, 'timers' | 'open'> {
  readonly #port: PhoneLifePort;
  /** What was told of the failed tries since the drop. */
  readonly #told = new Set<PhoneError['code']>();
  #grace: unknown;
  #unwatchPage = () => {};

  constructor(port: PhoneLifePort) {
    this.#port = port;
  }

  /** From here on this phone has its name: a page that is reloaded before it is connected must keep it. */
  onStart(): void {
    const { identity, calls } = this.#port;
    identity.claim();
    this.#unwatchPage = watchPage({
      onHide: () => identity.keep(calls.leavePage()),
      onRestore: () => identity.forget(),
      onReturn: () => void this.proveConnection(),
      onNetwork: () => {
        void this.proveConnection(DOUBTED_ANSWER_WITHIN_MS);
        calls.repairPaths();
      },
    });
  }

  onConnected(session: Session, { isReconnect, wasKept }: Beginning): void {
    const { timers, tell, connection, refresher, liveness, ice, identity, calls, presence } = this.#port;
    const kept = identity.takeKept();
    this.#told.clear();
    timers.clearTimeout(this.#grace);
    refresher.start(session);
    liveness.start(session);
    ice.keepFresh();
    const isCurrent = () => connection.isConnected;
    tell.emitWhile(isCurrent, isReconnect ? 'reconnected' : 'connected');
    if (!isCurrent()) return; // A listener has left.
    calls.connected(session, wasKept, kept);
    void presence.restore(session);
  }

  onDisconnected(error?: PhoneError): void {
    const { timers, tell, connection, refresher, liveness, ice, calls } = this.#port;
    refresher.stop();
    liveness.stop();
    ice.stop();
    // The service keeps a dropped phone's calls for this long. Release the microphone when the time is up.
    if (connection.isReconnecting) this.#grace = timers.setTimeout(() => calls.failAll(), limits.graceMs);
    tell.emit('disconnected', ...(error ? [error] : []));
  }

  waitAfter(error: PhoneError, attempt: number): Wait | undefined {
    const { autoReconnect, tokens, calls } = this.#port;
    if (!autoReconnect) return undefined;
    if (error.code === 'auth_expired' && error.fatal) tokens.expired();
    const leastMs = Math.max(error.retryAfterMs ?? 0, tokens.isOver ? tokens.askInMs : 0);
    const inCall = calls.live.length > 0;
    const ms = reconnectDelay(error, attempt, { canRenew: tokens.canRenew, inCall, leastMs });
    if (ms === undefined) return undefined;
    if (attempt > 1) this.#tellOnce(error);
    return { ms, leastMs };
  }

  onReconnecting(event: Reconnecting): void {
    const { tell, connection } = this.#port;
    tell.emitWhile(() => connection.isReconnecting, 'reconnecting', event);
  }

  onOffline(error?: PhoneError): void {
    const { timers, identity, calls, tell } = this.#port;
    timers.clearTimeout(this.#grace);
    this.#unwatchPage();
    identity.release();
    calls.failAll();
    if (error?.fatal) tell.emit('error', error);
  }

  /** What was away may have left a dead socket, or a wait that has no more reason. */
  async proveConnection(withinMs?: number): Promise<void> {
    const { connection, liveness } = this.#port;
    connection.retryNow();
    await liveness.check(withinMs);
    connection.retryNow();
  }

  /** Tells why a try to come back failed, each kind once a drop: a phone may be away for hours. */
  #tellOnce(error: PhoneError): void {
    if (this.#told.has(error.code)) return;
    this.#told.add(error.code);
    this.#port.tell.emit('error', withFatal(error, false));
  }
}
