/**
 * `@dialstack/sdk/server`: DialStack for a platform's own servers. It holds an API key: never in a browser.
 * @module
 */
export {
  type CreateUserParams,
  type CreateUserSessionParams,
  DialStack,
  type DialStackOptions,
  type IceServers,
  type SessionRevocation,
  type User,
  type UserSession,
} from './dialstack.js';
export {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  DialStackError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServiceError,
  UnexpectedResponseError,
} from './errors.js';
