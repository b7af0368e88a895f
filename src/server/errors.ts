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
  /** Identifies the request in the service's logs. Quote it when you contact support. */
  readonly requestId: string | undefined;
  /** The parameter that is wrong. */
  readonly param: string | undefined;
  /** How long to wait before you try again, in milliseconds, if the service named a time. */
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

  /** Adds the message, which `JSON.stringify` leaves out of an Error. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** A value is not valid. Correct it; retrying does not help. */
export class InvalidRequestError extends DialStackError {}
/** The API key or token is missing, wrong, expired or revoked. */
export class AuthenticationError extends DialStackError {}
/** The resource does not exist, or belongs to another platform. */
export class NotFoundError extends DialStackError {}
/** The request conflicts with existing data: an extension that is taken, or an idempotency key of another request. */
export class ConflictError extends DialStackError {}
/** Too many requests, even after the retries. Wait for `retryAfterMs`. */
export class RateLimitError extends DialStackError {}
/** The service failed, even after the retries. */
export class ServiceError extends DialStackError {}
/** The answer is not the service's, but for example a proxy's. Check `apiBaseUrl`. The request may have taken effect. */
export class UnexpectedResponseError extends DialStackError {}
/** The service could not be reached or did not answer in time, even after the retries. */
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
