import { guarded, type SandboxLog } from './log.js';

/** `setTimeout()` that logs what `act` throws, because an uncaught error in a timer ends the process. */
export function later(log: SandboxLog, ms: number, act: () => void): NodeJS.Timeout {
  return setTimeout(guarded(log, 'in a timer', act), ms);
}
