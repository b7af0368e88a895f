/** Where the sandbox says what happens and what a client did wrong. It never gets a token or a key. */
export interface SandboxLog {
  info(text: string): void;
  warn(text: string): void;
}

/** How the log tells of a fault that is the sandbox's own, where it happened included. */
export function faultOf(error: unknown, where = ''): string {
  return `a fault of the sandbox${where && `, ${where}`}: ${error instanceof Error ? error.stack : String(error)}`;
}

export const silentLog: SandboxLog = { info: () => {}, warn: () => {} };
