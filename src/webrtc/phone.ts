import { Emitter } from '../core/emitter.js';
import { demandOptions } from '../core/options.js';
import { PhoneError } from '../core/phone-error.js';
import type {
  DirectoryPage,
  DirectoryQuery,
  EmergencyAddress,
  EmergencyAddressRequest,
  OwnPresence,
  OwnPresenceStatus,
} from './account/types.js';
import type { Call } from './calls/call.js';
import { normalizeCallerId, normalizeDestination } from './calls/destination.js';
import { compose, type Parts } from './compose.js';
import type { CallOptions, ConnectOptions, PhoneEvents, PhoneOptions } from './phone-options.js';

/** The options by name; a type test compares them with the interface. */
export const PHONE_OPTIONS =
  'token onTokenExpiring autoReconnect iceServers iceTransportPolicy apiBaseUrl signalingBaseUrl allowInsecure emergencyAddressId playRemoteAudio autoHold keepTracks ringback logger platform';

/** The events by name; a type test compares them with the interface. */
export const PHONE_EVENTS =
  'connected disconnected reconnecting reconnected incoming restored presenceList presenceUpdate network.changed error';

/**
 * A softphone for one user: one signalling connection, and the calls on it. Its methods and those of its calls are bound:
 * they can be passed on by themselves, and work behind the proxy of a framework.
 */
export class DialStackPhone extends Emitter<PhoneEvents> {
  readonly #parts: Parts;

  /**
   * @throws PhoneError `auth_failed` without a token, `invalid_message` for an unknown option, `transport_closed` for an
   * address that cannot be used.
   */
  constructor(options: PhoneOptions) {
    super(PHONE_EVENTS, options?.logger);
    if (typeof options?.token !== 'string' || options.token === '') {
      throw new PhoneError('auth_failed', 'Give token: a user session token.');
    }
    demandOptions(options, PHONE_OPTIONS);
    this.#parts = compose(options, { emit: this.emit, emitWhile: this.emitWhile });
  }

  /** Whether the signalling connection is authenticated and open. */
  get isConnected(): boolean {
    return this.#parts.connection.isConnected;
  }

  /** All calls that have not ended. */
  get activeCalls(): Call[] {
    return this.#parts.calls.live;
  }

  /** A live call by its id. */
  getCall(callId: string): Call | undefined {
    return this.#parts.calls.get(callId);
  }

  /**
   * Connects and authenticates. Without a signal it gives the same promise while the phone is connecting or connected. A
   * first connection is not retried; a phone that is coming back after a drop dials at once, and goes on coming back
   * when that fails or is aborted. It resolves only while the phone is connected: a phone that is disconnected in a
   * listener of `connected` rejects it.
   *
   * Takes at most 30 s (ICE servers, socket and authentication 10 s each), and twice that, with up to 30 s for
   * `onTokenExpiring`, when the token has expired.
   *
   * Rejects with `auth_failed`, `auth_expired`, `session_revoked`, `session_limit`, `ice_fetch_failed`,
   * `transport_closed`, `webrtc_unsupported`, `invalid_message` (options that are none), or the reason of `signal`.
   * `error.shouldRetry` says whether the same attempt may succeed later: so it is of an `auth_expired` that tells of an
   * `onTokenExpiring` that failed, and not of one that is the service's.
   */
  connect(options?: ConnectOptions): Promise<void> {
    try {
      demandOptions(options);
      options?.signal?.throwIfAborted();
    } catch (fault) {
      return Promise.reject(fault);
    }
    return this.#parts.connection.connect(options?.signal);
  }

  /**
   * Leaves: hangs up every call and closes the connection. In any state; connect() works again afterwards. What
   * connect() has given and not settled rejects with `transport_closed`.
   */
  disconnect(): void {
    const { calls, presence, connection } = this.#parts;
    calls.hangUpAll();
    presence.forget();
    connection.disconnect();
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
    demandOptions(options, 'callerId signal');
    const { callerId, signal } = options ?? {};
    const to = normalizeDestination(destination);
    const from = callerId === undefined ? undefined : normalizeCallerId(callerId);
    return this.#parts.calls.dial(to, from, signal);
  }

  /**
   * Watches the presence of these users (1 to 100), or of everybody in the account, later users included. `presenceList`
   * comes, then a `presenceUpdate` for each change; the watch is taken up again after a drop. Replaces the one before.
   * What the service refuses is an `error` event.
   * @throws PhoneError `invalid_message` for what is no list of 1 to 100 ids, `transport_closed` when the phone is
   * neither connected nor coming back.
   */
  subscribePresence(userIds?: readonly string[]): void {
    const { connection, presence } = this.#parts;
    presence.watch(userIds, connection.isReconnecting ? undefined : connection.session);
  }

  /** Sets the user's own presence; needs no connection. At most 10 s. Rejects with `invalid_message`, `transport_closed`, … */
  setPresence(status: OwnPresenceStatus, statusText?: string): Promise<void> {
    return this.#parts.presence.set(status, statusText);
  }

  /** The status that the user has set, whether or not a phone is connected. At most 10 s. */
  getPresence(): Promise<OwnPresence> {
    return this.#parts.presence.get();
  }

  /** A page of the account's users: `limit` 1 to 100 (default 10), `page` from the page before. At most 10 s. */
  listDirectory(query: DirectoryQuery = {}): Promise<DirectoryPage> {
    return this.#parts.presence.directory(query);
  }

  /**
   * Sets where emergency services are sent for this user (E911); calls to the public network are open at once. At most
   * 10 s. Rejects with `invalid_message` and `context.suggestions` when the address matches no civic address.
   */
  setEmergencyAddress(address: EmergencyAddressRequest): Promise<EmergencyAddress> {
    return this.#parts.addresses.set(address);
  }

  /** The emergency address of this user, or null when none is set. At most 10 s. */
  getEmergencyAddress(): Promise<EmergencyAddress | null> {
    return this.#parts.addresses.get();
  }
}
