import type { ServerMessage } from '../../generated/v1/messages.js';
import { Emitter } from '../core/emitter.js';
import type { Logger } from '../core/logger.js';
import { silentLogger } from '../core/logger.js';
import { PhoneError } from '../core/phone-error.js';
import { afterContinuations } from '../core/timing.js';
import { Rest } from '../rest/client.js';
import { BrowserMedia } from './browser-media.js';
import { Call, type CallParties, type CallPort } from './call.js';
import { CallRegistry } from './call-registry.js';
import type { CallMessage } from './call-state.js';
import { Connection } from './connection.js';
import { normalizeCallerId, normalizeDestination } from './destination.js';
import { type Endpoints, resolveEndpoints } from './endpoints.js';
import { IceServers } from './ice-servers.js';
import type { CallMedia } from './media.js';
import { mediaError } from './media-error.js';
import { demandWebRtc, type Platform, resolvePlatform } from './platform.js';
import { Ringback } from './ringback.js';
import { fromErrorFrame } from './server-error.js';
import { Session } from './session.js';

export interface PhoneOptions {
  /** A user session token, from POST /v1/user_sessions. */
  token: string;
  /** ICE servers of your own; fetched from the API when absent. */
  iceServers?: RTCIceServer[];
  /** `relay` sends all audio through TURN. Default `all`. */
  iceTransportPolicy?: RTCIceTransportPolicy;
  /** The REST base. Default `https://api.dialstack.ai`. */
  apiBaseUrl?: string;
  /** The signalling address; derived from `apiBaseUrl` when absent. */
  signalingBaseUrl?: string;
  /** The emergency address that this phone is at, if it is known. */
  emergencyAddressId?: string;
  /** Whether the other party plays by itself; else take `call.remoteStream`. Default true. */
  playRemoteAudio?: boolean;
  /** Whether a caller hears a ringing tone made here. Default true. */
  ringback?: boolean;
  /** Where the SDK says what it does; silent by default. */
  logger?: Logger;
  /** What a runtime that is no browser has to supply. */
  platform?: Partial<Platform>;
}

export interface CallOptions {
  /** The number that the called party sees (E.164); one of the account's. */
  callerId?: string;
}

export interface PhoneEvents {
  /** The connection is authenticated. */
  connected: [];
  /** The connection is over; with the error when one ended it. */
  disconnected: [error?: PhoneError];
  /** Somebody calls. */
  incoming: [call: Call];
  /** A fault that no promise tells: of the connection, of the protocol, or of a call (`callId`). */
  error: [error: PhoneError];
}

/** How long a REST request may take. */
const REST_WITHIN_MS = 10_000;

type Routes = { [T in ServerMessage['type']]: (message: Extract<ServerMessage, { type: T }>) => void };

/** A softphone for one user: one signalling connection, and the calls on it. */
export class DialStackPhone extends Emitter<PhoneEvents> {
  readonly #options: PhoneOptions;
  readonly #platform: Platform;
  readonly #endpoints: Endpoints;
  readonly #logger: Logger;
  readonly #ice: IceServers;
  readonly #connection: Connection;
  readonly #calls = new CallRegistry();
  readonly #callPort: CallPort;

  /** @throws PhoneError when the token is not a string, or an address is none. */
  constructor(options: PhoneOptions) {
    super();
    if (typeof options?.token !== 'string' || options.token === '') {
      throw new PhoneError('auth_failed', 'Give token: a user session token from POST /v1/user_sessions.');
    }
    this.#options = options;
    this.#platform = resolvePlatform(options.platform);
    this.#endpoints = resolveEndpoints(options.apiBaseUrl, options.signalingBaseUrl);
    this.#logger = options.logger ?? silentLogger;
    const { timers } = this.#platform;
    const rest = new Rest({
      baseUrl: this.#endpoints.api,
      credential: () => options.token,
      fetch: (input, init) => this.#platform.fetch(input, init),
      timers,
      timeoutMs: REST_WITHIN_MS,
    });
    this.#ice = new IceServers(rest, timers, options.iceServers);
    this.#connection = new Connection({
      open: (onAuthenticated, signal) => this.#open(onAuthenticated, signal),
      onConnected: () => this.emit('connected'),
      onDisconnected: (error) => this.#disconnected(error),
    });
    this.#callPort = {
      timers,
      ringback: options.ringback === false ? undefined : new Ringback(),
      send: (message) => this.#connection.session.send(message),
      report: (error) => this.emit('error', error),
      onEnded: (call) => this.#calls.remove(call),
    };
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
   * Connects and authenticates; the same promise while it is connecting or connected. Not retried; at most 30 s (ICE
   * servers, socket and authentication 10 s each).
   * Rejects with `auth_failed`, `auth_expired`, `session_revoked`, `session_limit`, `ice_fetch_failed`,
   * `transport_closed`, or `webrtc_unsupported`.
   */
  connect(): Promise<void> {
    return this.#connection.start();
  }

  /** Leaves: hangs up every call and closes the connection. In any state; connect() works again afterwards. */
  disconnect(): void {
    for (const call of this.#calls.live) call.hangup();
    this.#calls.endAll('hangup');
    this.#connection.stop();
  }

  /**
   * Dials a phone number (E.164 with `+`) or an extension. Resolves once the service has taken the call on; no event of
   * the call is delivered before the continuation of this promise has run. At most 86 s, 60 of which a permission
   * prompt for the microphone may take.
   * Rejects with `invalid_message` (not a number), `transport_closed`, `webrtc_unsupported`, `mic_permission_denied`,
   * `audio_device_unavailable`, `audio_device_in_use`, `ice_fetch_failed`, `call_failed`,
   * `emergency_address_required`, `rate_limited`, or another code of the service.
   */
  async call(destination: string, options: CallOptions = {}): Promise<Call> {
    const to = normalizeDestination(destination);
    const callerId = options.callerId === undefined ? undefined : normalizeCallerId(options.callerId);
    const { session } = this.#connection;
    const parties: CallParties = { direction: 'outbound', from: callerId ?? '', fromName: null, to };
    let media: CallMedia | undefined;
    try {
      const made = this.#media(await session.whileOpen(this.#ice.get()));
      media = made.media;
      const sdp = await session.whileOpen(media.offer());
      const body = { destination: to, sdp, ...(callerId && { caller_id: callerId }) };
      const call = await session.request('call.create', body, (trying) => {
        const created = made.adopt(new Call(trying.call_id, parties, made.media, this.#callPort));
        this.#calls.add(created);
        this.#calls.holdBack(created, trying);
        return created;
      });
      call.trickle();
      void afterContinuations().then(() => this.#calls.release(call));
      return call;
    } catch (error) {
      media?.close();
      throw error instanceof PhoneError ? error : mediaError(error);
    }
  }

  async #open(onAuthenticated: (session: Session) => void, signal: AbortSignal): Promise<void> {
    const { timers, WebSocket } = this.#platform;
    demandWebRtc(this.#platform);
    await this.#ice.get();
    const { token, emergencyAddressId } = this.#options;
    await Session.open(
      {
        timers,
        dial: (protocol) => new WebSocket(this.#endpoints.signalling, [protocol]),
        onAuthenticated,
        onMessage: (message) => this.#route(message),
        onMalformed: (problem, type, callId) => this.#malformed(problem, type, callId),
      },
      { token, ...(emergencyAddressId && { emergency_address_id: emergencyAddressId }) },
      signal,
    );
  }

  #disconnected(error: PhoneError | undefined): void {
    this.#calls.endAll('failed');
    if (error?.fatal) this.emit('error', error);
    if (error) this.emit('disconnected', error);
    else this.emit('disconnected');
  }

  /** What the service says, by type; a type that the contract gains does not compile until it has a route. */
  readonly #routes: Routes = {
    authenticated: () => {},
    'auth.refreshed': () => {},
    pong: () => {},
    'network.changed': () => {},
    error: (frame) => this.emit('error', fromErrorFrame(frame)),
    'call.trying': (message) => this.#toCall(message),
    'call.ringing': (message) => this.#toCall(message),
    'call.incoming': (message) => this.#incoming(message),
    'call.answered': (message) => this.#toCall(message),
    'call.held': (message) => this.#toCall(message),
    'call.resumed': (message) => this.#toCall(message),
    'call.ended': (message) => this.#toCall(message),
    'call.restored': () => {},
    'sdp.offer': (message) => this.#toCall(message),
    'sdp.answer': (message) => this.#toCall(message),
    'sdp.pranswer': (message) => this.#toCall(message),
    'ice.candidate': (message) => this.#toCall(message),
    'ice.done': (message) => this.#toCall(message),
    'presence.list': () => {},
    'presence.update': () => {},
  };

  #route<T extends ServerMessage['type']>(message: Extract<ServerMessage, { type: T }>): void {
    this.#logger.debug(`received ${message.type}`);
    (this.#routes[message.type as T] as (message: Extract<ServerMessage, { type: T }>) => void)(message);
  }

  #toCall(message: CallMessage): void {
    if (this.#calls.deliver(message)) return;
    // The reply to a request that we gave up: nobody here would ever hang that call up.
    if (message.type === 'call.trying')
      this.#connection.session.send({ type: 'call.hangup', call_id: message.call_id });
  }

  #incoming(message: Extract<ServerMessage, { type: 'call.incoming' }>): void {
    const { call_id, from, from_name, to } = message;
    if (this.#calls.get(call_id)) return;
    try {
      const { media, adopt } = this.#media(this.#ice.current);
      const parties: CallParties = { direction: 'inbound', from, fromName: from_name, to };
      const call = adopt(new Call(call_id, parties, media, this.#callPort));
      this.#calls.add(call);
      this.emit('incoming', call);
    } catch (cause) {
      // Such as ICE servers that are none: a caller must not wait for a phone that cannot ring.
      this.#connection.session.send({ type: 'call.reject', call_id });
      this.emit('error', mediaError(cause, call_id));
    }
  }

  /** A call's media comes before its call; `adopt` names the call that its faults concern. */
  #media(iceServers: RTCIceServer[]): { media: CallMedia; adopt(call: Call): Call } {
    let call: Call | undefined;
    const { iceTransportPolicy, playRemoteAudio = true } = this.#options;
    const media = new BrowserMedia(
      this.#platform,
      { configuration: { iceServers, ...(iceTransportPolicy && { iceTransportPolicy }) }, playRemoteAudio },
      { onFailed: () => call?.mediaFailed(), onAudioBlocked: () => call?.audioBlocked() },
    );
    return {
      media,
      adopt: (owner) => {
        call = owner;
        return owner;
      },
    };
  }

  #malformed(problem: string, type?: string, callId?: string): void {
    this.#logger.warn(`dropped a frame: ${problem}`);
    this.emit(
      'error',
      new PhoneError('invalid_message', `The service sent a frame that breaks the contract: ${problem}.`, { callId }),
    );
    // A microphone must not stay on because the frame that ends its call is broken.
    if (type === 'call.ended' && callId) this.#calls.end(callId, 'failed');
  }
}
