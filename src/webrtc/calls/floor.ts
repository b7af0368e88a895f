import type { CallAudio } from '../media/call-audio.js';
import type { LiveCall } from './live-call.js';

/**
 * Who has the floor: of the calls that are up, at most one is not on hold by us. The one place that sees to it, whatever
 * makes a call active. A call may have the floor before it is up, or known at all: its audio stands for it.
 */
export class Floor {
  readonly #calls: ReadonlyMap<string, LiveCall>;
  readonly #isShared: boolean;
  /** What we put on hold, and for whose sake. */
  readonly #heldFor = new Map<LiveCall, CallAudio>();

  /** `isShared`: the app decides itself which calls are active. */
  constructor(calls: ReadonlyMap<string, LiveCall>, isShared: boolean) {
    this.#calls = calls;
    this.#isShared = isShared;
  }

  /** This call is to be talked on: every other is held, also one that only its other side holds, and may resume. */
  take(newcomer: CallAudio): void {
    if (this.#isShared) return;
    for (const call of this.#speakers(newcomer)) {
      this.#heldFor.set(call, newcomer);
      call.setHold(true);
    }
  }

  /** This call is the one that is talked on, or is about to be. */
  talks(call: LiveCall): void {
    this.take(call.audio);
    if (!call.isUp) return;
    // What was held for it stays on hold.
    this.forget(call);
    for (const [held, by] of this.#heldFor) if (by === call.audio) this.#heldFor.delete(held);
  }

  /** The service holds this call for the newcomer's sake. */
  lend(call: LiveCall, newcomer: CallAudio): void {
    if (!call.isHeldByUs) this.#heldFor.set(call, newcomer);
  }

  /** It did not come about: those that were held for it come back, unless another call has the floor by now. */
  giveBack(newcomer: CallAudio): void {
    for (const [call, by] of this.#heldFor) {
      if (by !== newcomer) continue;
      this.#heldFor.delete(call);
      if (call.isUp && this.#speakers(call.audio).length === 0) call.setHold(false);
    }
  }

  /** The user decides about this call's hold. */
  forget(call: LiveCall): void {
    this.#heldFor.delete(call);
  }

  #speakers(except: CallAudio): LiveCall[] {
    return [...this.#calls.values()].filter((call) => call.isUp && !call.isHeldByUs && call.audio !== except);
  }
}
