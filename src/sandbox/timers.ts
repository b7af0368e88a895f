import { faultOf, type SandboxLog } from './log.js';

/** Does something later. A fault of it is logged: thrown out of a timer it would end the process. */
export function later(log: SandboxLog, ms: number, act: () => void): NodeJS.Timeout {
  return setTimeout(() => {
    try {
      act();
    } catch (error) {
      log.warn(faultOf(error, 'in a timer'));
    }
  }, ms);
}
