import type { EndReason, ServerMessageType } from '../../../generated/v1/messages.js';
import type { OperationId } from '../../../generated/v1/operations.js';
import type { AnswerErrorCode, EndingErrorCode, RequestType } from '../../../generated/v1/protocol.js';
import type { MintedToken } from './credentials.js';
import type { Affected } from './phones.js';
import type { PhoneStatus } from './status.js';

/** A request that has a reply: a message of a phone, or a REST operation. */
export type ControlledRequest = RequestType | OperationId;

/**
 * Causes faults, and plays the far side of a call. Each method acts at once. `user` is an id, an extension or a number.
 * Without it the method applies to every user. A parameter that is `undefined` counts as left out.
 *
 * If a method cannot do what you ask, it throws a `ControlError` and changes nothing. docs/sandbox.md says what a phone
 * sees of each.
 */
export interface Control {
  /**
   * Ends connections. `how` is `cut` (without a close frame), `close` (with a close frame only) or the code of a fatal
   * error. `retryAfterSeconds` goes into that error.
   */
  drop(parameters: {
    readonly how: 'cut' | 'close' | EndingErrorCode;
    readonly retryAfterSeconds?: number | undefined;
    readonly user?: string | undefined;
  }): Affected;

  /** Stops all data in both directions but leaves the connection open, like a network that fails silently. */
  freeze(parameters?: { readonly user?: string | undefined }): Affected;

  /** Ends `freeze`. Data that waited on either side arrives. */
  thaw(parameters?: { readonly user?: string | undefined }): Affected;

  /** Refuses the next `times` WebSocket connections (default 1), whoever opens them. */
  refuse(parameters?: { readonly times?: number | undefined }): void;

  /**
   * Restarts the service, which is down for `downMs` milliseconds (default 1000). Calls continue afterwards, unless
   * `keepCalls` is false.
   */
  restart(parameters?: { readonly downMs?: number | undefined; readonly keepCalls?: boolean | undefined }): Affected;

  /**
   * Mints a session token for a user. It is valid for `ttlSeconds`: by default 86 400, a day, at most 604 800, a week.
   */
  createToken(parameters: { readonly user: string; readonly ttlSeconds?: number | undefined }): Promise<MintedToken>;

  /** Expires all present tokens of the user, and disconnects the user's phones with `auth_expired`. New tokens work. */
  expireTokens(parameters: { readonly user: string }): Affected;

  /** Revokes the user's sessions, like `POST /v1/users/{user}/revoke_sessions`. New tokens work. */
  revokeTokens(parameters: { readonly user: string }): void;

  /**
   * Moves the user's phones to another IP address, or back to their own without `address`. A phone gets
   * `network.changed` if the user set the emergency address on another network.
   */
  moveNetwork(parameters: { readonly user: string; readonly address?: string | undefined }): Affected;

  /**
   * Delays the replies to the next `times` such requests (default 1) by `ms` milliseconds. The requests take effect.
   */
  delayReply(parameters: {
    readonly to: ControlledRequest;
    readonly ms: number;
    readonly user?: string | undefined;
    readonly times?: number | undefined;
  }): void;

  /** Drops the replies to the next `times` such requests (default 1). The requests take effect. */
  loseReply(parameters: {
    readonly to: ControlledRequest;
    readonly user?: string | undefined;
    readonly times?: number | undefined;
  }): void;

  /**
   * Refuses the next `times` such requests (default 1), which then have no effect: a message with an error `code`
   * (default `internal_error`), a REST operation with a `status` that the contract lists for it (default 500).
   */
  failReply(parameters: {
    readonly to: ControlledRequest;
    readonly code?: AnswerErrorCode | undefined;
    readonly status?: number | undefined;
    readonly retryAfterSeconds?: number | undefined;
    readonly user?: string | undefined;
    readonly times?: number | undefined;
  }): void;

  /** Delays the next `times` messages of this type (default 1) by `ms` milliseconds. Later messages overtake them. */
  delayFrame(parameters: {
    readonly type: ServerMessageType;
    readonly ms: number;
    readonly user?: string | undefined;
    readonly times?: number | undefined;
  }): void;

  /** Drops the next `times` messages of this type (default 1). */
  loseFrame(parameters: {
    readonly type: ServerMessageType;
    readonly user?: string | undefined;
    readonly times?: number | undefined;
  }): void;

  /**
   * Calls a user. Whoever answers hears the service with this number (default 601, the tone). Returns the ids of the
   * calls that ring, one for each phone.
   */
  ring(parameters: {
    readonly user: string;
    readonly from?: string | undefined;
    readonly fromName?: string | undefined;
    readonly service?: string | undefined;
  }): { calls: string[] };

  /**
   * Answers a call that a phone made; the phone hears the service with this number (default 600, the echo). Phones that
   * were ringing for it stop.
   */
  answer(parameters: { readonly call: string; readonly service?: string | undefined }): void;

  /** Ends a call from the far side (default reason `hangup`). */
  hangup(parameters: { readonly call: string; readonly reason?: EndReason | undefined }): void;

  /** Puts a call on hold from the far side. */
  hold(parameters: { readonly call: string }): void;

  /** Resumes a call from the far side. */
  resume(parameters: { readonly call: string }): void;

  /**
   * Sends an `sdp.offer` during a call. With `restart` ICE restarts. With `move` the service's media moves to another
   * DTLS endpoint.
   */
  reoffer(parameters: { readonly call: string; readonly how: 'restart' | 'move' }): void;

  /** Lists the phones and their calls. A phone that dropped is listed until its grace time ends, if it had calls. */
  status(): { phones: PhoneStatus[] };

  /** Cancels every fault that has not happened yet, thaws frozen phones and undoes `moveNetwork`. */
  reset(): void;
}
