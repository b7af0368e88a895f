import type { ErrorFrame } from '../../../generated/v1/messages.js';
import type { AnswerErrorCode } from '../../../generated/v1/protocol.js';
import type { RateWindow } from '../rate-window.js';

/** The ids of the refused frame. */
export interface FrameIds {
  readonly reqId?: string | undefined;
  readonly callId?: string | undefined;
}

/** A refused request. `frame()` is the `error` frame that answers it. */
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

/** Counts an event against a rate limit. @throws Refusal `rate_limited` with the seconds to wait, if it is reached. */
export function demandRoom(window: RateWindow, otherwise: string): void {
  const waitMs = window.take();
  if (waitMs > 0) throw new Refusal('rate_limited', otherwise, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
}
