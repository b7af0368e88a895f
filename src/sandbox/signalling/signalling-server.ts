import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { signallingPath } from '../../../generated/v1/endpoints.js';
import type { Authenticate, ClientMessage } from '../../../generated/v1/messages.js';
import { SUBPROTOCOL } from '../../../generated/v1/protocol.js';
import type { Exchange } from '../calls/exchange.js';
import { requestUrl } from '../http/http.js';
import type { SandboxLimits } from '../limits.js';
import type { SandboxLog } from '../log.js';
import type { PhoneSession } from '../phones/phone-session.js';
import { PhoneSocket } from '../phones/phone-socket.js';
import type { Presence } from '../phones/presence.js';
import { Refusal } from '../phones/refusal.js';
import type { Sessions } from '../phones/sessions.js';
import { later } from '../timers.js';
import type { Fate, Faults } from '../world/faults.js';
import { TokenFault, type Tokens } from '../world/tokens.js';
import type { User } from '../world/world.js';
import { callCommands, runCallCommand } from './call-commands.js';
import { needsToken } from './permissions.js';

export interface SignallingPort {
  readonly limits: SandboxLimits;
  readonly log: SandboxLog;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly exchange: Exchange;
  readonly presence: Presence;
  readonly faults: Faults;
}

/** The signalling half of the service. It accepts WebSockets, authenticates phones, and dispatches their messages. */
export class SignallingServer {
  readonly #port: SignallingPort;
  readonly #sockets: WebSocketServer;
  readonly #open = new Set<PhoneSocket>();
  readonly #commands;

  constructor(port: SignallingPort) {
    this.#port = port;
    this.#commands = callCommands(port.exchange);
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: port.limits.clientFrameMaxBytes,
      handleProtocols: () => SUBPROTOCOL,
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname } = requestUrl(request);
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (pathname !== signallingPath) return refuse(socket, '404 Not Found', `Signalling is at ${signallingPath}.`);
    if (!offered.includes(SUBPROTOCOL)) {
      // Do not log what was offered: some clients put their token there.
      this.#port.log.warn(`an upgrade was refused: the client does not offer the subprotocol ${SUBPROTOCOL}`);
      return refuse(socket, '400 Bad Request', `This service speaks the subprotocol ${SUBPROTOCOL}.`);
    }
    if (this.#port.faults.takesRefusal())
      return refuse(socket, '503 Service Unavailable', 'The refuse command of the sandbox refused this connection.');
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#welcome(ws, request.socket.remoteAddress ?? ''));
  }

  /** Ends every connection with `going_away`. Phones may reconnect after this many seconds. */
  goAway(retryAfterSeconds: number): void {
    for (const socket of this.#open)
      socket.fail('going_away', 'The service is being restarted.', { retry_after_seconds: retryAfterSeconds });
  }

  /** Cuts the connections that are still open. */
  terminate(): void {
    for (const socket of this.#open) socket.terminate();
  }

  #welcome(ws: WebSocket, network: string): void {
    const { limits, log, sessions, faults } = this.#port;
    let session: PhoneSession | undefined;
    /** Set before `session`, so that a user's faults apply to the reply to `authenticate` too. */
    let user: User | undefined;
    /** The faults of replies that are due, by the `req_id` of their request. */
    const fates = new Map<string, Fate>();
    const socket: PhoneSocket = new PhoneSocket(ws, network, {
      limits,
      log,
      isAuthenticated: () => session !== undefined,
      onMessage: async (message) => {
        if (message.type === 'authenticate') user ??= await this.#userOf(message.token);
        const fate = faults.ofRequest(message, user);
        if (fate?.kind === 'fails') throw fate.with;
        if (fate && 'req_id' in message && message.req_id) fates.set(message.req_id, fate);
        if (session) return this.#handle(session, message);
        clearTimeout(patience);
        if (message.type !== 'authenticate')
          return socket.fail('invalid_message', 'The first frame must be authenticate.');
        await sessions.admit(socket, message, (admitted, kept) => {
          session = admitted;
          this.#greet(session, socket, message, kept);
        });
      },
      fateOf: (message) => {
        const reqId = 'req_id' in message ? (message.req_id ?? '') : '';
        const fate = fates.get(reqId) ?? faults.ofFrame(message.type, user);
        fates.delete(reqId);
        return fate;
      },
      onUnsent: (message) => session?.keep(message),
      onClose: (hasLeft) => {
        clearTimeout(patience);
        this.#open.delete(socket);
        if (session) sessions.closed(session, socket, hasLeft);
      },
    });
    this.#open.add(socket);
    const patience = later(log, limits.authenticateWithinMs, () =>
      socket.fail('invalid_message', 'The first frame, authenticate, did not come in time.'),
    );
  }

  /** Sends `authenticated`, then the state that the phone has to know. */
  #greet(session: PhoneSession, socket: PhoneSocket, message: Authenticate, kept: boolean): void {
    const { user } = session;
    session.send({
      type: 'authenticated',
      user_id: user.id,
      account_id: user.account.id,
      ...(message.req_id && { req_id: message.req_id }),
      ...(kept && { reconnected: true }),
    });
    const { address, network } = user.emergency ?? {};
    const presented = message.emergency_address_id;
    const isElsewhere = address !== undefined && network !== (user.network ?? socket.network);
    if (isElsewhere || (presented !== undefined && presented !== address?.id))
      session.send({ type: 'network.changed' });
    if (kept) session.restore();
  }

  /** The user of a token. Undefined if it is not valid: `admit()` reports that. */
  async #userOf(token: string): Promise<User | undefined> {
    try {
      return (await this.#port.tokens.verify(token)).user;
    } catch {
      return undefined;
    }
  }

  #handle(session: PhoneSession, message: ClientMessage): void | Promise<void> {
    const { exchange, sessions } = this.#port;
    const isUp = (callId: string): boolean | undefined => {
      const leg = exchange.leg(callId);
      return leg?.session === session ? leg.state === 'active' : undefined;
    };
    if (needsToken(message, isUp) && !sessions.isWelcome(session)) return; // isWelcome() ended the connection.
    const reqId = 'req_id' in message && message.req_id ? { req_id: message.req_id } : {};
    switch (message.type) {
      case 'authenticate':
        throw new Refusal('invalid_message', 'This connection is already authenticated.');
      case 'auth.refresh':
        return this.#refresh(session, message.token, reqId);
      case 'ping':
        return session.send({ type: 'pong', ...reqId });
      case 'presence.subscribe':
        return session.send({
          type: 'presence.list',
          users: this.#port.presence.watch(session, message.users),
          ...reqId,
        });
      default:
        return runCallCommand(this.#commands, session, message);
    }
  }

  async #refresh(session: PhoneSession, token: string, reqId: { req_id?: string }): Promise<void> {
    const grant = await this.#port.tokens.verify(token).catch((error: unknown) => {
      if (!(error instanceof TokenFault)) throw error;
      throw new Refusal(error.code === 'auth_expired' ? 'auth_expired' : 'auth_failed', error.message);
    });
    if (grant.user !== session.user) throw new Refusal('auth_failed', 'The token belongs to another user.');
    this.#port.sessions.renew(session, grant);
    session.send({ type: 'auth.refreshed', ...reqId });
  }
}

function refuse(socket: Duplex, status: string, reason: string): void {
  socket.on('error', () => {}); // The client may be gone before the answer.
  socket.on('finish', () => socket.destroy()); // The client might never close its side.
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(reason)}\r\n\r\n${reason}`,
  );
}
