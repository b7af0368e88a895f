import type { Timers } from '../../core/timing.js';
import type { Session } from './session.js';

/** So often it is looked whether anything is to be asked. */
const TICK_MS = 2_000;
/** A look that comes so much later than it should: the machine slept, or the page was frozen. */
const SLEPT_MS = 5_000;
/** A socket may be silent for so long; then it is asked for a sign of life. */
const QUIET_MS = 20_000;
/** Long enough for a radio that wakes, */
const ANSWER_WITHIN_MS = 2_000;
/** and less where something else says that the network is another, or gone. */
export const DOUBTED_ANSWER_WITHIN_MS = 1_000;

/**
 * Proves a session's socket alive, since a network that dies in silence closes nothing: at once when the page or its
 * network may have been away, and after a silence. A dead one is found within 4 s of a wake, and within 24 s otherwise;
 * within 5 min in a tab that is hidden for long, whose timers fire once a minute.
 */
export class Liveness {
  readonly #timers: Timers;
  #session: Session | undefined;
  #timer: unknown;
  #lookedAt = 0;
  #asking: Promise<void> | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  start(session: Session): void {
    this.stop();
    this.#session = session;
    this.#wait();
  }

  stop(): void {
    this.#session = undefined;
    this.#timers.clearTimeout(this.#timer);
  }

  /** Asks for a sign of life; a session that gives none within this time has ended. Asked again meanwhile, it asks once. */
  async check(withinMs = ANSWER_WITHIN_MS): Promise<void> {
    const session = this.#session;
    if (!session) return;
    this.#asking ??= this.#ask(session, withinMs);
    await this.#asking;
  }

  async #ask(session: Session, withinMs: number): Promise<void> {
    if (await this.#isDead(session, withinMs)) session.lose();
    this.#asking = undefined;
  }

  async #isDead(session: Session, withinMs: number, mayAskAgain = true): Promise<boolean> {
    const { heardAt } = session;
    const askedAt = this.#timers.now();
    try {
      await session.request('ping', {}, undefined, withinMs);
      return false;
    } catch {
      // Whatever else came meanwhile is as good as an answer, and one that was slept through is asked for again.
      if (session.isOver || session.heardAt !== heardAt) return false;
      const overslept = this.#timers.now() - askedAt - withinMs >= SLEPT_MS;
      // But once: in a page that is hidden for long, every timer is late.
      return overslept && mayAskAgain ? this.#isDead(session, withinMs, false) : true;
    }
  }

  #wait(): void {
    this.#lookedAt = this.#timers.now();
    this.#timer = this.#timers.setTimeout(() => this.#look(), TICK_MS);
  }

  #look(): void {
    const now = this.#timers.now();
    const isSilent = now - (this.#session?.heardAt ?? now) >= QUIET_MS;
    if (isSilent || Math.abs(now - this.#lookedAt) >= SLEPT_MS) void this.check();
    this.#wait();
  }
}
