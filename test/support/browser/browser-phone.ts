import type { CallState } from '../../../src/webrtc/index.js';
import { dominantHz, dtmfDigits } from '../audio/tone.js';
import { launchChromium } from './chromium.js';
import type { Lab, LabEvent, LabOptions, Moment } from './lab.js';
import type { BrowserName, LabBrowser, LabPage, Microphone } from './lab-page.js';

declare const lab: Lab;

type Command =
  | 'answer'
  | 'reject'
  | 'hangup'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'sendDtmf'
  | 'transfer'
  | 'completeTransfer';

const LISTENING_STEP_MS = 500;

export interface BrowserPhoneOptions {
  /** Starts the browser. Defaults to Chromium. */
  readonly launch?: (microphone: Microphone) => Promise<LabBrowser>;
  /** Called at once for each event of the phone and its calls. */
  readonly onEvent?: (event: LabEvent) => void;
}

/** A phone in its own browser. Its microphone is a tone. */
export class BrowserPhone {
  readonly page: LabPage;
  /** Uncaught errors of the page, and errors in its console. */
  readonly faults: string[];
  readonly #browser: LabBrowser;

  private constructor(browser: LabBrowser, page: LabPage, faults: string[]) {
    this.#browser = browser;
    this.page = page;
    this.faults = faults;
  }

  static async open(
    labUrl: string,
    microphone: Microphone,
    { launch = launchChromium, onEvent }: BrowserPhoneOptions = {},
  ): Promise<BrowserPhone> {
    const browser = await launch(microphone);
    const faults: string[] = [];
    const phone = new BrowserPhone(browser, await browser.newPage((fault) => faults.push(fault)), faults);
    if (onEvent) await phone.page.exposeFunction('report', onEvent);
    await phone.load(labUrl);
    return phone;
  }

  /** Loads a new page, without phone, calls or events. */
  async load(labUrl: string): Promise<void> {
    await this.page.goto(labUrl);
    await this.page.until(() => 'lab' in globalThis);
  }

  /** Reloads the page, like a user. Its phone and calls are gone. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.until(() => 'lab' in globalThis);
  }

  /** Makes every page that is loaded from now on connect by itself, at this stage of loading. */
  connectAt(moment: Moment, options: LabOptions): Promise<void> {
    const plan = JSON.stringify({ moment, options });
    return this.page.evaluate((given) => localStorage.setItem('connect', given), plan);
  }

  connectByHand(): Promise<void> {
    return this.page.evaluate(() => localStorage.removeItem('connect'));
  }

  async connect(options: LabOptions): Promise<void> {
    await this.create(options);
    await this.page.evaluate(() => lab.phone.connect());
  }

  create(options: LabOptions): Promise<void> {
    return this.page.evaluate((given) => lab.create(given), options);
  }

  /** Returns the error of connect(), or undefined if it succeeds. */
  async connectFails(options: LabOptions): Promise<{ code: string; message: string } | undefined> {
    await this.create(options);
    const outcome = await this.page.evaluate(() => lab.attempt(() => lab.phone.connect()));
    return 'error' in outcome ? outcome.error : undefined;
  }

  /** Returns the error of call(), or undefined if it succeeds. */
  async dialFails(
    destination: string,
    options?: { callerId?: string },
  ): Promise<{ code: string; message: string } | undefined> {
    const outcome = await this.page.evaluate(([to, given]) => lab.attempt(() => lab.dial(to, given)), [
      destination,
      options,
    ] as const);
    return 'error' in outcome ? outcome.error : undefined;
  }

  get browser(): BrowserName {
    return this.#browser.name;
  }

  disconnect(): Promise<void> {
    return this.page.evaluate(() => lab.disconnect());
  }

  dial(destination: string, options?: { callerId?: string }): Promise<string> {
    return this.page.evaluate(([to, given]) => lab.dial(to, given), [destination, options] as const);
  }

  /** Waits for an event of this name. Ignores the first `from` events. */
  async event(
    name: string,
    { callId, from = 0, withinMs = 10_000 }: { callId?: string; from?: number; withinMs?: number } = {},
  ): Promise<LabEvent> {
    return this.page
      .until(
        ([wanted, id, start]) =>
          lab.events.slice(start).find((event) => event.name === wanted && (!id || event.callId === id)),
        [name, callId, from] as const,
        withinMs,
      )
      .catch(async () => {
        const came = (await this.events()).map((event) => event.name).join(', ');
        throw new Error(`no ${name} within ${withinMs} ms; events: ${came || 'none'}`);
      });
  }

  events(): Promise<LabEvent[]> {
    return this.page.evaluate(() => lab.events);
  }

  /** Runs a method of a call: `act('call_1', 'sendDtmf', '12#')`. */
  act(id: string, method: Command, ...args: unknown[]): Promise<void> {
    return this.page.evaluate(
      ([callId, name, given]) => (lab.call(callId)[name] as (...args: unknown[]) => void)(...given),
      [id, method, args] as const,
    );
  }

  /** Starts an attended transfer of a call. Returns the id of its consultation call. */
  consult(id: string, destination: string): Promise<string> {
    return this.page.evaluate(([callId, to]) => lab.consult(callId, to), [id, destination] as const);
  }

  state(id: string) {
    return this.page.evaluate((callId) => lab.state(callId), id);
  }

  async inState(id: string, state: CallState): Promise<void> {
    await this.page.until(([callId, wanted]) => lab.call(callId).state === wanted, [id, state] as const);
  }

  /** How many microphones are live and connections open. */
  open(): Promise<{ tracks: number; connections: number }> {
    return this.page.evaluate(() => lab.open());
  }

  /** Records the audio of a call for this long, or until `isEnough` returns true for the recording so far. */
  async record(
    id: string,
    ms: number,
    isEnough: (heard: Float32Array, rate: number) => boolean = () => false,
  ): Promise<{ pcm: Float32Array; rate: number }> {
    const rate = await this.page.evaluate((callId) => lab.startRecording(callId), id);
    const end = Date.now() + ms;
    let pcm = new Float32Array();
    while (Date.now() < end && !isEnough(pcm, rate)) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(end - Date.now(), LISTENING_STEP_MS)));
      const more = toPcm(await this.page.evaluate((callId) => lab.takeRecorded(callId), id));
      pcm = Float32Array.from([...pcm, ...more]);
    }
    await this.page.evaluate((callId) => lab.stopRecording(callId), id);
    return { pcm, rate };
  }

  /** When the first sound of a call was heard, in ms since the epoch. */
  firstAudio(id: string, withinMs = 5000): Promise<number> {
    return this.page.evaluate(([callId, limit]) => lab.firstAudio(callId, limit), [id, withinMs] as const);
  }

  /** Listens to a call for this long and returns the strongest frequency. 0 is silence. */
  async hears(id: string, ms = 400): Promise<number> {
    // In Firefox, listen() waits for the first sound.
    if (this.browser === 'firefox' && (await this.#receivesSilence(id, ms))) return 0;
    const { pcm, rate } = await this.record(id, ms);
    return dominantHz(pcm, rate);
  }

  /** Waits until this frequency is heard in a call, at most `withinMs`. Returns the frequency heard last. */
  async hearsWithin(id: string, hz: number, withinMs = 5000): Promise<number> {
    const end = Date.now() + withinMs;
    for (;;) {
      const heard = await this.hears(id, 250);
      // Compare with 0 exactly: the tail of a voice that just ended has a very low frequency, but is not silence.
      const isHeard = hz === 0 ? heard === 0 : Math.abs(heard - hz) <= 10;
      if (isHeard || Date.now() > end) return heard;
    }
  }

  /**
   * Calls `send` and returns the digits whose tones are heard in a call. If they are not the wanted ones, tries again,
   * up to four times, because a browser on a busy machine may interrupt a tone, which is then heard as two.
   */
  async hearsDigits(id: string, wanted: string, send: () => Promise<unknown>): Promise<string> {
    for (let times = 1; ; times++) {
      const recording = this.record(id, 15_000, (heard, rate) => dtmfDigits(heard, rate).length >= wanted.length);
      await send();
      const { pcm, rate } = await recording;
      const heard = dtmfDigits(pcm, rate);
      if (heard === wanted || times === 4) return heard;
      await this.hearsWithin(id, 0); // The rest of these tones must not count for the next try.
    }
  }

  /**
   * Whether the page plays ringback now. In Firefox, which has no sound device here, whether it plays anything itself.
   */
  async playsRingback(): Promise<boolean> {
    if (this.browser === 'firefox') return this.page.evaluate(() => lab.playsOwnSound());
    const { rate, base64 } = await this.page.evaluate(() => lab.ownSound());
    const hz = dominantHz(toPcm(base64), rate);
    return hz > 430 && hz < 490;
  }

  #receivesSilence(id: string, ms: number): Promise<boolean> {
    return this.page.evaluate(([callId, during]) => lab.receivesSilence(callId, during), [id, ms] as const);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

const toPcm = (base64: string) => new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
