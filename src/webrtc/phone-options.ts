import type { Logger } from '../core/logger.js';
import type { PhoneError } from '../core/phone-error.js';
import type { PresenceEntry, PresenceUpdate } from './account/types.js';
import type { Call } from './calls/call.js';
import type { Reconnecting } from './connection/connection.js';
import type { GivenPlatform } from './platform.js';

export interface PhoneOptions {
  /** A user session token, from POST /v1/user_sessions. */
  token: string;
  /**
   * Called about five minutes before the token expires (of a life under 25 minutes, with a fifth of it left), and when
   * it has expired at (re)connection. Return a fresh one within 30 s. It is never called while a call of it is pending,
   * and, `connect()` apart, not more than once in 5 s.
   *
   * A failure is an `error` event that is not fatal, and is tried again: while time remains, and with backoff while the
   * phone is coming back. Only a fresh token that the service refuses ends the phone.
   */
  onTokenExpiring?: (() => Promise<string>) | undefined;
  /** Whether to come back by itself after a drop. Default true. */
  autoReconnect?: boolean | undefined;
  /** ICE servers of your own; fetched from the API when absent. */
  iceServers?: RTCIceServer[] | undefined;
  /** `relay` sends all audio through TURN. Default `all`. */
  iceTransportPolicy?: RTCIceTransportPolicy | undefined;
  /** The REST base. Default `https://api.dialstack.ai`. */
  apiBaseUrl?: string | undefined;
  /** The signalling address; derived from `apiBaseUrl` when absent. */
  signalingBaseUrl?: string | undefined;
  /**
   * Allows `http:` and `ws:` to other machines too, where everybody on the way can read the token and the calls. To this
   * machine (`localhost`, `127.0.0.0/8`, `[::1]`) they are always allowed. Default false.
   */
  allowInsecure?: boolean | undefined;
  /** The emergency address that this phone is at, if it is known. */
  emergencyAddressId?: string | undefined;
  /** Whether the other party plays by itself; else take `call.remoteStream`. Default true. */
  playRemoteAudio?: boolean | undefined;
  /**
   * Whether at most one call is active: a call that is placed, answered, resumed or answered by the other side puts the
   * others on hold, and those come back when it fails before it is up. Default true; false leaves it to you.
   */
  autoHold?: boolean | undefined;
  /** Whether tracks that you put on a call's sender stay yours to stop when the call ends. Default false: they are stopped. */
  keepTracks?: boolean | undefined;
  /** Whether a caller hears a ringing tone made here. Default true. */
  ringback?: boolean | undefined;
  /** Where the SDK says what it does; silent by default. */
  logger?: Logger | undefined;
  /** What a runtime that is no browser has to supply. */
  platform?: GivenPlatform | undefined;
}

export interface CallOptions {
  /** The number that the called party sees (E.164); one of the account's. */
  callerId?: string | undefined;
  /** Gives the call up while it is being placed. */
  signal?: AbortSignal | undefined;
}

export interface ConnectOptions {
  /**
   * Gives the connection up while it is being made. Only this promise rejects, with the signal's reason: the attempt ends
   * when everybody who waits for it has given up, and a phone that is coming back after a drop goes on with that.
   */
  signal?: AbortSignal | undefined;
}

export interface PhoneEvents {
  /** The connection is authenticated. After a listener that disconnects, those after it do not hear it. */
  connected: [];
  /** The connection is over; with the error when one ended it. Once a drop, before the phone tries to come back. */
  disconnected: [error?: PhoneError];
  /** The phone will dial again. */
  reconnecting: [event: Reconnecting];
  /** The phone is back after a drop. */
  reconnected: [];
  /** Somebody calls. */
  incoming: [call: Call];
  /**
   * A call that was up before the page was reloaded goes on in this one. Without a permission for the microphone that was
   * given before it only listens, muted: `unmute()` asks. A call that ended meanwhile is an `error` event
   * `call_not_found` with its id. Attach both before `connect()`.
   */
  restored: [call: Call];
  /** The presence of every user that is watched, at this moment. */
  presenceList: [entries: PresenceEntry[]];
  /** The presence of one of them changed. */
  presenceUpdate: [update: PresenceUpdate];
  /** The phone's network is not the one of its emergency address: ask the user where they are. */
  'network.changed': [];
  /**
   * A fault that no promise tells: of the connection, of the protocol, or of a call (`callId`). With `fatal` the phone is
   * over until the next `connect()`; why a try to come back failed is told without it, each code once a drop.
   */
  error: [error: PhoneError];
}
