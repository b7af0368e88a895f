// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).
// From specs/v1/schemas.yaml (sha256 388456410d5bfc0d).

/** The direction of the call, as seen by the phone that receives the message. */
export type CallDirection = 'inbound' | 'outbound';

/** Which side holds the call: `local` is the phone that receives the message. */
export type HoldSide = 'local' | 'remote';

/** Why a call ended. */
export type EndReason = 'hangup' | 'no-answer' | 'busy' | 'failed' | 'transferred' | 'rejected';

/** Why the call is rejected. With `busy` the caller's call ends as `busy`, with `decline` as `rejected`. */
export type RejectReason = 'busy' | 'decline';

/** The state of a restored call. */
export type RestoredCallState = 'ringing' | 'active' | 'held';

/** Details of an error. */
export interface ErrorContext {
  /** The users that an error concerns. */
  users?: string[] | null;
}

/** One user's presence. */
export interface PresenceEntry {
  /**
   * The id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque and do not
   * check its format.
   */
  user_id: string;
  /** The name of a person, as others see it. */
  name: string;
  /**
   * The presence of a user, as others see it: `offline` if no phone of the user is connected, `on_call` during a
   * call, otherwise the status that the user has set.
   */
  status: PresenceStatus;
  /** A text that is shown with the status, at most 140 characters. */
  status_text?: string | null;
  /** True when the user's own status is `dnd`. */
  do_not_disturb?: boolean | null;
  /** A point in time, in the format of RFC 3339. */
  updated_at: string;
}

/** The first frame of every connection. */
export interface Authenticate {
  type: 'authenticate';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
  /**
   * A user session token, which is a signed JWT. A client may read the claims `sub` (user id) and `exp` (seconds
   * since the epoch) without verifying the signature. The token is a secret. Send it only in a `Bearer` header or
   * in a signalling frame, never in a URL.
   */
  token: string;
  /**
   * An id of this phone that the client chooses. If the id has a session already, the new connection takes it over
   * with its calls, and the older socket is closed. Without an id, the phone takes over a dropped session of the
   * user that has no id either, if there is one, but never a connected one.
   */
  session_id?: string;
  /**
   * The id of a validated emergency address: `emerg_` and 26 characters of Crockford base32. A phone that sends it
   * in `authenticate` confirms that its user is still at that address.
   */
  emergency_address_id?: string;
}

/**
 * Replaces the token of this connection. If the service refuses the new token, for example because it belongs to
 * another user, it answers with an `error` that is not fatal. The old token and its expiry then still apply.
 */
export interface AuthRefresh {
  type: 'auth.refresh';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
  /**
   * A user session token, which is a signed JWT. A client may read the claims `sub` (user id) and `exp` (seconds
   * since the epoch) without verifying the signature. The token is a secret. Send it only in a `Bearer` header or
   * in a signalling frame, never in a URL.
   */
  token: string;
}

/** Checks that the connection works. */
export interface Ping {
  type: 'ping';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
}

/**
 * Places a call. If the service refuses the request, it answers with an `error` that has the `req_id`, and there
 * is no call. A call that fails later ends with `call.ended`.
 */
export interface CallCreate {
  type: 'call.create';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
  /**
   * An E.164 number with `+`, or an extension or short code of digits, `*` and `#`. Visual separators (space, `.`,
   * `-`, `(`, `)`) are ignored. Without them it has at most 32 characters.
   */
  destination: string;
  /** A session description (RFC 8866), including the ICE candidates known so far. */
  sdp: string;
  /** The E.164 number that the called party sees. It must be one of the account's numbers. */
  caller_id?: string;
}

/** Accepts an incoming call. The phone's `sdp.answer` follows. */
export interface CallAnswer {
  type: 'call.answer';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** Rejects an incoming call. The default reason is `decline`. */
export interface CallReject {
  type: 'call.reject';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** Why the call is rejected. With `busy` the caller's call ends as `busy`, with `decline` as `rejected`. */
  reason?: RejectReason;
}

/** Ends a call in any live state. */
export interface CallHangup {
  type: 'call.hangup';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** Holds an active call. If it is held already, the service answers with the current state. */
export interface CallHold {
  type: 'call.hold';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** Ends the phone's own hold. */
export interface CallResume {
  type: 'call.resume';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** Informs the service that the microphone is off. */
export interface CallMute {
  type: 'call.mute';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** Informs the service that the microphone is on again. */
export interface CallUnmute {
  type: 'call.unmute';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/**
 * Transfers the other party to the destination. When the destination rings or answers, the transferor's call
 * ends as `transferred`. Until then the call continues, and the other party hears the destination's early media.
 * If either side ends the call, the transfer ends too. If the destination fails before it rings or answers, the
 * service sends the `error` `call_failed`, and the call continues.
 */
export interface CallTransfer {
  type: 'call.transfer';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /**
   * An E.164 number with `+`, or an extension or short code of digits, `*` and `#`. Visual separators (space, `.`,
   * `-`, `(`, `)`) are ignored. Without them it has at most 32 characters.
   */
  destination: string;
}

/** One of the two steps of an attended transfer. */
export type CallTransferAttended = CallTransferConsult | CallTransferComplete;

/**
 * Holds the call `call_id` and places a consultation call. The service answers with `call.trying` for the
 * consultation call, or with an `error`. After an error the first call is unchanged.
 */
export interface CallTransferConsult {
  type: 'call.transfer.attended';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  step: 'consult';
  /**
   * An E.164 number with `+`, or an extension or short code of digits, `*` and `#`. Visual separators (space, `.`,
   * `-`, `(`, `)`) are ignored. Without them it has at most 32 characters.
   */
  destination: string;
  /** A session description (RFC 8866), including the ICE candidates known so far. */
  sdp: string;
}

/**
 * Connects the other two parties. `call_id` is the first call. Both calls must be answered. Both of the
 * transferor's calls then end as `transferred`.
 */
export interface CallTransferComplete {
  type: 'call.transfer.attended';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  step: 'complete';
}

/**
 * An offer from either side. The other side answers with `sdp.answer`. Another DTLS fingerprint than before
 * means another peer connection: the phone was reloaded, or the service's media moved to another endpoint. If
 * both sides offer at once, the service's offer takes precedence and the phone's is not answered.
 */
export interface SdpOffer {
  type: 'sdp.offer';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** A session description (RFC 8866), including the ICE candidates known so far. */
  sdp: string;
}

/**
 * The answer to an offer. If the phone does not answer the service's offer within `sdpAnswerWithinMs`, the call
 * ends as `failed`.
 */
export interface SdpAnswer {
  type: 'sdp.answer';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** A session description (RFC 8866), including the ICE candidates known so far. */
  sdp: string;
}

/** Early media before the answer. */
export interface SdpPranswer {
  type: 'sdp.pranswer';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** A session description (RFC 8866), including the ICE candidates known so far. */
  sdp: string;
}

/** One trickled candidate. */
export interface IceCandidate {
  type: 'ice.candidate';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** The candidate attribute (RFC 8839). */
  candidate: string;
  /** The id of the media line, or null if it is unknown. */
  sdp_mid: string | null;
  /** The index of the media line, or null if it is unknown. */
  sdp_m_line_index: number | null;
}

/** This side sends no further candidates. */
export interface IceDone {
  type: 'ice.done';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/**
 * Watches the presence of these users. Without `users`, watches all users of the account, including those
 * created later.
 */
export interface PresenceSubscribe {
  type: 'presence.subscribe';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string;
  /** The users to watch, 1 to 100. */
  users?: string[];
}

/** The token was accepted. The connection is ready. */
export interface Authenticated {
  type: 'authenticated';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string | null;
  /**
   * The id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque and do not
   * check its format.
   */
  user_id: string;
  /**
   * The id of an account: `acct_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque and do not
   * check its format.
   */
  account_id: string;
  /** True if the phone is back in its session and the service kept its calls. */
  reconnected?: boolean | null;
}

/** The new token applies from now on. */
export interface AuthRefreshed {
  type: 'auth.refreshed';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string | null;
}

/** The answer to `ping`. */
export interface Pong {
  type: 'pong';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string | null;
}

/**
 * The phone is on another network than the one on which its emergency address was set, or it presented an
 * unknown address id.
 */
export interface NetworkChanged {
  type: 'network.changed';
}

/** What went wrong. */
export interface ErrorFrame {
  type: 'error';
  /** The error code. The codes of this version are listed under `x-error-codes`. Later versions may add codes. */
  code: string;
  /** Describes the error for a person. */
  message: string;
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string | null;
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id?: string | null;
  /** Whether this error ends the connection. The default is false. */
  fatal?: boolean | null;
  /** How many seconds to wait at least before you repeat the request or connect again. */
  retry_after_seconds?: number | null;
  /** Details of an error. */
  context?: ErrorContext | null;
}

/** The service accepted the request and gives the call its id. */
export interface CallTrying {
  type: 'call.trying';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string | null;
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** The other party is being alerted. */
export interface CallRinging {
  type: 'call.ringing';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** An incoming call for this phone. */
export interface CallIncoming {
  type: 'call.incoming';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** The party's E.164 number, or its extension if it has no number. */
  from: string;
  /** The name of a person, as others see it. */
  from_name: string | null;
  /** The party's E.164 number, or its extension if it has no number. */
  to: string;
}

/** The call was answered. */
export interface CallAnswered {
  type: 'call.answered';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** A point in time, in the format of RFC 3339. */
  answered_at?: string | null;
}

/** The call is on hold. */
export interface CallHeld {
  type: 'call.held';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** Which side holds the call: `local` is the phone that receives the message. */
  held_by: HoldSide;
}

/** Neither side holds the call any more. */
export interface CallResumed {
  type: 'call.resumed';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
}

/** The end of a call. */
export interface CallEnded {
  type: 'call.ended';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** Why a call ended. */
  reason: EndReason;
  /** Seconds since the answer, including time on hold. Null if the call was never answered. */
  duration_seconds: number | null;
  /** True if another phone of the same user answered the call. */
  answered_elsewhere?: boolean | null;
}

/** The state of a call that continued while the phone was disconnected. */
export interface CallRestored {
  type: 'call.restored';
  /**
   * The id of one phone's leg of a call. The caller, the callee and each ringing phone have different ids. It is
   * `call_` and 26 characters of Crockford base32. Treat it as opaque.
   */
  call_id: string;
  /** The state of a restored call. */
  state: RestoredCallState;
  /** The direction of the call, as seen by the phone that receives the message. */
  direction: CallDirection;
  /** The party's E.164 number, or its extension if it has no number. */
  from: string;
  /** The name of a person, as others see it. */
  from_name: string | null;
  /** The party's E.164 number, or its extension if it has no number. */
  to: string;
  /** A point in time, in the format of RFC 3339. */
  answered_at: string | null;
  /** Which side holds the call: `local` is the phone that receives the message. */
  held_by?: HoldSide | null;
  /** Whether the phone's last message about its microphone was `call.mute`. */
  muted?: boolean | null;
  /** Seconds since the answer. Absent or null if the call is not answered. */
  duration_seconds?: number | null;
}

/** The presence of every watched user. */
export interface PresenceList {
  type: 'presence.list';
  /** An id that the client chooses. The direct reply, or the `error` that answers the frame, repeats it. */
  req_id?: string | null;
  /** One entry for each user. */
  users: PresenceEntry[];
}

/** The new presence of a watched user. */
export interface PresenceUpdate {
  type: 'presence.update';
  /**
   * The id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque and do not
   * check its format.
   */
  user_id: string;
  /** The name of a person, as others see it. */
  name: string;
  /**
   * The presence of a user, as others see it: `offline` if no phone of the user is connected, `on_call` during a
   * call, otherwise the status that the user has set.
   */
  status: PresenceStatus;
  /** A text that is shown with the status, at most 140 characters. */
  status_text?: string | null;
  /** True when the user's own status is `dnd`. */
  do_not_disturb?: boolean | null;
  /** A point in time, in the format of RFC 3339. */
  updated_at: string;
}

/**
 * The presence of a user, as others see it: `offline` if no phone of the user is connected, `on_call` during a
 * call, otherwise the status that the user has set.
 */
export type PresenceStatus = 'available' | 'on_call' | 'dnd' | 'away' | 'offline';

/** The messages of a client by the frame's `type`. */
export interface ClientMessageMap {
  'authenticate': Authenticate;
  'auth.refresh': AuthRefresh;
  'ping': Ping;
  'call.create': CallCreate;
  'call.answer': CallAnswer;
  'call.reject': CallReject;
  'call.hangup': CallHangup;
  'call.hold': CallHold;
  'call.resume': CallResume;
  'call.mute': CallMute;
  'call.unmute': CallUnmute;
  'call.transfer': CallTransfer;
  'call.transfer.attended': CallTransferAttended;
  'sdp.offer': SdpOffer;
  'sdp.answer': SdpAnswer;
  'ice.candidate': IceCandidate;
  'ice.done': IceDone;
  'presence.subscribe': PresenceSubscribe;
}

export type ClientMessageType = 'authenticate' | 'auth.refresh' | 'ping' | 'call.create' | 'call.answer' | 'call.reject' | 'call.hangup' | 'call.hold' | 'call.resume' | 'call.mute' | 'call.unmute' | 'call.transfer' | 'call.transfer.attended' | 'sdp.offer' | 'sdp.answer' | 'ice.candidate' | 'ice.done' | 'presence.subscribe';

export type ClientMessage = ClientMessageMap[ClientMessageType];

/** The messages of a server by the frame's `type`. */
export interface ServerMessageMap {
  'sdp.offer': SdpOffer;
  'sdp.answer': SdpAnswer;
  'sdp.pranswer': SdpPranswer;
  'ice.candidate': IceCandidate;
  'ice.done': IceDone;
  'authenticated': Authenticated;
  'auth.refreshed': AuthRefreshed;
  'pong': Pong;
  'network.changed': NetworkChanged;
  'error': ErrorFrame;
  'call.trying': CallTrying;
  'call.ringing': CallRinging;
  'call.incoming': CallIncoming;
  'call.answered': CallAnswered;
  'call.held': CallHeld;
  'call.resumed': CallResumed;
  'call.ended': CallEnded;
  'call.restored': CallRestored;
  'presence.list': PresenceList;
  'presence.update': PresenceUpdate;
}

export type ServerMessageType = 'sdp.offer' | 'sdp.answer' | 'sdp.pranswer' | 'ice.candidate' | 'ice.done' | 'authenticated' | 'auth.refreshed' | 'pong' | 'network.changed' | 'error' | 'call.trying' | 'call.ringing' | 'call.incoming' | 'call.answered' | 'call.held' | 'call.resumed' | 'call.ended' | 'call.restored' | 'presence.list' | 'presence.update';

export type ServerMessage = ServerMessageMap[ServerMessageType];

/** The reply to each request that succeeds. The reply to a failed request is an `error`. */
export interface ReplyMap {
  'authenticate': Authenticated;
  'auth.refresh': AuthRefreshed;
  'ping': Pong;
  'call.create': CallTrying;
  'call.transfer.attended': CallTrying;
  'presence.subscribe': PresenceList;
}
