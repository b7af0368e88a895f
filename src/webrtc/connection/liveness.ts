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
 *
 * Gives the function that asks for a sign of life; a session that gives none within its time has ended. Asked again
 * meanwhile, it asks once.
 */
export function watchLiveness(session: Session, timers: Timers): (withinMs?: number) => Promise<void> {
  let lookedAt: number;
  let timer: unknown;
  let asking: Promise<void> | undefined;

  const ask = async (withinMs: number, mayAskAgain = true): Promise<void> => {
    const { heardAt } = session;
    const askedAt = timers.now();
    try {
      await session.request('ping', {}, undefined, withinMs);
    } catch {
      // Whatever else came meanwhile is as good as an answer, and one that was slept through is asked for again.
      if (session.isOver || session.heardAt !== heardAt) return;
      const overslept = timers.now() - askedAt - withinMs >= SLEPT_MS;
      // But once: in a page that is hidden for long, every timer is late.
      if (overslept && mayAskAgain) return ask(withinMs, false);
      session.lose();
    }
  };

  const check = (withinMs = ANSWER_WITHIN_MS) => {
    asking ??= ask(withinMs).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  const wait = () => {
    lookedAt = timers.now();
    timer = timers.setTimeout(look, TICK_MS);
  };
  const look = () => {
    const now = timers.now();
    if (now - session.heardAt >= QUIET_MS || Math.abs(now - lookedAt) >= SLEPT_MS) void check();
    wait();
  };
  wait();
  session.over.addEventListener('abort', () => timers.clearTimeout(timer));
  return check;
}
