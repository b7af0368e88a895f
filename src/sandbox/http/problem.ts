import type { components } from '../../../generated/v1/rest.js';
import { printable } from '../../core/printable.js';

type Schemas = components['schemas'];

/** A refused REST request: the status and the error body of the answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: Schemas['RestErrorCode'],
    message: string,
    readonly details: Pick<Schemas['ErrorBody'], 'param' | 'suggestions'> & { retryAfterSeconds?: number } = {},
  ) {
    super(printable(message, 2000));
  }

  get body(): Schemas['ErrorBody'] {
    const { param, suggestions } = this.details;
    return {
      error: this.message,
      code: this.code,
      type: TYPES[this.status] ?? 'invalid_request_error',
      ...(param !== undefined && { param }),
      ...(suggestions && { suggestions }),
    };
  }
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  429: 'rate_limit_error',
  500: 'api_error',
};
