import type { Limits as SandboxLimits } from '../../generated/v1/limits.js';
import { limits } from '../../generated/v1/protocol.js';

export type { Limits as SandboxLimits } from '../../generated/v1/limits.js';

export const contractLimits: SandboxLimits = limits;

export type GivenLimits = { readonly [Limit in keyof SandboxLimits]?: SandboxLimits[Limit] | undefined };

/** The contract's limits, with those that were given in their place. */
export function limitsWith(given: GivenLimits = {}): SandboxLimits {
  const replaced = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...contractLimits, ...Object.fromEntries(replaced) };
}
