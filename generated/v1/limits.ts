// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 0ef1bcbe2fc9a4a7).

/** The largest frame that a client may send. */
export const clientFrameMaxBytes = 65536 as const;

/** The largest frame that the service sends. */
export const serverFrameMaxBytes = 1048576 as const;

/** The largest body of a REST request. */
export const restRequestMaxBytes = 65536 as const;

/** The largest body of an answer to a REST request. */
export const restAnswerMaxBytes = 1048576 as const;

/** The first frame must come within this time of the upgrade. */
export const authenticateWithinMs = 10000 as const;

/** How often the service sends a native WebSocket ping. */
export const pingEveryMs = 30000 as const;

/** How long the service waits for the pong before it closes with `idle_timeout`. */
export const pongWithinMs = 10000 as const;

/** How long the calls of a dropped socket are kept. */
export const graceMs = 30000 as const;

/** How long the phones of a called user ring before `no-answer`. */
export const ringForMs = 30000 as const;

/**
 * How long the service waits for the `sdp.answer` of a phone that took a call, or that got an offer for a call
 * that is up, before it ends the call `failed`.
 */
export const sdpAnswerWithinMs = 10000 as const;

/** How many phones of one user may be connected at once. */
export const sessionsPerUser = 5 as const;

/** How many `call.create` a user may send in `callCreateWindowMs`. */
export const callCreatesPerWindow = 10 as const;

/** The window of `callCreatesPerWindow`. */
export const callCreateWindowMs = 10000 as const;

/**
 * How many frames of one phone the service reads in `frameWindowMs`; what the phone sends beyond waits in the
 * socket, and is read later.
 */
export const framesPerWindow = 500 as const;

/** The window of `framesPerWindow`. */
export const frameWindowMs = 5000 as const;

/**
 * How many calls a phone may have at once, those that ring included. One more of its own is refused with
 * `call_failed`; for one that comes in, the phone is busy.
 */
export const callsPerPhone = 50 as const;

/**
 * How many offers and answers a phone may send of one call in `descriptionWindowMs`, that of `call.create`
 * included. One more is refused with `rate_limited`.
 */
export const descriptionsPerWindow = 10 as const;

/** The window of `descriptionsPerWindow`. */
export const descriptionWindowMs = 10000 as const;

/** How many ICE candidates belong to a description, those inside it included; further ones are ignored. */
export const candidatesPerDescription = 100 as const;

/**
 * How many frames that are no JSON object with a string `type` are answered; the last of them closes the socket
 * (4400).
 */
export const malformedFramesMax = 10 as const;

/** The longest destination once its visual separators are stripped. */
export const destinationMaxChars = 32 as const;

/** The longest `session_id` in `authenticate`. */
export const sessionIdMaxChars = 128 as const;

/** The longest list of users in `presence.subscribe`. */
export const presenceUsersMax = 100 as const;

/** How long before `exp` a phone asks for a fresh token. */
export const tokenExpiringLeadMs = 300000 as const;

/** The waits between reconnects; the last one repeats. Each is jittered down to at least half of itself. */
export const reconnectStepsMs = [1000, 2000, 4000, 8000, 16000, 30000] as const;

/** The waits between reconnects begin anew after a connection that lasted so long, and go on after a shorter one. */
export const steadyAfterMs = 30000 as const;

/** The longest of these waits while a call lives. */
export const reconnectStepInCallMs = 4000 as const;

/** A value for each limit. */
export interface Limits {
  /** The largest frame that a client may send. */
  readonly clientFrameMaxBytes: number;
  /** The largest frame that the service sends. */
  readonly serverFrameMaxBytes: number;
  /** The largest body of a REST request. */
  readonly restRequestMaxBytes: number;
  /** The largest body of an answer to a REST request. */
  readonly restAnswerMaxBytes: number;
  /** The first frame must come within this time of the upgrade. */
  readonly authenticateWithinMs: number;
  /** How often the service sends a native WebSocket ping. */
  readonly pingEveryMs: number;
  /** How long the service waits for the pong before it closes with `idle_timeout`. */
  readonly pongWithinMs: number;
  /** How long the calls of a dropped socket are kept. */
  readonly graceMs: number;
  /** How long the phones of a called user ring before `no-answer`. */
  readonly ringForMs: number;
  /**
   * How long the service waits for the `sdp.answer` of a phone that took a call, or that got an offer for a call
   * that is up, before it ends the call `failed`.
   */
  readonly sdpAnswerWithinMs: number;
  /** How many phones of one user may be connected at once. */
  readonly sessionsPerUser: number;
  /** How many `call.create` a user may send in `callCreateWindowMs`. */
  readonly callCreatesPerWindow: number;
  /** The window of `callCreatesPerWindow`. */
  readonly callCreateWindowMs: number;
  /**
   * How many frames of one phone the service reads in `frameWindowMs`; what the phone sends beyond waits in the
   * socket, and is read later.
   */
  readonly framesPerWindow: number;
  /** The window of `framesPerWindow`. */
  readonly frameWindowMs: number;
  /**
   * How many calls a phone may have at once, those that ring included. One more of its own is refused with
   * `call_failed`; for one that comes in, the phone is busy.
   */
  readonly callsPerPhone: number;
  /**
   * How many offers and answers a phone may send of one call in `descriptionWindowMs`, that of `call.create`
   * included. One more is refused with `rate_limited`.
   */
  readonly descriptionsPerWindow: number;
  /** The window of `descriptionsPerWindow`. */
  readonly descriptionWindowMs: number;
  /** How many ICE candidates belong to a description, those inside it included; further ones are ignored. */
  readonly candidatesPerDescription: number;
  /**
   * How many frames that are no JSON object with a string `type` are answered; the last of them closes the socket
   * (4400).
   */
  readonly malformedFramesMax: number;
  /** The longest destination once its visual separators are stripped. */
  readonly destinationMaxChars: number;
  /** The longest `session_id` in `authenticate`. */
  readonly sessionIdMaxChars: number;
  /** The longest list of users in `presence.subscribe`. */
  readonly presenceUsersMax: number;
  /** How long before `exp` a phone asks for a fresh token. */
  readonly tokenExpiringLeadMs: number;
  /** The waits between reconnects; the last one repeats. Each is jittered down to at least half of itself. */
  readonly reconnectStepsMs: readonly number[];
  /** The waits between reconnects begin anew after a connection that lasted so long, and go on after a shorter one. */
  readonly steadyAfterMs: number;
  /** The longest of these waits while a call lives. */
  readonly reconnectStepInCallMs: number;
}
