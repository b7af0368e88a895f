import { limits } from '../../generated/v1/protocol.js';

/** The contract's numbers; a test may shorten its times. */
export type SandboxLimits = {
  readonly [K in keyof typeof limits]: (typeof limits)[K] extends number ? number : readonly number[];
};

export const contractLimits: SandboxLimits = limits;
