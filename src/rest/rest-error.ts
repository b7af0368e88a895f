import type { components } from '../../generated/v1/rest.js';

type ErrorBody = components['schemas']['ErrorBody'];

export interface RestErrorDetails extends Pick<Partial<ErrorBody>, 'param' | 'suggestions'> {
  /** The HTTP status; undefined when no response came. */
  status?: number;
  /** Whether the service itself refused: a gateway or a captive portal may answer in its place. */
  isOfService?: boolean;
  code?: string;
  requestId?: string;
  retryAfterMs?: number;
  cause?: unknown;
}

/** A REST request that failed: refused by the service, or never answered. Its message never holds a credential. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number | undefined;
  readonly isOfService: boolean;
  readonly code: string | undefined;
  /** Names the request in the service's logs. */
  readonly requestId: string | undefined;
  /** The least time to wait before trying again, when the service named one. */
  readonly retryAfterMs: number | undefined;
  readonly param: string | undefined;
  readonly suggestions: ErrorBody['suggestions'];

  constructor(message: string, details: RestErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.status = details.status;
    this.isOfService = details.isOfService ?? false;
    this.code = details.code;
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
    this.param = details.param;
    this.suggestions = details.suggestions;
  }

  /** Whether the same request may succeed when it is made again: after a network fault, 429, or a fault of the service. */
  get shouldRetry(): boolean {
    return this.status === undefined || this.status === 429 || this.status >= 500;
  }
}
