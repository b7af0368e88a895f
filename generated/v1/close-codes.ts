// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).

/** The client left. */
export const normal = 1000 as const;

/** The service is being restarted. */
export const going_away = 1001 as const;

/** A frame was larger than its limit. */
export const too_large = 1009 as const;

/** The client broke the protocol: no `authenticate` first or in time, or too many frames that are not messages. */
export const protocol_error = 4400 as const;

/** The token is not accepted or no longer valid. */
export const unauthorized = 4401 as const;

/** The user's sessions were revoked. */
export const session_revoked = 4403 as const;

/** No pong came in time. */
export const idle_timeout = 4408 as const;

/** Another connection took this session over. */
export const session_replaced = 4409 as const;

/** The user has too many phones connected. */
export const session_limit = 4429 as const;

/** The client did not read what was sent to it. */
export const slow_consumer = 4431 as const;
