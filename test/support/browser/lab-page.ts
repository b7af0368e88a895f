/** What the tests need from a page, independent of the browser and of the library that drives it. */
export interface LabPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<R>(act: () => R | Promise<R>): Promise<R>;
  evaluate<R, A>(act: (given: A) => R | Promise<R>, given: A): Promise<R>;
  /** Waits until `look` returns a truthy value, and returns that. */
  until<R>(look: () => R): Promise<NonNullable<R>>;
  until<R, A>(look: (given: A) => R, given: A, withinMs?: number): Promise<NonNullable<R>>;
  exposeFunction(name: string, told: (...given: never[]) => unknown): Promise<unknown>;
  /** Waits for the next page that this one opens. */
  popup(): Promise<LabPage>;
  /** Closes the page. `asUser` runs its `beforeunload` handlers, as when a user closes the tab. */
  close(how?: { asUser: boolean }): Promise<void>;
}

export type BrowserName = 'chromium' | 'firefox';

export interface LabBrowser {
  readonly name: BrowserName;
  /** @param onFault Called with uncaught errors of the page and errors in its console. */
  newPage(onFault: (fault: string) => void): Promise<LabPage>;
  close(): Promise<void>;
}

/** The microphone of a browser: a tone in Hz, none, or one for which the user refuses permission. */
export type Microphone = number | 'none' | 'refused';

export const LOOK_EVERY_MS = 20;
export const WITHIN_MS = 30_000;

const NETWORK = /^(Failed to load resource|WebSocket connection to|(Error: )?Firefox can’t establish a connection)/;

/** Whether a console line is an error, other than a network error. Those are expected, and the phone reports them. */
export function isFault(line: { type(): string; text(): string }): boolean {
  return line.type() === 'error' && !isOfNetwork(line.text());
}

/** Whether a text is a network error. Firefox reports errors of sockets even if the page handles them. */
export const isOfNetwork = (text: string) => NETWORK.test(text);
