import type { Server } from 'node:http';
import { unknownOption } from '../core/unknown-name.js';
import { addressesOf } from './addresses.js';
import { demandApiKey } from './api-key.js';
import { Exchange } from './calls/exchange.js';
import type { LegPort } from './calls/leg.js';
import { createControl } from './control/control.js';
import type { Control } from './control/control-methods.js';
import { CONTROL_PATH, ControlServer } from './control/control-server.js';
import { requestUrl } from './http/http.js';
import { createGuardedServer } from './http/server.js';
import { type GivenLimits, limitsWith } from './limits.js';
import { harmless, type SandboxLog, silentLog } from './log.js';
import { OptionError } from './option-error.js';
import { Presence } from './phones/presence.js';
import { Sessions } from './phones/sessions.js';
import { type HandlersPort, restHandlers } from './rest/handlers.js';
import { RestServer } from './rest/rest-server.js';
import { SignallingServer } from './signalling/signalling-server.js';
import { ACCOUNT, OTHER_ACCOUNT, populate, type SandboxAccount, type SandboxUser } from './world/built-in.js';
import { Faults } from './world/faults.js';
import { Tokens } from './world/tokens.js';
import { type User, World } from './world/world.js';

export interface SandboxOptions {
  /** The port to listen on; 0, the default, takes a free one. */
  port?: number | undefined;
  /**
   * The address to listen on. Default 127.0.0.1: nobody else can reach it. Any other is plain HTTP for whoever is on the
   * network.
   */
  host?: string | undefined;
  /**
   * The address that audio is sent to and from, one that the phones can reach; `host` when absent. Where `host` is every
   * address (0.0.0.0) and the machine has several, it must be given, and stands in the URLs.
   */
  mediaAddress?: string | undefined;
  /**
   * Host names that the sandbox answers to, besides its own address: `['phones.test']`. Others are refused, because any
   * web site can let its own name resolve to this machine (DNS rebinding).
   */
  allowHosts?: readonly string[] | undefined;
  /** The platform's API key, `sk_test_` and at least 24 characters; a random one when absent. */
  apiKey?: string | undefined;
  /** What `GET /v1/webrtc/ice-servers` gives; none by default. */
  iceServers?: readonly SandboxIceServer[] | undefined;
  /** Other numbers than the contract's, to shorten a test. */
  limits?: GivenLimits | undefined;
  log?: SandboxLog | undefined;
}

/** A STUN or TURN server, in the form of `RTCIceServer`. */
export interface SandboxIceServer {
  readonly urls: string | string[];
  readonly username?: string | undefined;
  readonly credential?: string | undefined;
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
  /**
   * Mints a session token, as POST /v1/user_sessions does.
   * @param user A user's id, extension (`'101'`) or number. An extension is one of the first account, if it has it.
   * @param ttlSeconds How long the token is valid; 86 400, a day, by default.
   * @throws RangeError if there is no such user.
   */
  createToken(user: string, ttlSeconds?: number): Promise<string>;
  /** Ends everything, within a second. */
  stop(): Promise<void>;
}

const GOODBYE_MS = 300;

const OPEN_WARNING =
  'Other machines can reach this sandbox, and it speaks plain HTTP: whoever is on the network can read its tokens, its API key and its calls. Use it on a network that you trust, for as long as you need it.';

/** The options by name; a type test compares them with the interface. */
export const SANDBOX_OPTIONS = 'port host mediaAddress allowHosts apiKey iceServers limits log';

/**
 * Starts an embedded service that speaks the whole contract, with real signalling and real audio.
 * @throws OptionError for an option that cannot be used.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const unknown = unknownOption(options, SANDBOX_OPTIONS);
  if (unknown !== undefined) throw new OptionError(unknown);
  if (options.apiKey !== undefined) demandApiKey(options.apiKey);
  const addresses = await addressesOf(options);
  const log = harmless(options.log ?? silentLog);
  const limits = limitsWith(options.limits);
  const world = new World();
  const platform = world.addPlatform(options.apiKey);
  populate(world, platform);
  const tokens = new Tokens(world, platform.apiKey);
  const sessions: Sessions = new Sessions({
    limits,
    log,
    tokens,
    onPhonesChanged: (user: User) => presence.refresh(user),
    onGone: (session) => session.lose(),
  });
  const presence: Presence = new Presence(sessions);
  const legPort: LegPort = {
    mediaAddress: addresses.media,
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

  const server = createGuardedServer({
    allowHosts: addresses.allowHosts,
    log,
    async answer(request, response) {
      const isControl = requestUrl(request).pathname.startsWith(CONTROL_PATH);
      if (isControl) return controls.handle(request, response);
      if (faults.isDown) return void request.socket.destroy();
      return rest.handle(request, response);
    },
    upgrade(request, socket, head) {
      if (faults.isDown) return void socket.destroy();
      signalling.upgrade(request, socket, head);
    },
  });
  const authority = `${addresses.shown}:${await listen(server, options.port ?? 0, addresses.listen)}`;
  if (addresses.isOpen) {
    log.warn(OPEN_WARNING);
    log.info(`Other machines reach it at http://${authority}, and its audio at ${addresses.media}.`);
  }

  return {
    apiBaseUrl: `http://${authority}`,
    signalingBaseUrl: `ws://${authority}`,
    apiKey: platform.apiKey,
    accountId: ACCOUNT.id,
    users: ACCOUNT.users,
    otherAccount: OTHER_ACCOUNT,
    control,
    async createToken(reference, ttlSeconds) {
      const user = world.find(reference);
      if (!user) throw new RangeError(world.unknownUser(String(reference)));
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
