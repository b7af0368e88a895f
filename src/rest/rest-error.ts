export interface RestErrorDetails {
  /** The HTTP status; undefined when no response came. */
  status?: number;
  code?: string;
  requestId?: string;
  cause?: unknown;
}

/** A REST request that failed: refused by the service, or never answered. Its message never holds a credential. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** Names the request in the service's logs. */
  readonly requestId: string | undefined;

  constructor(message: string, details: RestErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
  }
}
