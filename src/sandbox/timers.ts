import { guarded, type SandboxLog } from './log.js';

/** `setTimeout` that logs a fault: an error thrown out of a timer would end the process. */
export function later(log: SandboxLog, ms: number, act: () => void): NodeJS.Timeout {
  return setTimeout(guarded(log, 'in a timer', act), ms);
}
