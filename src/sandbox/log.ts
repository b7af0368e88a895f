import { printable } from '../core/printable.js';

/** Longer than any sentence of the sandbox, and than most stacks. */
const LONGEST_LINE = 2000;

/** Where the sandbox says what happens and what a client did wrong, a line at a time. It never gets a token or a key. */
export interface SandboxLog {
  info(text: string): void;
  warn(text: string): void;
}

/** How the log tells of a fault that is the sandbox's own, where it happened included. */
export function faultOf(error: unknown, where = ''): string {
  return `a fault of the sandbox${where && `, ${where}`}: ${inFull(error)}`;
}

/** An error with its stack, on one line. The message is escaped, because it may contain what a client sent. */
export function inFull(error: unknown): string {
  const frames = error instanceof Error ? [...(error.stack ?? '').matchAll(/^ +(at .*)$/gm)] : [];
  return [printable(String(error)), ...frames.map(([, frame]) => frame)].join(', ');
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

/**
 * Wraps a caller's log: what reaches it is fit for a screen, whoever sent the words in it, and one that throws does no
 * harm.
 */
export function harmless(log: SandboxLog): SandboxLog {
  const quietly = (write: (text: string) => void) => (text: string) => {
    try {
      write(printable(text, LONGEST_LINE));
    } catch {
      // There is nowhere left to report it.
    }
  };
  return { info: quietly((text) => log.info(text)), warn: quietly((text) => log.warn(text)) };
}

export const silentLog: SandboxLog = { info: () => {}, warn: () => {} };
