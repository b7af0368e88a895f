import type { CallAudio } from '../media/call-audio.js';
import type { LiveCall } from './live-call.js';

/**
 * Who has the floor: of the calls that are up, at most one is not on hold by us. The one place that sees to it, whatever
 * makes a call active. A call may have the floor before it is up, or known at all: its audio stands for it.
 */
export class Floor {
  readonly #calls: ReadonlyMap<string, LiveCall>;
  readonly #isShared: boolean;

  /** `isShared`: the app decides itself which calls are active. */
  constructor(calls: ReadonlyMap<string, LiveCall>, isShared: boolean) {
    this.#calls = calls;
    this.#isShared = isShared;
  }

  /** This call is to be talked on: every other is held, also one that only its other side holds, and may resume. */
  take(newcomer: CallAudio): void {
    if (this.#isShared) return;
    for (const call of this.#speakers(newcomer)) {
      call.heldFor = newcomer;
      call.setHold(true);
    }
  }

  /** This call is the one that is talked on, or is about to be. */
  talks(call: LiveCall): void {
    this.take(call.audio);
    if (!call.isUp) return;
    call.heldFor = undefined;
    for (const held of this.#heldFor(call.audio)) held.heldFor = undefined; // They stay on hold.
  }

  /** It did not come about: those that were held for it come back, unless another call has the floor by now. */
  giveBack(newcomer: CallAudio): void {
    for (const call of this.#heldFor(newcomer)) {
      call.heldFor = undefined;
      if (call.isUp && this.#speakers(call.audio).length === 0) call.setHold(false);
    }
  }

  #heldFor(newcomer: CallAudio): LiveCall[] {
    return [...this.#calls.values()].filter((call) => call.heldFor === newcomer);
  }

  #speakers(except: CallAudio): LiveCall[] {
    return [...this.#calls.values()].filter((call) => call.isUp && !call.isHeldByUs && call.audio !== except);
  }
}
