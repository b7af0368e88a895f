import { printable } from '../core/printable.js';
import type { RestError } from '../rest/rest-error.js';

/** What is known of a request that failed. */
export type RequestFailure = Pick<DialStackError, 'status' | 'code' | 'requestId' | 'param' | 'retryAfterMs'>;

/** A request to DialStack that failed. No message and no field holds the API key. */
export class DialStackError extends Error {
  /** The HTTP status; undefined when there was no response. */
  readonly status: number | undefined;
  /** The service's code for what happened. */
  readonly code: string | undefined;
  /** Names the request in the service's logs; say it when you ask about it. */
  readonly requestId: string | undefined;
  /** The parameter that is wrong. */
  readonly param: string | undefined;
  /** The least time to wait before trying again, in milliseconds, when the service named one. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, cause?: Partial<RequestFailure>) {
    super(printable(message), cause && { cause });
    this.name = new.target.name;
    this.status = cause?.status;
    this.code = cause?.code;
    this.requestId = cause?.requestId;
    this.param = cause?.param;
    this.retryAfterMs = cause?.retryAfterMs;
  }

  /** `JSON.stringify(error)` keeps what `Error` leaves out: the message. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** A value is not acceptable. Correct it; retrying does not help. */
export class InvalidRequestError extends DialStackError {}
/** The API key or token is missing, wrong, expired or revoked. */
export class AuthenticationError extends DialStackError {}
/** There is no such thing, or it is another platform's. */
export class NotFoundError extends DialStackError {}
/** It contradicts what is there: an extension that is taken, an idempotency key that was used otherwise. */
export class ConflictError extends DialStackError {}
/** Too many requests, after the retries too. Wait `retryAfterMs`. */
export class RateLimitError extends DialStackError {}
/** The service failed, after the retries too. */
export class ServiceError extends DialStackError {}
/** Something else than the service answered, such as a proxy. Check `apiBaseUrl`; what was asked may have been done. */
export class UnexpectedResponseError extends DialStackError {}
/** The service could not be reached or did not answer in time, after the retries too. */
export class ConnectionError extends DialStackError {}

const BY_STATUS: Readonly<Record<number, typeof DialStackError>> = {
  401: AuthenticationError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
};

export function toDialStackError(error: RestError): DialStackError {
  const { status, message } = error;
  if (error.isMistake) return new InvalidRequestError(message, error);
  if (status === undefined) return new ConnectionError(`${message} Check apiBaseUrl and the network.`, error);
  if (status < 400) return new UnexpectedResponseError(message, error);
  const Class = BY_STATUS[status] ?? (status >= 500 ? ServiceError : InvalidRequestError);
  return new Class(message, error);
}
