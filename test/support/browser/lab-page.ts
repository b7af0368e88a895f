/** What the tests do with a page, whichever browser shows it and whatever drives that. */
export interface LabPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<R>(act: () => R | Promise<R>): Promise<R>;
  evaluate<R, A>(act: (given: A) => R | Promise<R>, given: A): Promise<R>;
  /** Waits until this gives something, and gives that. */
  until<R>(look: () => R): Promise<NonNullable<R>>;
  until<R, A>(look: (given: A) => R, given: A, withinMs?: number): Promise<NonNullable<R>>;
  exposeFunction(name: string, told: (...given: never[]) => unknown): Promise<unknown>;
  /** The page that this one opens next. */
  popup(): Promise<LabPage>;
  /** `asUser` asks the page as a user's click on its close button does; without it the browser takes the tab away. */
  close(how?: { asUser: boolean }): Promise<void>;
}

export type BrowserName = 'chromium' | 'firefox';

export interface LabBrowser {
  readonly name: BrowserName;
  /** `onFault` is told errors that nobody caught, and what the console warned of. */
  newPage(onFault: (fault: string) => void): Promise<LabPage>;
  close(): Promise<void>;
}

/** What a browser finds as its microphone: a tone of so many Hz, none, or one that its user refuses. */
export type Microphone = number | 'none' | 'refused';

export const LOOK_EVERY_MS = 20;
export const WITHIN_MS = 30_000;

const NETWORK = /^(Failed to load resource|WebSocket connection to|(Error: )?Firefox can’t establish a connection)/;

/** Whether a line of a page's console tells of a failure that is not the network's: what that means the phone says. */
export function isFault(line: { type(): string; text(): string }): boolean {
  return line.type() === 'error' && !isOfNetwork(line.text());
}

/** Firefox tells even an error that was heard of, when it is a socket's. */
export const isOfNetwork = (text: string) => NETWORK.test(text);
