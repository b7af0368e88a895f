import type { ServerErrorCode } from '../../../generated/v1/protocol.js';

/** A request that the service refuses: what the `error` frame says that answers it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: ServerErrorCode,
    message: string,
    readonly details: { users?: readonly string[]; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }
}
