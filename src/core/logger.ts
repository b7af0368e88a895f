/** Receives log lines; `console` fits. They never contain tokens, phone numbers or session descriptions. */
export interface Logger {
  debug(message: string): void;
  warn(message: string): void;
}

export const silentLogger: Logger = { debug: () => {}, warn: () => {} };
