/** Where the SDK says what it does; `console` fits. It never gets a token, a number or a session description. */
export interface Logger {
  debug(message: string): void;
  warn(message: string): void;
}

export const silentLogger: Logger = { debug: () => {}, warn: () => {} };
