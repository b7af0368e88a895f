// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).

/** The largest frame that a client may send. */
export const clientFrameMaxBytes = 65536 as const;

/** The largest frame that the service sends. */
export const serverFrameMaxBytes = 1048576 as const;

/** The largest body of a REST request. */
export const restRequestMaxBytes = 65536 as const;

/** The largest body of a REST response. */
export const restAnswerMaxBytes = 1048576 as const;

/** The first frame must arrive within this time after the upgrade. */
export const authenticateWithinMs = 10000 as const;

/** How often the service sends a native WebSocket ping. */
export const pingEveryMs = 30000 as const;

/** How long the service waits for the pong before it closes with `idle_timeout`. */
export const pongWithinMs = 10000 as const;

/** How long the service keeps the calls of a phone whose socket dropped. */
export const graceMs = 30000 as const;

/** How long the phones of a called user ring before `no-answer`. */
export const ringForMs = 30000 as const;

/**
 * How long the service waits for the `sdp.answer` of a phone that accepted a call, or that got an offer during a
 * call. After that it ends the call as `failed`.
 */
export const sdpAnswerWithinMs = 10000 as const;

/** How many phones of a user may be connected at the same time. */
export const sessionsPerUser = 5 as const;

/** How many `call.create` messages a user may send in `callCreateWindowMs`. */
export const callCreatesPerWindow = 10 as const;

/** The window of `callCreatesPerWindow`. */
export const callCreateWindowMs = 10000 as const;

/**
 * How many frames of a phone the service reads in `frameWindowMs`. Further frames wait in the socket and are
 * read later.
 */
export const framesPerWindow = 500 as const;

/** The window of `framesPerWindow`. */
export const frameWindowMs = 5000 as const;

/**
 * How many calls a phone may have at the same time, including those that ring. A further outbound call is
 * refused with `call_failed`. For a further inbound call, the phone is busy.
 */
export const callsPerPhone = 50 as const;

/**
 * How many offers and answers a phone may send for a call in `descriptionWindowMs`, including the offer in
 * `call.create`. A further one is refused with `rate_limited`.
 */
export const descriptionsPerWindow = 10 as const;

/** The window of `descriptionsPerWindow`. */
export const descriptionWindowMs = 10000 as const;

/** How many ICE candidates a description may have, including those inside it. Further ones are ignored. */
export const candidatesPerDescription = 100 as const;

/**
 * After how many frames that are not a JSON object with a string `type` the service closes the socket with 4400.
 * It answers each earlier one with an `error`.
 */
export const malformedFramesMax = 10 as const;

/** The longest destination without its visual separators. */
export const destinationMaxChars = 32 as const;

/** The longest `session_id` in `authenticate`. */
export const sessionIdMaxChars = 128 as const;

/** How many users a `presence.subscribe` may name. */
export const presenceUsersMax = 100 as const;

/** How long before the token's `exp` a phone requests a new token. */
export const tokenExpiringLeadMs = 300000 as const;

/**
 * How long a phone waits before each attempt to reconnect. The last wait repeats. Random jitter shortens each by
 * up to half.
 */
export const reconnectStepsMs = [1000, 2000, 4000, 8000, 16000, 30000] as const;

/**
 * After a connection that lasted at least this long, the waits between reconnects start again from the first.
 * After a shorter one they continue.
 */
export const steadyAfterMs = 30000 as const;

/** The longest wait between reconnects while the phone has a call. */
export const reconnectStepInCallMs = 4000 as const;

/** A value for each limit. */
export interface Limits {
  /** The largest frame that a client may send. */
  readonly clientFrameMaxBytes: number;
  /** The largest frame that the service sends. */
  readonly serverFrameMaxBytes: number;
  /** The largest body of a REST request. */
  readonly restRequestMaxBytes: number;
  /** The largest body of a REST response. */
  readonly restAnswerMaxBytes: number;
  /** The first frame must arrive within this time after the upgrade. */
  readonly authenticateWithinMs: number;
  /** How often the service sends a native WebSocket ping. */
  readonly pingEveryMs: number;
  /** How long the service waits for the pong before it closes with `idle_timeout`. */
  readonly pongWithinMs: number;
  /** How long the service keeps the calls of a phone whose socket dropped. */
  readonly graceMs: number;
  /** How long the phones of a called user ring before `no-answer`. */
  readonly ringForMs: number;
  /**
   * How long the service waits for the `sdp.answer` of a phone that accepted a call, or that got an offer during a
   * call. After that it ends the call as `failed`.
   */
  readonly sdpAnswerWithinMs: number;
  /** How many phones of a user may be connected at the same time. */
  readonly sessionsPerUser: number;
  /** How many `call.create` messages a user may send in `callCreateWindowMs`. */
  readonly callCreatesPerWindow: number;
  /** The window of `callCreatesPerWindow`. */
  readonly callCreateWindowMs: number;
  /**
   * How many frames of a phone the service reads in `frameWindowMs`. Further frames wait in the socket and are
   * read later.
   */
  readonly framesPerWindow: number;
  /** The window of `framesPerWindow`. */
  readonly frameWindowMs: number;
  /**
   * How many calls a phone may have at the same time, including those that ring. A further outbound call is
   * refused with `call_failed`. For a further inbound call, the phone is busy.
   */
  readonly callsPerPhone: number;
  /**
   * How many offers and answers a phone may send for a call in `descriptionWindowMs`, including the offer in
   * `call.create`. A further one is refused with `rate_limited`.
   */
  readonly descriptionsPerWindow: number;
  /** The window of `descriptionsPerWindow`. */
  readonly descriptionWindowMs: number;
  /** How many ICE candidates a description may have, including those inside it. Further ones are ignored. */
  readonly candidatesPerDescription: number;
  /**
   * After how many frames that are not a JSON object with a string `type` the service closes the socket with 4400.
   * It answers each earlier one with an `error`.
   */
  readonly malformedFramesMax: number;
  /** The longest destination without its visual separators. */
  readonly destinationMaxChars: number;
  /** The longest `session_id` in `authenticate`. */
  readonly sessionIdMaxChars: number;
  /** How many users a `presence.subscribe` may name. */
  readonly presenceUsersMax: number;
  /** How long before the token's `exp` a phone requests a new token. */
  readonly tokenExpiringLeadMs: number;
  /**
   * How long a phone waits before each attempt to reconnect. The last wait repeats. Random jitter shortens each by
   * up to half.
   */
  readonly reconnectStepsMs: readonly number[];
  /**
   * After a connection that lasted at least this long, the waits between reconnects start again from the first.
   * After a shorter one they continue.
   */
  readonly steadyAfterMs: number;
  /** The longest wait between reconnects while the phone has a call. */
  readonly reconnectStepInCallMs: number;
}
