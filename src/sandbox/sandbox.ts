import { createServer, type Server } from 'node:http';
import { Exchange } from './calls/exchange.js';
import type { LegPort } from './calls/leg.js';
import { type Control, createControl } from './control/control.js';
import { CONTROL_PATH, ControlServer } from './control/control-server.js';
import { requestUrl, serve } from './http/http.js';
import { contractLimits, type SandboxLimits } from './limits.js';
import { faultOf, harmless, type SandboxLog, silentLog } from './log.js';
import { Presence } from './phones/presence.js';
import { Sessions } from './phones/sessions.js';
import { type HandlersPort, restHandlers } from './rest/handlers.js';
import { RestServer } from './rest/rest-server.js';
import { SignallingServer } from './signalling/signalling-server.js';
import { Faults } from './world/faults.js';
import { Tokens } from './world/tokens.js';
import { type User, World } from './world/world.js';

export interface SandboxOptions {
  /** The port to listen on; 0, the default, takes a free one. */
  port?: number;
  /** The address to listen on. Default 127.0.0.1: nobody else can reach it. */
  host?: string;
  /** The address that audio is sent to and from; `host` when absent. One that the phones can reach. */
  mediaAddress?: string;
  /** The platform's API key; a random one when absent. */
  apiKey?: string;
  /** What `GET /v1/webrtc/ice-servers` gives; none by default. */
  iceServers?: { urls: string | string[]; username?: string; credential?: string }[];
  /** Other numbers than the contract's, to shorten a test. */
  limits?: Partial<SandboxLimits>;
  log?: SandboxLog;
}

export interface SandboxUser {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  /** E.164. */
  readonly number: string;
}

export interface SandboxAccount {
  readonly id: string;
  readonly users: readonly SandboxUser[];
}

/** A running sandbox. */
export interface Sandbox {
  readonly apiBaseUrl: string;
  readonly signalingBaseUrl: string;
  readonly apiKey: string;
  readonly accountId: string;
  readonly users: readonly SandboxUser[];
  /** Another account of the platform, none of whose users the first one ever sees. */
  readonly otherAccount: SandboxAccount;
  /** Drops, delays, revokes, rings and answers on purpose; the same over HTTP: `POST /sandbox/<method>`. */
  readonly control: Control;
  /** Mints a session token, as POST /v1/user_sessions does. */
  createToken(userId: string, ttlSeconds?: number): Promise<string>;
  /** Ends everything, within a second. */
  stop(): Promise<void>;
}

const USERS = [
  { name: 'Alice Example', extension: '101', number: '+14155550101' },
  { name: 'Bob Example', extension: '102', number: '+14155550102' },
  { name: 'Carol Example', extension: '103', number: '+14155550103' },
] as const;

const OTHER_USERS = [
  { name: 'Olga Other', extension: '101', number: '+13125550101' },
  { name: 'Omar Other', extension: '102', number: '+13125550102' },
] as const;

const GOODBYE_MS = 300;

/** Starts an embedded service that speaks the whole contract, with real signalling and real audio. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, mediaAddress = host } = options;
  const log = harmless(options.log ?? silentLog);
  const limits = { ...contractLimits, ...options.limits };
  const world = new World();
  const platform = world.addPlatform(options.apiKey);
  const populate = (seeds: readonly Omit<SandboxUser, 'id'>[]): SandboxAccount => {
    const account = world.addAccount(platform);
    return { id: account.id, users: seeds.map((seed) => ({ ...seed, id: world.addUser(account, seed).id })) };
  };
  const account = populate(USERS);
  const otherAccount = populate(OTHER_USERS);

  const tokens = new Tokens(world);
  const sessions: Sessions = new Sessions({
    limits,
    log,
    tokens,
    onPhonesChanged: (user: User) => presence.refresh(user),
    onGone: (session) => session.lose(),
  });
  const presence: Presence = new Presence(sessions);
  const legPort: LegPort = {
    mediaAddress,
    limits,
    log,
    legs: new Map(),
    onChanged: ({ session }) => presence.refresh(session.user),
  };
  const exchange = new Exchange({ limits, world, sessions, legPort });
  const faults = new Faults();
  const signalling = new SignallingServer({ limits, log, tokens, sessions, exchange, presence, faults });
  const handlers = restHandlers({
    world,
    tokens,
    presence,
    iceServers: (options.iceServers ?? []) as HandlersPort['iceServers'],
  });
  const rest = new RestServer({ handlers, world, tokens, faults, log });
  const control = createControl({ world, tokens, sessions, exchange, signalling, faults, log });
  const controls = new ControlServer({ control, apiKey: platform.apiKey, log });

  const server = createServer((request, response) => {
    const isControl = requestUrl(request).pathname.startsWith(CONTROL_PATH);
    if (!isControl && faults.isDown) return request.socket.destroy();
    serve((isControl ? controls : rest).handle(request, response), response, log);
  });
  server.on('upgrade', (request, socket, head) => {
    if (faults.isDown) return socket.destroy();
    try {
      signalling.upgrade(request, socket, head);
    } catch (error) {
      log.warn(faultOf(error, 'on an upgrade'));
      socket.destroy();
    }
  });
  const address = await listen(server, port, host);
  const authority = `${host.includes(':') ? `[${host}]` : host}:${address}`;

  return {
    apiBaseUrl: `http://${authority}`,
    signalingBaseUrl: `ws://${authority}`,
    apiKey: platform.apiKey,
    accountId: account.id,
    users: account.users,
    otherAccount,
    control,
    async createToken(userId, ttlSeconds) {
      const user = world.user(userId);
      if (!user) throw new RangeError(`There is no user ${userId} in this sandbox.`);
      return (await tokens.mint(user, ttlSeconds)).token;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      signalling.goAway(1);
      for (const session of sessions.all) session.lose();
      sessions.stop();
      const cut = setTimeout(() => {
        signalling.terminate();
        server.closeAllConnections();
      }, GOODBYE_MS);
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
