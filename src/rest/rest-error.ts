export interface RestErrorDetails {
  /** The HTTP status; undefined when no response came. */
  status?: number;
  code?: string | undefined;
  param?: string | undefined;
  /** Identifies the request in the service's logs. */
  requestId?: string | undefined;
  /** How long to wait before you try again, in milliseconds, if the service named a time. */
  retryAfterMs?: number | undefined;
  /** The caller's own code failed, not the network. */
  isMistake?: boolean;
  cause?: unknown;
}

/** A REST request that the service refused or did not answer. The message never contains a credential. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number | undefined;
  declare readonly code?: string;
  declare readonly param?: string;
  declare readonly requestId?: string;
  declare readonly retryAfterMs?: number;
  declare readonly isMistake?: boolean;

  constructor(message: string, details: RestErrorDetails = {}) {
    super(message, details);
    Object.assign(this, details);
  }

  /** Whether the same request may succeed unchanged: after a network fault, 429, or a fault of the service. */
  get shouldRetry(): boolean {
    if (this.isMistake) return false;
    return this.status === undefined || this.status === 429 || this.status >= 500;
  }
}
