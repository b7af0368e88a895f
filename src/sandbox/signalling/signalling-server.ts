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

/** The signalling half of the service: upgrades sockets, authenticates phones, and hands on what they say. */
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
      // Not which ones: some clients put their token there.
      this.#port.log.warn(`an upgrade was refused: the client does not offer the subprotocol ${SUBPROTOCOL}`);
      return refuse(socket, '400 Bad Request', `This service speaks the subprotocol ${SUBPROTOCOL}.`);
    }
    if (this.#port.faults.takesRefusal()) return refuse(socket, '503 Service Unavailable', 'Refused on request.');
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#welcome(ws, request.socket.remoteAddress ?? ''));
  }

  /** Says goodbye to every phone; it may come back after so many seconds. */
  goAway(retryAfterSeconds: number): void {
    for (const socket of this.#open)
      socket.fail('going_away', 'The service is being restarted.', { retry_after_seconds: retryAfterSeconds });
  }

  /** Cuts what is left. */
  terminate(): void {
    for (const socket of this.#open) socket.terminate();
  }

  #welcome(ws: WebSocket, network: string): void {
    const { limits, log, sessions, faults } = this.#port;
    let session: PhoneSession | undefined;
    /** Known before the session is: what answers `authenticate` is that user's, too. */
    let user: User | undefined;
    /** Of replies, by the `req_id` of their request. */
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

  /** The first that an authenticated phone is told. */
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

  /** Whose token it is; nobody's when it is not accepted, which is told elsewhere. */
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
    if (needsToken(message, isUp) && !sessions.isWelcome(session)) return; // Its connection is being ended.
    const reqId = 'req_id' in message && message.req_id ? { req_id: message.req_id } : {};
    switch (message.type) {
      case 'authenticate':
        throw new Refusal('invalid_message', 'This connection is authenticated already.');
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
    if (grant.user !== session.user) throw new Refusal('auth_failed', 'The token is of another user.');
    this.#port.sessions.renew(session, grant);
    session.send({ type: 'auth.refreshed', ...reqId });
  }
}

function refuse(socket: Duplex, status: string, reason: string): void {
  socket.on('error', () => {}); // The client need not wait for the answer,
  socket.on('finish', () => socket.destroy()); // nor close its side after it.
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(reason)}\r\n\r\n${reason}`,
  );
}
