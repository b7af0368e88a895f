import { printable } from '../../src/core/printable.js';

/** Prints what happens, when, and to whom, so that a person can follow it. */
export class Timeline {
  readonly #started = Date.now();

  /** `at` is in ms since the epoch. */
  line(who: string, what: string, at = Date.now()): void {
    const seconds = ((at - this.#started) / 1000).toFixed(3).padStart(8);
    console.log(`${seconds} s  ${printable(who).padEnd(8)} ${printable(what)}`);
  }

  heading(text: string): void {
    console.log(`\n${printable(text)}`);
  }
}
