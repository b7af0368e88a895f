import type { Sound } from '../media/index.js';
import type { Conversation, Party } from './party.js';

export interface PendingPort {
  /** The alerting stops: the other end gave up, or somebody else took the call. */
  cancel(answeredElsewhere?: boolean): void;
  answered(party: Party): void;
}

/** Stands in a bridge for the party that is still being alerted. */
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

  /** Early media. */
  sound(voice: Sound): void {
    this.#voice = voice;
    this.bridge?.route();
  }

  /** Somebody takes the call before those who are alerted do. */
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
