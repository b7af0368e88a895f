import * as limits from '../../generated/v1/limits.js';
import { Emitter } from '../core/emitter.js';
import { type Logger, silentLogger } from '../core/logger.js';
import { optionsFault } from '../core/options.js';
import { asFatal, PhoneError } from '../core/phone-error.js';
import { Rest } from '../rest/client.js';
import { createPageClient } from '../rest/page-client.js';
import { EmergencyAddressBook } from './account/emergency-address.js';
import { IceServers } from './account/ice-servers.js';
import { Presence } from './account/presence.js';
import type {
  DirectoryPage,
  EmergencyAddress,
  EmergencyAddressRequest,
  OwnPresence,
  OwnPresenceStatus,
} from './account/types.js';
import type { Call } from './calls/call.js';
import type { CallMessage } from './calls/call-phase.js';
import { Calls } from './calls/calls.js';
import { normalizeCallerId, normalizeDestination } from './calls/destination.js';
import { Connection } from './connection/connection.js';
import { resolveEndpoints } from './connection/endpoints.js';
import { DOUBTED_ANSWER_WITHIN_MS, Liveness } from './connection/liveness.js';
import { watchPage } from './connection/page-lifecycle.js';
import { reconnectDelay } from './connection/reconnect-policy.js';
import { type ServiceMessage, Session, type SessionPort } from './connection/session.js';
import { SessionIdentity } from './connection/session-identity.js';
import { TokenKeeper } from './connection/token-keeper.js';
import { TokenRefresher } from './connection/token-refresher.js';
import type { AudioEnvironment } from './media/audio-ports.js';
import { BrowserMedia } from './media/browser-media.js';
import type { CallMedia } from './media/call-media.js';
import { isMicrophoneGranted, openMicrophone } from './media/microphone.js';
import { Ringback } from './media/ringback.js';
import type { CallOptions, ConnectOptions, PhoneEvents, PhoneOptions } from './phone-options.js';
import { demandWebRtc, type Platform, resolvePlatform } from './platform.js';

type Routes = { [T in ServiceMessage['type']]: (message: Extract<ServiceMessage, { type: T }>) => void };

/** How long a REST request may take. */
const REST_WITHIN_MS = 10_000;

/** A softphone for one user: one signalling connection, and the calls on it. */
export class DialStackPhone extends Emitter<PhoneEvents> {
  readonly #options: PhoneOptions;
  readonly #platform: Platform;
  readonly #logger: Logger;
  readonly #identity: SessionIdentity;
  readonly #calls: Calls;
  readonly #tokens: TokenKeeper;
  readonly #refresher: TokenRefresher;
  readonly #ice: IceServers;
  readonly #presence: Presence;
  readonly #addresses: EmergencyAddressBook;
  readonly #sessionPort: Omit<SessionPort, 'onAuthenticated'>;
  readonly #connection: Connection;
  readonly #liveness: Liveness;
  /** The errors of the service that were told in this second: one that repeats itself must not flood the page. */
  readonly #told = new Set<string>();
  #toldSince = 0;
  #grace: unknown;
  #leavePage = () => {};

  /** @throws PhoneError when the token is not a string, or an address is none. */
  constructor(options: PhoneOptions) {
    super();
    if (typeof options?.token !== 'string' || options.token === '') {
      throw new PhoneError('auth_failed', 'Give token: a user session token from POST /v1/user_sessions.');
    }
    const endpoints = resolveEndpoints(options.apiBaseUrl, options.signalingBaseUrl);
    const platform = resolvePlatform(options.platform);
    const { timers } = platform;
    const report = (error: PhoneError) => this.emit('error', error);
    this.#options = options;
    this.#platform = platform;
    this.#logger = options.logger ?? silentLogger;
    this.#tokens = new TokenKeeper(timers, options.token, options.onTokenExpiring);
    this.#identity = new SessionIdentity(platform.storage, this.#tokens.user);
    this.#refresher = new TokenRefresher(this.#tokens, timers, report);
    const rest = new Rest({
      baseUrl: endpoints.api,
      createClient: createPageClient,
      credential: () => this.#tokens.token,
      fetch: (input, init) => platform.fetch(input, init),
      timers,
      timeoutMs: REST_WITHIN_MS,
    });
    this.#ice = new IceServers(rest, timers, options.iceServers);
    this.#addresses = new EmergencyAddressBook(rest, options.emergencyAddressId);
    this.#presence = new Presence({
      rest,
      report,
      onList: (entries) => this.emit('presenceList', entries),
      onUpdate: (update) => this.emit('presenceUpdate', update),
    });
    this.#sessionPort = {
      timers,
      dial: (protocol) => new platform.WebSocket(endpoints.signalling, [protocol]),
      onMessage: (message) => this.#route(message),
      onError: (error) => this.#failed(error),
      onMalformed: (problem, type, callId) => this.#malformed(problem, type, callId),
    };
    this.#connection = new Connection({
      timers,
      open: (onAuthenticated, signal) => this.#open(onAuthenticated, signal),
      delayAfter: (error, attempt) => this.#delayAfter(error, attempt),
      onConnected: (session, isReconnect) => this.#connected(session, isReconnect),
      onDisconnected: (error) => this.#disconnected(error),
      onReconnecting: (event) => this.emit('reconnecting', event),
      onGivenUp: (error) => this.#givenUp(error),
    });
    this.#liveness = new Liveness(timers);
    this.#calls = new Calls({
      timers,
      audio: this.#audio(options),
      autoHold: options.autoHold ?? true,
      session: () => this.#connection.session,
      report,
      onIncoming: (call) => this.emit('incoming', call),
      onRestored: (call) => this.emit('restored', call),
    });
  }

  /** Whether the signalling connection is authenticated and open. */
  get isConnected(): boolean {
    return this.#connection.isConnected;
  }

  /** All calls that have not ended. */
  get activeCalls(): Call[] {
    return this.#calls.live;
  }

  /** A live call by its id. */
  getCall(callId: string): Call | undefined {
    return this.#calls.get(callId);
  }

  /**
   * Connects and authenticates; the same promise while it is connecting or connected. A first connection is not retried;
   * a phone that is coming back after a drop dials at once. At most 30 s (ICE servers, socket and authentication 10 s
   * each), and twice that, with up to 30 s for `onTokenExpiring`, when the token has expired.
   * Rejects with `auth_failed`, `auth_expired`, `session_revoked`, `session_limit`, `ice_fetch_failed`,
   * `transport_closed`, `webrtc_unsupported`, `invalid_message` (options that are none), or the reason of `signal`.
   */
  connect(options?: ConnectOptions): Promise<void> {
    const fault = optionsFault(options);
    if (fault) return Promise.reject(fault);
    const signal = options?.signal;
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (!this.#connection.isConnected) this.#watchPage();
    const ready = this.#connection.start();
    const leavePage = this.#leavePage;
    ready.catch(() => this.#connection.isReconnecting || leavePage());
    if (signal) {
      const abort = () => {
        if (this.#connection.isConnected) return;
        this.#platform.timers.clearTimeout(this.#grace);
        this.#connection.stop(signal.reason);
        this.#calls.failAll();
      };
      const settled = () => signal.removeEventListener('abort', abort);
      signal.addEventListener('abort', abort);
      ready.then(settled, settled);
    }
    return ready;
  }

  /** Leaves: hangs up every call and closes the connection. In any state; connect() works again afterwards. */
  disconnect(): void {
    this.#calls.hangUpAll();
    this.#leavePage();
    this.#refresher.stop();
    this.#presence.forget();
    this.#platform.timers.clearTimeout(this.#grace);
    this.#connection.stop();
  }

  /**
   * Dials a phone number (E.164 with `+`) or an extension. Resolves once the service has taken the call on; no event of
   * the call is delivered before the continuation of this promise has run. At most 86 s, 60 of which a permission
   * prompt for the microphone may take.
   * Rejects with `invalid_message` (no number, or options that are none), `transport_closed`, `webrtc_unsupported`,
   * `mic_permission_denied`, `audio_device_unavailable`, `audio_device_in_use`, `ice_fetch_failed`, `call_failed`,
   * `emergency_address_required`, `rate_limited`, another code of the service, or the reason of `signal`.
   */
  async call(destination: string, options?: CallOptions): Promise<Call> {
    const fault = optionsFault(options);
    if (fault) throw fault;
    const { callerId, signal } = options ?? {};
    const to = normalizeDestination(destination);
    const from = callerId === undefined ? undefined : normalizeCallerId(callerId);
    return this.#calls.dial(to, from, signal);
  }

  /**
   * Watches the presence of these users (1 to 100), or of everybody in the account, later users included. `presenceList`
   * comes, then a `presenceUpdate` for each change; the watch is taken up again after a drop. Replaces the one before.
   * What the service refuses is an `error` event.
   * @throws PhoneError `invalid_message` for what is no list of 1 to 100 ids, `transport_closed` when the phone is
   * neither connected nor coming back.
   */
  subscribePresence(userIds?: readonly string[]): void {
    const session = this.#connection.isReconnecting ? undefined : this.#connection.session;
    this.#presence.watch(userIds, session);
  }

  /** Sets the user's own presence; needs no connection. At most 10 s. Rejects with `invalid_message`, `transport_closed`, … */
  setPresence(status: OwnPresenceStatus, statusText?: string): Promise<void> {
    return this.#presence.set(status, statusText);
  }

  /** The status that the user has set, whether or not a phone is connected. At most 10 s. */
  getPresence(): Promise<OwnPresence> {
    return this.#presence.get();
  }

  /** A page of the account's users: `limit` 1 to 100 (default 10), `page` from the page before. At most 10 s. */
  listDirectory(query: { limit?: number; page?: string } = {}): Promise<DirectoryPage> {
    return this.#presence.directory(query);
  }

  /**
   * Sets where emergency services are sent for this user (E911); calls to the public network are open at once. At most
   * 10 s. Rejects with `invalid_message` and `context.suggestions` when the address matches no civic address.
   */
  setEmergencyAddress(address: EmergencyAddressRequest): Promise<EmergencyAddress> {
    return this.#addresses.set(address);
  }

  /** The emergency address of this user, or null when none is set. At most 10 s. */
  getEmergencyAddress(): Promise<EmergencyAddress | null> {
    return this.#addresses.get();
  }

  async #open(onAuthenticated: (session: Session) => void, signal: AbortSignal): Promise<void> {
    void this.#platform.WebSocket; // Its lack is told before anything goes out.
    demandWebRtc(this.#platform);
    const isFresh = await this.#tokens.ensureFresh();
    try {
      await this.#openWithToken(onAuthenticated, signal);
    } catch (error) {
      const isExpired = error instanceof PhoneError && error.code === 'auth_expired';
      if (!isExpired || isFresh || !this.#tokens.canRenew) throw error;
      this.#tokens.refuse();
      await this.#tokens.ensureFresh();
      await this.#openWithToken(onAuthenticated, signal);
    }
  }

  async #openWithToken(onAuthenticated: (session: Session) => void, signal: AbortSignal): Promise<void> {
    await this.#ice.get().catch((error: PhoneError) => {
      throw error.shouldRetry ? error : asFatal(error);
    });
    const { id } = this.#addresses;
    const credentials = {
      token: this.#tokens.token,
      session_id: this.#identity.id,
      ...(id && { emergency_address_id: id }),
    };
    await Session.open({ ...this.#sessionPort, onAuthenticated }, credentials, signal);
  }

  #delayAfter(error: PhoneError, attempt: number): number | undefined {
    if (this.#options.autoReconnect === false) return undefined;
    if (error.code === 'auth_expired') this.#tokens.refuse();
    const inCall = this.#calls.live.length > 0;
    return reconnectDelay(error, attempt, { canRenew: this.#tokens.canRenew, inCall });
  }

  #connected(session: Session, isReconnect: boolean): void {
    this.#refresher.start(session);
    this.#liveness.start(session);
    this.#ice.keepFresh();
    this.#platform.timers.clearTimeout(this.#grace);
    this.emit(isReconnect ? 'reconnected' : 'connected');
    const inherited = this.#identity.takeInherited();
    if (isReconnect || inherited)
      this.#calls.connected(
        session,
        true,
        inherited?.map((id) => ({ id, muted: false })),
      );
    void this.#presence.restore(session);
  }

  /** From the moment on at which this phone has its name: a page that is reloaded before it is connected must keep it. */
  #watchPage(): void {
    this.#leavePage();
    this.#leavePage = watchPage({
      onHide: () => this.#identity.keep(this.#calls.leavePage().map(({ id }) => id)),
      onReturn: () => {
        this.#identity.forget();
        void this.#proveConnection();
      },
      onNetwork: () => {
        void this.#proveConnection(DOUBTED_ANSWER_WITHIN_MS);
        this.#calls.networkChanged();
      },
    });
  }

  /** What was away may have left a dead socket, or a wait that has no more reason. */
  async #proveConnection(withinMs?: number): Promise<void> {
    this.#connection.hurry();
    await this.#liveness.check(withinMs);
    this.#connection.hurry();
  }

  #disconnected(error: PhoneError | undefined): void {
    this.#refresher.stop();
    this.#liveness.stop();
    this.#ice.stop();
    // So long the service keeps the calls of a phone that dropped; a microphone must not stay on for longer.
    if (this.#connection.isReconnecting) {
      this.#grace = this.#platform.timers.setTimeout(() => this.#calls.failAll(), limits.graceMs);
    }
    if (error) this.emit('disconnected', error);
    else this.emit('disconnected');
  }

  #givenUp(error: PhoneError): void {
    this.#platform.timers.clearTimeout(this.#grace);
    this.#leavePage();
    this.#calls.failAll();
    if (error.fatal) this.emit('error', error);
  }

  readonly #toCall = (message: CallMessage): void => this.#calls.deliver(message);

  /** What the service says, by type; a type that the contract gains does not compile until it has a route. */
  readonly #routes: Routes = {
    authenticated: () => {},
    'auth.refreshed': () => {},
    pong: () => {},
    'network.changed': () => this.emit('network.changed'),
    'call.trying': this.#toCall,
    'call.ringing': this.#toCall,
    'call.incoming': (message) => this.#calls.incoming(message),
    'call.answered': this.#toCall,
    'call.held': this.#toCall,
    'call.resumed': this.#toCall,
    'call.ended': this.#toCall,
    'call.restored': (message) => this.#calls.restored(message),
    'sdp.offer': this.#toCall,
    'sdp.answer': this.#toCall,
    'sdp.pranswer': this.#toCall,
    'ice.candidate': this.#toCall,
    'ice.done': this.#toCall,
    'presence.list': () => {},
    'presence.update': (message) => this.#presence.updated(message),
  };

  #route<T extends ServiceMessage['type']>(message: Extract<ServiceMessage, { type: T }>): void {
    this.#logger.debug(`received ${message.type}`);
    (this.#routes[message.type as T] as (message: Extract<ServiceMessage, { type: T }>) => void)(message);
  }

  #failed(error: PhoneError): void {
    if (this.#calls.onServerError(error)) this.#tell(error);
    else this.#logger.debug(`${error.code} for a call that is over`);
  }

  #audio({ keepTracks = false, ringback }: PhoneOptions): AudioEnvironment {
    const platform = this.#platform;
    return {
      timers: platform.timers,
      ringback: ringback === false ? undefined : new Ringback(),
      keepTracks,
      newMedia: (iceServers) => this.#newMedia(iceServers),
      currentIceServers: () => this.#ice.current,
      iceServers: () => this.#ice.get(),
      openMicrophone: () => openMicrophone(platform),
      isMicrophoneGranted: () => isMicrophoneGranted(platform),
      proveConnection: async () => {
        await this.#proveConnection(DOUBTED_ANSWER_WITHIN_MS);
        void this.#connection.session;
      },
    };
  }

  #newMedia(iceServers: RTCIceServer[]): CallMedia {
    const { iceTransportPolicy, playRemoteAudio = true } = this.#options;
    // Candidates are there when a call that rings is answered.
    const configuration = { iceServers, iceCandidatePoolSize: 1, ...(iceTransportPolicy && { iceTransportPolicy }) };
    return new BrowserMedia(this.#platform, { configuration, playRemoteAudio });
  }

  #malformed(problem: string, type?: string, callId?: string): void {
    this.#logger.warn(`dropped a frame: ${problem}`);
    const text = `The service sent a frame that breaks the contract: ${problem}.`;
    this.#tell(new PhoneError('invalid_message', text, { callId }));
    // A microphone must not stay on because the frame that ends its call is broken.
    if (type === 'call.ended' && callId) this.#calls.end(callId, 'failed');
  }

  /** Tells an error of the service: the same one once a second, and no more than ten. */
  #tell(error: PhoneError): void {
    const now = this.#platform.timers.now();
    if (Math.abs(now - this.#toldSince) >= 1000) {
      this.#toldSince = now;
      this.#told.clear();
    }
    const kind = [error.code, error.callId, error.message].join();
    if (this.#told.size >= 10 || this.#told.has(kind)) return;
    this.#told.add(kind);
    this.emit('error', error);
  }
}
