/**
 * `@dialstack/sdk/server`: DialStack for a platform's own servers. It holds an API key: never in a browser.
 * @packageDocumentation
 */
export { DialStack, type DialStackOptions } from './dialstack.js';
export {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  DialStackError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  type RequestFailure,
  ServiceError,
  UnexpectedResponseError,
} from './errors.js';
export type {
  CreateUserParams,
  CreateUserSessionParams,
  IceServer,
  IceServers,
  SessionRevocation,
  User,
  UserSession,
} from './types.js';
