/** Where the sandbox says what happens and what a client did wrong. It never gets a token or a key. */
export interface SandboxLog {
  info(text: string): void;
  warn(text: string): void;
}

export const silentLog: SandboxLog = { info: () => {}, warn: () => {} };
