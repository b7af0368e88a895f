/**
 * `@dialstack/sdk/webrtc`: softphones in the browser. Importing it touches nothing of the platform. A page without a build
 * step imports it from a CDN: `https://cdn.jsdelivr.net/npm/@dialstack/sdk/dist/webrtc.min.js`.
 * @packageDocumentation
 */
export type { HoldSide, PresenceStatus, RejectReason } from '../../generated/v1/messages.js';
export type { SdkErrorCode, ServerErrorCode } from '../../generated/v1/protocol.js';
export type { Emitter, Listener, ListenerOptions } from '../core/emitter.js';
export type { Logger } from '../core/logger.js';
export {
  type AddressSuggestion,
  PhoneError,
  type PhoneErrorCode,
  type PhoneErrorContext,
  type PhoneErrorDetails,
} from '../core/phone-error.js';
export type { Timers } from '../core/timing.js';
export type { WebSocketConstructor, WebSocketLike } from '../wire/socket.js';
export type {
  DirectoryPage,
  DirectoryQuery,
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
export type { AudioEvents } from './media/audio-ports.js';
export type { MicrophoneState } from './media/local-audio.js';
export type { SilentSide } from './media/silence-watch.js';
export { DialStackPhone } from './phone.js';
export type { CallOptions, ConnectOptions, PhoneEvents, PhoneOptions } from './phone-options.js';
export type { GivenPlatform, Platform } from './platform.js';
