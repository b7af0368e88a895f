import type { CallEnded, HoldSide } from '../../../generated/v1/messages.js';
import type { Sound } from '../media/index.js';

export type EndReason = CallEnded['reason'];

/** One end of a call: a phone's leg, a service of the sandbox, or a placeholder while the called party is alerted. */
export interface Party {
  /** The conversation that this party is in. The bridge sets it. */
  bridge: Conversation | undefined;
  /** What the other end hears from this one. */
  readonly voice: Sound;
  hear(sound: Sound): void;
  /** The other end pressed a digit. */
  digit(digit: string): void;
  held(by: HoldSide): void;
  resumed(): void;
  ended(reason: EndReason): void;
}

/** Two connected parties. */
export interface Conversation {
  other(party: Party): Party;
  /** Whether this party holds the other (`local`), and whether the other holds it (`remote`). */
  holdOf(party: Party): { local: boolean; remote: boolean };
  /** Puts the other party on hold. If it already is, only confirms it to this party. */
  hold(party: Party): void;
  /** Takes this party's hold back. If it has none, only confirms the state to this party. */
  resume(party: Party): void;
  /** Plays a sound to a party instead of the other party's voice, until you call it again with `undefined`. */
  play(to: Party, sound: Sound | undefined): void;
  /** Replaces a party. Its own hold ends. A hold of the other party stays. */
  replace(leaving: Party, by: Party): void;
  /** Merges `from` into this conversation: the other party of `absent` replaces `leaving`. Both keep their own hold. */
  join(leaving: Party, from: Conversation, absent: Party): void;
  /** Ends the call for both parties. */
  end(party: Party, reason: EndReason, otherReason?: EndReason): void;
  /** Recomputes what each party hears. */
  route(): void;
}
