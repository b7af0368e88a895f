// What the methods take and return, as the REST document has it; test/types compares the two.

/** The user to create. Every property may be left out. */
export interface CreateUserParams {
  /** The name that others see. */
  name?: string | undefined;
  email?: string | undefined;
  /** 2 to 8 digits that are free in the account. The service picks an extension if there is none. */
  extension?: string | undefined;
}

/** A user of an account. */
export interface User {
  /** `user_` and 26 characters. */
  id: string;
  /** The account's id: `acct_` and 26 characters. */
  account: string;
  name: string | null;
  email: string | null;
  /** The number that colleagues dial. */
  extension: string | null;
  /** RFC 3339. */
  created_at: string;
}

/** Whose session to create, and how long it lasts. */
export interface CreateUserSessionParams {
  /** The user's id. */
  user: string;
  /** The lifetime of the token in seconds: at most 7 days. Default 24 hours. */
  ttl_seconds?: number | undefined;
}

/** A session that was created. */
export interface UserSession {
  /** The user's id. */
  user: string;
  /** The account's id. */
  account: string;
  /** The token that the user's phone takes. It is a secret. */
  client_secret: string;
  /** RFC 3339. */
  expires_at: string;
}

/** When the sessions of a user were revoked. */
export interface SessionRevocation {
  /** The user's id. */
  user: string;
  /** RFC 3339. */
  sessions_revoked_at: string;
}

/** A STUN or TURN server, in the form of `RTCIceServer`. */
export interface IceServer {
  urls: string | string[];
  /** For TURN. */
  username?: string;
  /** For TURN. */
  credential?: string;
}

/** ICE servers, and when their credentials expire. */
export interface IceServers {
  /** In order of preference. May be empty. */
  ice_servers: IceServer[];
  /** RFC 3339. */
  expires_at: string;
}
