// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).

import type { ClientMessageType, ServerMessageType } from './messages.js';

/** The WebSocket subprotocol that both sides agree on. */
export const SUBPROTOCOL = 'dialstack.webrtc.v1' as const;

/** The version of the signalling document. */
export const PROTOCOL_VERSION = '1.0.0' as const;

/** The message types of a client. */
export const clientMessageTypes = [
  'authenticate',
  'auth.refresh',
  'ping',
  'call.create',
  'call.answer',
  'call.reject',
  'call.hangup',
  'call.hold',
  'call.resume',
  'call.mute',
  'call.unmute',
  'call.transfer',
  'call.transfer.attended',
  'sdp.offer',
  'sdp.answer',
  'ice.candidate',
  'ice.done',
  'presence.subscribe',
] as const satisfies readonly ClientMessageType[];

/** The message types of a server. */
export const serverMessageTypes = [
  'sdp.offer',
  'sdp.answer',
  'sdp.pranswer',
  'ice.candidate',
  'ice.done',
  'authenticated',
  'auth.refreshed',
  'pong',
  'network.changed',
  'error',
  'call.trying',
  'call.ringing',
  'call.incoming',
  'call.answered',
  'call.held',
  'call.resumed',
  'call.ended',
  'call.restored',
  'presence.list',
  'presence.update',
] as const satisfies readonly ServerMessageType[];

/** The messages of a client that have a direct reply. */
export type RequestType = 'authenticate' | 'auth.refresh' | 'ping' | 'call.create' | 'call.transfer' | 'call.transfer.attended' | 'presence.subscribe';

/** The direct replies of each request; they echo its `req_id`. */
export const replyTypes = {
  'authenticate': ['authenticated', 'error'],
  'auth.refresh': ['auth.refreshed', 'error'],
  'ping': ['pong', 'error'],
  'call.create': ['call.trying', 'error'],
  'call.transfer': ['error'],
  'call.transfer.attended': ['call.trying', 'error'],
  'presence.subscribe': ['presence.list', 'error'],
} as const satisfies Readonly<Record<RequestType, readonly ServerMessageType[]>>;

/** The limits that both sides observe. */
export * as limits from './limits.js';

/** The WebSocket close codes. */
export * as closeCodes from './close-codes.js';

/** The values of an error frame's `code`. */
export type ServerErrorCode = 'auth_failed' | 'auth_expired' | 'session_revoked' | 'session_replaced' | 'session_limit' | 'idle_timeout' | 'slow_consumer' | 'going_away' | 'invalid_message' | 'call_failed' | 'call_not_found' | 'emergency_address_required' | 'rate_limited' | 'presence_unavailable' | 'reachability_unavailable' | 'internal_error';

/** The codes that only the SDK raises. */
export type SdkErrorCode = 'transport_closed' | 'ice_fetch_failed' | 'webrtc_unsupported' | 'mic_permission_denied' | 'audio_device_unavailable' | 'audio_device_in_use';

export type ErrorCode = ServerErrorCode | SdkErrorCode;

/** The codes that answer a frame. Some of them can also end a connection. */
export type AnswerErrorCode = 'auth_failed' | 'auth_expired' | 'invalid_message' | 'call_failed' | 'call_not_found' | 'emergency_address_required' | 'rate_limited' | 'presence_unavailable' | 'reachability_unavailable' | 'internal_error';

/** The values of an error frame's `code` when it answers a frame. */
export const answerErrorCodes = [
  'auth_failed',
  'auth_expired',
  'invalid_message',
  'call_failed',
  'call_not_found',
  'emergency_address_required',
  'rate_limited',
  'presence_unavailable',
  'reachability_unavailable',
  'internal_error',
] as const satisfies readonly AnswerErrorCode[];

/** Every error code of this version. */
export const knownErrorCodes = [
  'auth_failed',
  'auth_expired',
  'session_revoked',
  'session_replaced',
  'session_limit',
  'idle_timeout',
  'slow_consumer',
  'going_away',
  'invalid_message',
  'call_failed',
  'call_not_found',
  'emergency_address_required',
  'rate_limited',
  'presence_unavailable',
  'reachability_unavailable',
  'internal_error',
  'transport_closed',
  'ice_fetch_failed',
  'webrtc_unsupported',
  'mic_permission_denied',
  'audio_device_unavailable',
  'audio_device_in_use',
] as const satisfies readonly ErrorCode[];

/** The codes that end a connection. Some of them can also answer a frame. */
export type EndingErrorCode = 'auth_failed' | 'auth_expired' | 'session_revoked' | 'session_replaced' | 'session_limit' | 'idle_timeout' | 'slow_consumer' | 'going_away' | 'invalid_message';

/** When to connect again: never, with a new token, when the application asks, or automatically after a wait. */
export type ReconnectRule = 'never' | 'new-token' | 'by-hand' | 'backoff';

/** When to connect again after each error that ends a connection. */
export const reconnectRules = {
  auth_failed: 'never',
  auth_expired: 'new-token',
  session_revoked: 'never',
  session_replaced: 'by-hand',
  session_limit: 'backoff',
  idle_timeout: 'backoff',
  slow_consumer: 'backoff',
  going_away: 'backoff',
  invalid_message: 'never',
} as const satisfies Record<EndingErrorCode, ReconnectRule>;

/** The WebSocket close code that follows each fatal error frame. */
export const closeCodeOf = {
  going_away: 1001,
  invalid_message: 4400,
  auth_failed: 4401,
  auth_expired: 4401,
  session_revoked: 4403,
  idle_timeout: 4408,
  session_replaced: 4409,
  session_limit: 4429,
  slow_consumer: 4431,
} as const satisfies Partial<Record<EndingErrorCode, number>>;

/** What a phone needs to know about an error code. A list, because names of fields would enlarge every page. */
export type ErrorFacts = readonly [
  /** When to connect again. Empty: automatically, after a wait. */
  reconnect: Exclude<ReconnectRule, 'backoff'> | '',
  /** The close code that follows a fatal error. 0: none. */
  closeCode: number,
  /** Whether the same request may succeed if it is repeated unchanged. */
  retry?: true,
];

/** What a phone does about each error code. */
export const errorFacts: Readonly<Record<ErrorCode, ErrorFacts>> = {
  auth_failed: ['never', 4401],
  auth_expired: ['new-token', 4401],
  session_revoked: ['never', 4403],
  session_replaced: ['by-hand', 4409],
  session_limit: ['', 4429, true],
  idle_timeout: ['', 4408, true],
  slow_consumer: ['', 4431, true],
  going_away: ['', 1001, true],
  invalid_message: ['never', 4400],
  call_failed: ['', 0],
  call_not_found: ['', 0],
  emergency_address_required: ['', 0],
  rate_limited: ['', 0, true],
  presence_unavailable: ['', 0],
  reachability_unavailable: ['', 0, true],
  internal_error: ['', 0, true],
  transport_closed: ['', 0, true],
  ice_fetch_failed: ['', 0, true],
  webrtc_unsupported: ['', 0],
  mic_permission_denied: ['', 0],
  audio_device_unavailable: ['', 0],
  audio_device_in_use: ['', 0, true],
};
