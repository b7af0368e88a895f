// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 0ef1bcbe2fc9a4a7).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

/** Seen from the phone that is told. */
export type CallDirection = 'inbound' | 'outbound';

/** Which side holds, seen from the phone that is told. */
export type HoldSide = 'local' | 'remote';

/** Why a call ended. */
export type EndReason = 'hangup' | 'no-answer' | 'busy' | 'failed' | 'transferred' | 'rejected';

/** `busy` lets the caller end with `busy`, `decline` with `rejected`. */
export type RejectReason = 'busy' | 'decline';

/** The state of a restored call. */
export type RestoredCallState = 'ringing' | 'active' | 'held';

/** What an error is about. */
export interface ErrorContext {
  /** The users that an error concerns. */
  users?: string[] | null;
}

/** One user's presence. */
export interface PresenceEntry {
  /**
   * Id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque: a receiver does
   * not insist on the pattern.
   */
  user_id: string;
  /** A person's name as others see it. */
  name: string;
  /**
   * What others see of a user: `offline` when no phone of the user is connected, else `on_call` while in a call,
   * else the status that the user has set.
   */
  status: PresenceStatus;
  /** A free line beside the status, at most 140 characters. */
  status_text?: string | null;
  /** True when the user's own status is `dnd`. */
  do_not_disturb?: boolean | null;
  /** A moment, as RFC 3339. */
  updated_at: string;
}

/** The first frame of every connection. */
export interface Authenticate {
  type: 'authenticate';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
  /**
   * A user session token: a signed JWT. A client may read the claims `sub` (user id) and `exp` (seconds since the
   * epoch) without verifying them. It is a secret: it travels in a `Bearer` header or in the first signalling
   * frame, never in a URL.
   */
  token: string;
  /**
   * Made by the client; names this phone. The same id takes the session over from its older socket and gets its
   * calls back. Without it the service adopts a dropped session of the user that had none either, if there is one,
   * and never evicts a live one.
   */
  session_id?: string;
  /**
   * Id of a validated emergency address: `emerg_` and 26 characters of Crockford base32. A phone that presents it
   * when it authenticates says "I am still there".
   */
  emergency_address_id?: string;
}

/**
 * Swaps the token in place. Refused by an `error` that is not fatal: then the old token and its expiry stay in
 * force. A token of another user is refused.
 */
export interface AuthRefresh {
  type: 'auth.refresh';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
  /**
   * A user session token: a signed JWT. A client may read the claims `sub` (user id) and `exp` (seconds since the
   * epoch) without verifying them. It is a secret: it travels in a `Bearer` header or in the first signalling
   * frame, never in a URL.
   */
  token: string;
}

/** Proves the socket alive. */
export interface Ping {
  type: 'ping';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
}

/** Dials. What the service knows before it dials is an `error` that echoes req_id; all else ends the call later. */
export interface CallCreate {
  type: 'call.create';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
  /**
   * E.164 with `+`, or an extension or short code of digits, `*` and `#`: at most 32 characters once the visual
   * separators of RFC 3966 (space, `.`, `-`, `(`, `)`) are stripped.
   */
  destination: string;
  /** A session description (RFC 8866), with the candidates known so far inside. */
  sdp: string;
  /** The number that the called party sees (E.164); one of the account's. */
  caller_id?: string;
}

/** Accepts an incoming call; `sdp.answer` follows it. */
export interface CallAnswer {
  type: 'call.answer';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** Refuses an incoming call. Without a reason it is a decline. */
export interface CallReject {
  type: 'call.reject';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** `busy` lets the caller end with `busy`, `decline` with `rejected`. */
  reason?: RejectReason;
}

/** Ends a call in any live state. */
export interface CallHangup {
  type: 'call.hangup';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** Holds an active call; on a held one it is answered with the current state. */
export interface CallHold {
  type: 'call.hold';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** Takes the phone's own hold back. */
export interface CallResume {
  type: 'call.resume';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** Tells the service that the microphone is off. */
export interface CallMute {
  type: 'call.mute';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** Tells the service that the microphone is on again. */
export interface CallUnmute {
  type: 'call.unmute';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/**
 * Hands the other party to the destination. The transferor's call ends `transferred` once the target rings or
 * answers. Until then it goes on, and either side may end it, which ends the transfer too; the other party hears
 * the target's early media meanwhile. A target that fails before it rings or answers is an `error`
 * `call_failed`, and the call stays as it was.
 */
export interface CallTransfer {
  type: 'call.transfer';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /**
   * E.164 with `+`, or an extension or short code of digits, `*` and `#`: at most 32 characters once the visual
   * separators of RFC 3966 (space, `.`, `-`, `(`, `)`) are stripped.
   */
  destination: string;
}

/** One of the two steps of an attended transfer. */
export type CallTransferAttended = CallTransferConsult | CallTransferComplete;

/**
 * Holds call_id and creates the consultation call, answered by `call.trying`, or by an `error` that leaves the
 * first call as it was.
 */
export interface CallTransferConsult {
  type: 'call.transfer.attended';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  step: 'consult';
  /**
   * E.164 with `+`, or an extension or short code of digits, `*` and `#`: at most 32 characters once the visual
   * separators of RFC 3966 (space, `.`, `-`, `(`, `)`) are stripped.
   */
  destination: string;
  /** A session description (RFC 8866), with the candidates known so far inside. */
  sdp: string;
}

/**
 * With the first call's id: bridges the other two parties. Both legs must be answered; then both of the
 * transferor's calls end `transferred`.
 */
export interface CallTransferComplete {
  type: 'call.transfer.attended';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  step: 'complete';
}

/**
 * An offer of one side, answered by `sdp.answer` of the other. A changed DTLS fingerprint means another peer
 * connection: of a phone that was reloaded, or of a service whose media moved to another endpoint. When both
 * sides offer at once, the service's offer wins and the phone's is not answered.
 */
export interface SdpOffer {
  type: 'sdp.offer';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** A session description (RFC 8866), with the candidates known so far inside. */
  sdp: string;
}

/** The answer to an offer. When the service's offer is not answered in time, the call ends `failed`. */
export interface SdpAnswer {
  type: 'sdp.answer';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** A session description (RFC 8866), with the candidates known so far inside. */
  sdp: string;
}

/** Early media before the answer. */
export interface SdpPranswer {
  type: 'sdp.pranswer';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** A session description (RFC 8866), with the candidates known so far inside. */
  sdp: string;
}

/** One trickled candidate. */
export interface IceCandidate {
  type: 'ice.candidate';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** The candidate attribute of RFC 8839. */
  candidate: string;
  /** The media line's id, when it is known. */
  sdp_mid: string | null;
  /** The media line's index, when it is known. */
  sdp_m_line_index: number | null;
}

/** The end of this side's candidates. */
export interface IceDone {
  type: 'ice.done';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** Watches the named users, or, without `users`, every user of the account, later ones included. */
export interface PresenceSubscribe {
  type: 'presence.subscribe';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string;
  /** The users to watch, 1 to 100. */
  users?: string[];
}

/** The token was accepted; the connection may be used. */
export interface Authenticated {
  type: 'authenticated';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string | null;
  /**
   * Id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque: a receiver does
   * not insist on the pattern.
   */
  user_id: string;
  /**
   * Id of an account: `acct_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque: a receiver
   * does not insist on the pattern.
   */
  account_id: string;
  /** True when the session's calls were kept. */
  reconnected?: boolean | null;
}

/** The new token is in force. */
export interface AuthRefreshed {
  type: 'auth.refreshed';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string | null;
}

/** The answer to `ping`. */
export interface Pong {
  type: 'pong';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string | null;
}

/** The phone's network is not the one its emergency address is bound to. */
export interface NetworkChanged {
  type: 'network.changed';
}

/** What went wrong. */
export interface ErrorFrame {
  type: 'error';
  /** What happened. Open, later versions may add codes; today's are listed under x-error-codes. */
  code: string;
  /** The same for a person to read. */
  message: string;
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string | null;
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id?: string | null;
  /** Whether the connection ends with it; false when absent. */
  fatal?: boolean | null;
  /** The least time to wait before the next connection. */
  retry_after_seconds?: number | null;
  /** What an error is about. */
  context?: ErrorContext | null;
}

/** The service took the call on, and names it. */
export interface CallTrying {
  type: 'call.trying';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string | null;
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** The other party is being alerted. */
export interface CallRinging {
  type: 'call.ringing';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** Somebody calls this phone. */
export interface CallIncoming {
  type: 'call.incoming';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** E.164 where the party has a number, else its extension. */
  from: string;
  /** A person's name as others see it. */
  from_name: string | null;
  /** E.164 where the party has a number, else its extension. */
  to: string;
}

/** The call is up. */
export interface CallAnswered {
  type: 'call.answered';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** A moment, as RFC 3339. */
  answered_at?: string | null;
}

/** The call is on hold. */
export interface CallHeld {
  type: 'call.held';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** Which side holds, seen from the phone that is told. */
  held_by: HoldSide;
}

/** No side holds the call. */
export interface CallResumed {
  type: 'call.resumed';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
}

/** The end of a call. */
export interface CallEnded {
  type: 'call.ended';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** Why a call ended. */
  reason: EndReason;
  /** Seconds since the answer, hold included; null when it was never answered. */
  duration_seconds: number | null;
  /** True when another phone of the same user took the call. */
  answered_elsewhere?: boolean | null;
}

/** A call that was kept over a drop. */
export interface CallRestored {
  type: 'call.restored';
  /**
   * Names one phone's leg: caller, callee and each ringing phone have ids of their own. `call_` and 26 characters
   * of Crockford base32; treat it as opaque.
   */
  call_id: string;
  /** The state of a restored call. */
  state: RestoredCallState;
  /** Seen from the phone that is told. */
  direction: CallDirection;
  /** E.164 where the party has a number, else its extension. */
  from: string;
  /** A person's name as others see it. */
  from_name: string | null;
  /** E.164 where the party has a number, else its extension. */
  to: string;
  /** A moment, as RFC 3339. */
  answered_at: string | null;
  /** Which side holds, seen from the phone that is told. */
  held_by?: HoldSide | null;
  /** Whether the phone said that its microphone is off. */
  muted?: boolean | null;
  /** Seconds since the answer; absent or null when it was not answered. */
  duration_seconds?: number | null;
}

/** The presence of every watched user. */
export interface PresenceList {
  type: 'presence.list';
  /** Chosen by the client; echoed on the direct reply, and on an error that answers the frame. */
  req_id?: string | null;
  /** One entry a user. */
  users: PresenceEntry[];
}

/** A presence entry that changed. */
export interface PresenceUpdate {
  type: 'presence.update';
  /**
   * Id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque: a receiver does
   * not insist on the pattern.
   */
  user_id: string;
  /** A person's name as others see it. */
  name: string;
  /**
   * What others see of a user: `offline` when no phone of the user is connected, else `on_call` while in a call,
   * else the status that the user has set.
   */
  status: PresenceStatus;
  /** A free line beside the status, at most 140 characters. */
  status_text?: string | null;
  /** True when the user's own status is `dnd`. */
  do_not_disturb?: boolean | null;
  /** A moment, as RFC 3339. */
  updated_at: string;
}

/**
 * What others see of a user: `offline` when no phone of the user is connected, else `on_call` while in a call,
 * else the status that the user has set.
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
