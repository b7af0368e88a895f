import * as limits from '../../generated/v1/limits.js';
import { type PhoneError, withFatal } from '../core/phone-error.js';
import type { Timers } from '../core/timing.js';
import type { IceServers } from './account/ice-servers.js';
import type { Presence } from './account/presence.js';
import type { Calls } from './calls/calls.js';
import { Connection } from './connection/connection.js';
import { DOUBTED_ANSWER_WITHIN_MS, watchLiveness } from './connection/liveness.js';
import { watchPage } from './connection/page-lifecycle.js';
import { reconnectDelay } from './connection/reconnect-policy.js';
import type { SessionIdentity } from './connection/session-identity.js';
import type { OpenSession } from './connection/session-opener.js';
import type { TokenKeeper } from './connection/token-keeper.js';
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
  readonly autoReconnect: boolean | undefined;
  readonly open: OpenSession;
  readonly calls: Calls;
  readonly tokens: TokenKeeper;
  readonly identity: SessionIdentity;
  readonly ice: IceServers;
  readonly presence: Presence;
}

export interface PhoneLife {
  readonly connection: Connection;
  /** What was away may have left a dead socket, or a wait that has no more reason: asks for a sign of life. */
  proveConnection(withinMs?: number): Promise<void>;
}

/** What the phone does when its connection begins, drops and ends, and when its page goes away and comes back. */
export function phoneLife(port: PhoneLifePort): PhoneLife {
  const { timers, tell, open, calls, tokens, identity, ice, presence } = port;
  /** What was told of the failed tries since the drop. */
  const told = new Set<PhoneError['code']>();
  let grace: unknown;
  let connectedAt = 0;
  /** How many connections in a row were soon lost, the present one included. */
  let shortLived = 0;
  let unwatchPage = () => {};
  let checkLiveness = async (_withinMs?: number) => {};

  const proveConnection = async (withinMs?: number) => {
    connection.retryNow();
    await checkLiveness(withinMs);
    connection.retryNow();
  };

  const connection: Connection = new Connection({
    timers,
    open,

    /** From here on this phone has its name: a page that is reloaded before it is connected must keep it. */
    onStart() {
      identity.claim();
      unwatchPage = watchPage({
        onHide: () => identity.keep(calls.leavePage()),
        onRestore: () => identity.forget(),
        onReturn: () => void proveConnection(),
        onNetwork() {
          void proveConnection(DOUBTED_ANSWER_WITHIN_MS);
          calls.networkChanged();
        },
      });
    },

    onConnected(session, { isReconnect, wasKept }) {
      const kept = identity.takeKept();
      connectedAt = timers.now();
      told.clear();
      timers.clearTimeout(grace);
      tokens.keepFresh(session, (error) => tell.emit('error', error));
      checkLiveness = watchLiveness(session, timers);
      ice.keepFresh();
      tell.emitWhile(() => connection.isConnected, isReconnect ? 'reconnected' : 'connected');
      if (!connection.isConnected) return; // A listener has left.
      calls.connected(session, wasKept, kept);
      void presence.restore(session);
    },

    onDisconnected(error) {
      ice.stop();
      // The service keeps a dropped phone's calls for this long. Release the microphone when the time is up.
      if (connection.isReconnecting) grace = timers.setTimeout(() => calls.failAll(), limits.graceMs);
      tell.emit('disconnected', ...(error ? [error] : []));
    },

    waitAfter(error, attempt) {
      if (port.autoReconnect === false) return undefined;
      if (error.code === 'auth_expired' && error.fatal) tokens.expired();
      const leastMs = Math.max(error.retryAfterMs ?? 0, tokens.isOver ? tokens.askInMs : 0);
      if (attempt === 1) shortLived = timers.now() - connectedAt < limits.steadyAfterMs ? shortLived + 1 : 1;
      const { canRenew } = tokens;
      const ms = reconnectDelay(error, attempt + shortLived - 1, { canRenew, inCall: calls.live.length > 0, leastMs });
      if (ms === undefined) return undefined;
      // Why a try to come back failed, each kind once a drop: a phone may be away for hours.
      if (attempt > 1 && !told.has(error.code)) {
        told.add(error.code);
        tell.emit('error', error.fatal ? withFatal(error, false) : error);
      }
      return { ms, leastMs };
    },

    onReconnecting: (event) => tell.emitWhile(() => connection.isReconnecting, 'reconnecting', event),

    onOffline(error) {
      timers.clearTimeout(grace);
      unwatchPage();
      identity.release();
      calls.failAll();
      if (error?.fatal) tell.emit('error', error);
    },
  });

  return { connection, proveConnection };
}
