import type { Sound } from '../media/index.js';
import type { Conversation, Party } from './party.js';

export interface PendingPort {
  /** Stop the alerting, because the caller gave up or another party took the call. */
  cancel(answeredElsewhere?: boolean): void;
  answered(party: Party): void;
}

/** A placeholder in a bridge for the party that is still being alerted. */
export class Pending implements Party {
  bridge: Conversation | undefined;
  #voice: Sound;
  readonly #port: PendingPort;

  constructor(voice: Sound, port: PendingPort) {
    this.#voice = voice;
    this.#port = port;
  }

  get voice(): Sound {
    return this.#voice;
  }

  /** Sets what the caller hears for now: ringback or early media. */
  sound(voice: Sound): void {
    this.#voice = voice;
    this.bridge?.route();
  }

  /** Lets another party answer instead of those who are being alerted. */
  pickUp(party: Party): void {
    this.#port.cancel(true);
    this.#port.answered(party);
  }

  ended(): void {
    this.#port.cancel();
  }

  hear(): void {}
  digit(): void {}
  held(): void {}
  resumed(): void {}
}
