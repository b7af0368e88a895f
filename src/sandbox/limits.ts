import type { Limits as SandboxLimits } from '../../generated/v1/limits.js';
import { limits } from '../../generated/v1/protocol.js';

export type { Limits as SandboxLimits } from '../../generated/v1/limits.js';

export const contractLimits: SandboxLimits = limits;

/**
 * Limits to change, for example `{ ringForMs: 1000 }` to shorten a test. A name that ends in `Ms` is in milliseconds,
 * one that ends in `Bytes` in bytes. A limit that is left out, or undefined, is the contract's.
 */
export type GivenLimits = { readonly [Limit in keyof SandboxLimits]?: SandboxLimits[Limit] | undefined };

/** Returns the contract's limits with the given ones replaced. */
export function limitsWith(given: GivenLimits = {}): SandboxLimits {
  const replaced = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...contractLimits, ...Object.fromEntries(replaced) };
}
