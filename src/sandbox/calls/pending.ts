import type { Sound } from '../media/index.js';
import type { Bridge } from './bridge.js';
import type { Party } from './party.js';

/** Stands in a bridge for the party that is still being alerted. */
export class Pending implements Party {
  bridge: Bridge | undefined;
  #voice: Sound;
  readonly #cancel: () => void;

  /** `cancel` stops the alerting when the other end gives up. */
  constructor(voice: Sound, cancel: () => void) {
    this.#voice = voice;
    this.#cancel = cancel;
  }

  get voice(): Sound {
    return this.#voice;
  }

  /** Early media. */
  sound(voice: Sound): void {
    this.#voice = voice;
    this.bridge?.route();
  }

  ended(): void {
    this.#cancel();
  }

  hear(): void {}
  digit(): void {}
  held(): void {}
  resumed(): void {}
}
