/** Where the sandbox says what happens and what a client did wrong. It never gets a token or a key. */
export interface SandboxLog {
  info(text: string): void;
  warn(text: string): void;
}

/** How the log tells of a fault that is the sandbox's own, where it happened included. */
export function faultOf(error: unknown, where = ''): string {
  return `a fault of the sandbox${where && `, ${where}`}: ${error instanceof Error ? error.stack : String(error)}`;
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
