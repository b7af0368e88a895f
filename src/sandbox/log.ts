import { printable } from '../core/printable.js';

/** Where the sandbox says what happens and what a client did wrong. It never gets a token or a key. */
export interface SandboxLog {
  info(text: string): void;
  warn(text: string): void;
}

/** How the log tells of a fault that is the sandbox's own, where it happened included. */
export function faultOf(error: unknown, where = ''): string {
  return `a fault of the sandbox${where && `, ${where}`}: ${inFull(error)}`;
}

/** An error with its stack. Its message may hold what a client said, and is kept to one line. */
export function inFull(error: unknown): string {
  if (!(error instanceof Error)) return printable(String(error));
  const { name, message, stack = '' } = error;
  const frames = stack.indexOf('\n', stack.indexOf(message) + message.length);
  return `${name}: ${printable(message)}${frames < 0 ? '' : stack.slice(frames)}`;
}

/** What may be called by a socket or a timer: a fault is logged there, where it would end the process. */
export function guarded<A extends unknown[]>(
  log: SandboxLog,
  where: string,
  act: (...given: A) => void,
): (...given: A) => void {
  return (...given) => {
    try {
      act(...given);
    } catch (error) {
      log.warn(faultOf(error, where));
    }
  };
}

/** Wraps a caller's log, so that one that throws does no harm. */
export function harmless(log: SandboxLog): SandboxLog {
  const quietly = (write: (text: string) => void) => (text: string) => {
    try {
      write(text);
    } catch {
      // There is nowhere left to report it.
    }
  };
  return { info: quietly((text) => log.info(text)), warn: quietly((text) => log.warn(text)) };
}

export const silentLog: SandboxLog = { info: () => {}, warn: () => {} };
