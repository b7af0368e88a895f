import * as limits from '../../../generated/v1/limits.js';
import { errorFacts } from '../../../generated/v1/protocol.js';
import { backoff } from '../../core/backoff.js';
import type { PhoneError } from '../../core/phone-error.js';

export interface Circumstances {
  /** Whether asking for a fresh token may help. */
  readonly canRenew: boolean;
  /** Whether a call lives: then no step is long. */
  readonly inCall: boolean;
  /** The least wait in milliseconds, whatever the step is. */
  readonly leastMs: number;
}

/**
 * How long to wait before the `attempt`th try to come back, in ms; undefined when none can help: the
 * service refused the phone with a fatal error (see `x-error-codes` in specs/v1/signalling.asyncapi.yaml). An error that is
 * not fatal only means that the service could not be asked.
 */
export function reconnectDelay(
  error: PhoneError,
  attempt: number,
  { canRenew, inCall, leastMs }: Circumstances,
): number | undefined {
  const [rule] = errorFacts[error.code];
  if (error.fatal && rule && !(rule === 'new-token' && canRenew)) return undefined;
  const steps = limits.reconnectStepsMs;
  const step = steps[Math.min(attempt, steps.length) - 1] ?? 0;
  return backoff(inCall ? Math.min(step, limits.reconnectStepInCallMs) : step, leastMs);
}
