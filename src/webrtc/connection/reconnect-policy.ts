import * as limits from '../../../generated/v1/limits.js';
import { type ReconnectRule, reconnectRules } from '../../../generated/v1/protocol.js';
import type { PhoneError } from '../../core/phone-error.js';
import { LONGEST_TIMER_MS } from '../../core/timing.js';

export interface Circumstances {
  /** Whether a fresh token can be had. */
  readonly canRenew: boolean;
  /** Whether a call lives: then no wait is long. */
  readonly inCall: boolean;
}

const RULES: Readonly<Record<string, ReconnectRule | undefined>> = reconnectRules;

/** How long to wait before the `attempt`th try to come back, in ms; undefined when none would help (contract, §5 and §6). */
export function reconnectDelay(
  error: PhoneError,
  attempt: number,
  { canRenew, inCall }: Circumstances,
): number | undefined {
  const rule = (error.fatal && RULES[error.code]) || 'backoff';
  // Each try asks for a fresh token once: where that did not help, it is over.
  const isRenewable = canRenew && attempt === 1;
  if (rule === 'never' || rule === 'by-hand' || (rule === 'new-token' && !isRenewable)) return undefined;
  const steps = limits.reconnectStepsMs;
  const step = steps[Math.min(attempt, steps.length) - 1] ?? 0;
  const capped = inCall ? Math.min(step, limits.reconnectStepInCallMs) : step;
  return Math.min(Math.max(error.retryAfterMs ?? 0, capped * (0.5 + Math.random() / 2)), LONGEST_TIMER_MS);
}
