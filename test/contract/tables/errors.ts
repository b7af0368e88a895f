import type { ReconnectRule, SdkErrorCode, ServerErrorCode } from '../../../generated/v1/protocol.js';

// The error codes and close codes of version v1 as the contract lists them, written by hand.

interface ErrorRow {
  /** It answers a frame. */
  answers: boolean;
  /** It ends the connection: with which close code, and whether to come back. */
  ends?: { closeCode: number; reconnect: ReconnectRule };
}

const ending = (closeCode: number, reconnect: ReconnectRule) => ({ answers: false, ends: { closeCode, reconnect } });
const both = (closeCode: number, reconnect: ReconnectRule) => ({ answers: true, ends: { closeCode, reconnect } });
const answer = { answers: true };

export const serverErrors: Record<ServerErrorCode, ErrorRow> = {
  auth_failed: both(4401, 'never'),
  auth_expired: both(4401, 'new-token'),
  session_revoked: ending(4403, 'never'),
  session_replaced: ending(4409, 'by-hand'),
  session_limit: ending(4429, 'backoff'),
  idle_timeout: ending(4408, 'backoff'),
  slow_consumer: ending(4431, 'backoff'),
  going_away: ending(1001, 'backoff'),
  // The answer to a frame, and the end of a connection that breaks the protocol: a mistake that coming back repeats.
  invalid_message: both(4400, 'never'),
  call_failed: answer,
  call_not_found: answer,
  emergency_address_required: answer,
  rate_limited: answer,
  presence_unavailable: answer,
  reachability_unavailable: answer,
  internal_error: answer,
};

/** Raised by the SDK alone; no frame carries them. */
export const sdkErrors: Record<SdkErrorCode, true> = {
  transport_closed: true,
  ice_fetch_failed: true,
  webrtc_unsupported: true,
  mic_permission_denied: true,
  audio_device_unavailable: true,
  audio_device_in_use: true,
};

/** The errors that may precede each close code. */
export const closeCodes: Record<number, string[]> = {
  1000: [],
  1001: ['going_away'],
  1009: [],
  4400: ['invalid_message'],
  4401: ['auth_expired', 'auth_failed'],
  4403: ['session_revoked'],
  4408: ['idle_timeout'],
  4409: ['session_replaced'],
  4429: ['session_limit'],
  4431: ['slow_consumer'],
};
