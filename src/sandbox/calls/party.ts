import type { CallEnded, HoldSide } from '../../../generated/v1/messages.js';
import type { Sound } from '../media/index.js';

export type EndReason = CallEnded['reason'];

/** One end of a call: a phone's leg, a service of the sandbox, or somebody who is still being alerted. */
export interface Party {
  /** Set by the bridge that the party is on. */
  bridge: Conversation | undefined;
  /** What the other end hears of this one. */
  readonly voice: Sound;
  hear(sound: Sound): void;
  /** The other end pressed a digit. */
  digit(digit: string): void;
  held(by: HoldSide): void;
  resumed(): void;
  ended(reason: EndReason): void;
}

/** Two parties that talk. */
export interface Conversation {
  other(party: Party): Party;
  /** Whether this party holds, and whether it is held. */
  holdOf(party: Party): { local: boolean; remote: boolean };
  /** A hold that is there already is only confirmed. */
  hold(party: Party): void;
  /** A resume that changes nothing is only answered. */
  resume(party: Party): void;
  /** Lets a party hear something else than the other one, until that changes. */
  play(to: Party, sound: Sound | undefined): void;
  /** Puts `by` in the place of a party that leaves; a hold of that party is gone with it, one of the other stays. */
  replace(leaving: Party, by: Party): void;
  /** Two become this one: the party beyond `absent` takes the place of `leaving`; both keep their own hold. */
  join(leaving: Party, from: Conversation, absent: Party): void;
  /** One party ends the call for both. */
  end(party: Party, reason: EndReason, otherReason?: EndReason): void;
  /** Lets each party hear what it should. */
  route(): void;
}
