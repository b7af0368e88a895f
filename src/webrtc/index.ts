/**
 * `@dialstack/sdk/webrtc`: softphones in the browser. Importing it touches nothing of the platform.
 * @module
 */
export type { Logger } from '../core/logger.js';
export { PhoneError, type PhoneErrorCode, type PhoneErrorContext } from '../core/phone-error.js';
export type { Timers } from '../core/timing.js';
export type { WebSocketConstructor, WebSocketLike } from '../wire/socket.js';
export type {
  DirectoryPage,
  DirectoryUser,
  EmergencyAddress,
  EmergencyAddressRequest,
  OwnPresence,
  OwnPresenceStatus,
  PresenceEntry,
  PresenceUpdate,
} from './account/types.js';
export type { Call, CallDirection, CallEvents, CallState, EndReason } from './calls/call.js';
export type { Reconnecting } from './connection/connection.js';
export type { MicrophoneState } from './media/local-audio.js';
export type { SilentSide } from './media/silence-watch.js';
export { DialStackPhone } from './phone.js';
export type { CallOptions, ConnectOptions, PhoneEvents, PhoneOptions } from './phone-options.js';
export type { Platform } from './platform.js';
