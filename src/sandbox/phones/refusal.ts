import type { ErrorFrame } from '../../../generated/v1/messages.js';
import type { AnswerErrorCode } from '../../../generated/v1/protocol.js';
import type { RateWindow } from '../rate-window.js';

/** What names the frame that is refused. */
export interface FrameIds {
  readonly reqId?: string | undefined;
  readonly callId?: string | undefined;
}

/** A request that the service refuses: what the `error` frame says that answers it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: AnswerErrorCode,
    message: string,
    readonly details: { users?: readonly string[]; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }

  frame({ reqId, callId }: FrameIds = {}): ErrorFrame {
    const { users, retryAfterSeconds } = this.details;
    return {
      type: 'error',
      code: this.code,
      message: this.message,
      fatal: false,
      ...(reqId && { req_id: reqId }),
      ...(callId && { call_id: callId }),
      ...(users && { context: { users: [...users] } }),
      ...(retryAfterSeconds && { retry_after_seconds: retryAfterSeconds }),
    };
  }
}

/** Counts one more. @throws Refusal that says when there is room again, if there is none. */
export function demandRoom(window: RateWindow, otherwise: string): void {
  const waitMs = window.take();
  if (waitMs > 0) throw new Refusal('rate_limited', otherwise, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
}
