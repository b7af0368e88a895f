import { holdMusic, SILENCE, type Sound } from '../media/index.js';
import type { Conversation, EndReason, Party } from './party.js';

interface Side {
  party: Party;
  /** Whether this side put the other on hold. */
  holds: boolean;
  /** What this side hears instead of the other. */
  played?: Sound | undefined;
}

/** Connects two parties. It decides what each hears, so hold and transfer switch sounds and need no new SDP. */
export class Bridge implements Conversation {
  readonly #sides: [Side, Side];

  constructor(a: Party, b: Party) {
    this.#sides = [
      { party: a, holds: false },
      { party: b, holds: false },
    ];
    a.bridge = this;
    b.bridge = this;
    this.route();
  }

  other(party: Party): Party {
    return this.#pair(party)[1].party;
  }

  holdOf(party: Party): { local: boolean; remote: boolean } {
    const [own, other] = this.#pair(party);
    return { local: own.holds, remote: other.holds };
  }

  hold(party: Party): void {
    const [own, other] = this.#pair(party);
    if (own.holds) return party.held('local');
    own.holds = true;
    this.route();
    party.held('local');
    other.party.held('remote');
  }

  resume(party: Party): void {
    const [own] = this.#pair(party);
    if (!own.holds) return this.#report(party);
    own.holds = false;
    this.route();
    for (const side of this.#sides) this.#report(side.party);
  }

  replace(leaving: Party, by: Party): void {
    const [own, other] = this.#pair(leaving);
    const released = own.holds;
    leaving.bridge = undefined;
    this.#seat(own, { party: by, holds: false });
    if (released) this.#report(other.party);
    if (other.holds) by.held('remote');
  }

  join(leaving: Party, from: Conversation, absent: Party): void {
    const [own, other] = this.#pair(leaving);
    const newcomer = from.other(absent);
    const { local: wasHeld, remote: holds } = from.holdOf(absent);
    const released = own.holds;
    leaving.bridge = undefined;
    absent.bridge = undefined;
    this.#seat(own, { party: newcomer, holds });
    if (released || holds) this.#report(other.party);
    if (wasHeld || other.holds) this.#report(newcomer);
  }

  play(to: Party, sound: Sound | undefined): void {
    this.#pair(to)[0].played = sound;
    this.route();
  }

  end(party: Party, reason: EndReason, otherReason: EndReason = reason): void {
    const other = this.other(party);
    for (const side of this.#sides) side.party.bridge = undefined;
    party.ended(reason);
    other.ended(otherReason);
  }

  route(): void {
    for (const { party } of this.#sides) {
      const [own, other] = this.#pair(party);
      if (own.holds) party.hear(SILENCE);
      else if (own.played) party.hear(own.played);
      else if (other.holds) party.hear({ kind: 'clip', clip: holdMusic(), loop: true });
      else party.hear(other.party.voice);
    }
  }

  #report(party: Party): void {
    const { local, remote } = this.holdOf(party);
    if (local || remote) party.held(local ? 'local' : 'remote');
    else party.resumed();
  }

  #seat(place: Side, { party, holds }: Side): void {
    place.party = party;
    place.holds = holds;
    for (const side of this.#sides) side.played = undefined;
    party.bridge = this;
    this.route();
  }

  #pair(party: Party): [Side, Side] {
    const [a, b] = this.#sides;
    return a.party === party ? [a, b] : [b, a];
  }
}
