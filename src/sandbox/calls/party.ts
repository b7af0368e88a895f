import type { CallEnded, HoldSide } from '../../../generated/v1/messages.js';
import type { Sound } from '../media/index.js';
import type { Bridge } from './bridge.js';

export type EndReason = CallEnded['reason'];

/** One end of a call: a phone's leg, a service of the sandbox, or somebody who is still being alerted. */
export interface Party {
  /** Set by the bridge that the party is on. */
  bridge: Bridge | undefined;
  /** What the other end hears of this one. */
  readonly voice: Sound;
  hear(sound: Sound): void;
  /** The other end pressed a digit. */
  digit(digit: string): void;
  held(by: HoldSide): void;
  resumed(): void;
  ended(reason: EndReason): void;
}

export const SILENCE: Sound = { kind: 'silence' };
