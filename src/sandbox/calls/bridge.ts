import { holdMusic } from '../media/index.js';
import { type EndReason, type Party, SILENCE } from './party.js';

interface Side {
  party: Party;
  /** Whether this side holds the other. */
  holds: boolean;
}

/** Two parties that talk. It decides what each hears; hold and transfer are changes of that, never of SDP. */
export class Bridge {
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

  /** Whether this party holds, and whether it is held. */
  holdOf(party: Party): { local: boolean; remote: boolean } {
    const [own, other] = this.#pair(party);
    return { local: own.holds, remote: other.holds };
  }

  /** A hold that is there already is only confirmed. */
  hold(party: Party): void {
    const [own, other] = this.#pair(party);
    if (own.holds) return party.held('local');
    own.holds = true;
    this.route();
    party.held('local');
    other.party.held('remote');
  }

  /** A resume that changes nothing is only answered. */
  resume(party: Party): void {
    const [own] = this.#pair(party);
    if (!own.holds) return this.#report(party);
    own.holds = false;
    this.route();
    for (const side of this.#sides) this.#report(side.party);
  }

  /** Puts `by` in the place of a party that leaves; a hold of that party is gone with it, one of the other stays. */
  replace(leaving: Party, by: Party): void {
    const [own, other] = this.#pair(leaving);
    const released = own.holds;
    leaving.bridge = undefined;
    this.#seat(own, { party: by, holds: false });
    if (released) this.#report(other.party);
    if (other.holds) by.held('remote');
  }

  /** Two bridges become this one: the party beyond `absent` takes the place of `leaving`; both keep their own hold. */
  join(leaving: Party, from: Bridge, absent: Party): void {
    const [own, other] = this.#pair(leaving);
    const [gone, newcomer] = from.#pair(absent);
    const released = own.holds;
    leaving.bridge = undefined;
    absent.bridge = undefined;
    this.#seat(own, newcomer);
    if (released || newcomer.holds) this.#report(other.party);
    if (gone.holds || other.holds) this.#report(newcomer.party);
  }

  /** One party ends the call for both. */
  end(party: Party, reason: EndReason, otherReason: EndReason = reason): void {
    const other = this.other(party);
    for (const side of this.#sides) side.party.bridge = undefined;
    party.ended(reason);
    other.ended(otherReason);
  }

  /** Lets each party hear what it should. */
  route(): void {
    for (const { party } of this.#sides) {
      const [own, other] = this.#pair(party);
      if (own.holds) party.hear(SILENCE);
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
    party.bridge = this;
    this.route();
  }

  #pair(party: Party): [Side, Side] {
    const [a, b] = this.#sides;
    return a.party === party ? [a, b] : [b, a];
  }
}
