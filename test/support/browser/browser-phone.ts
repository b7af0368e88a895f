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
  /** Opens the browser; Chromium when absent. */
  readonly launch?: (microphone: Microphone) => Promise<LabBrowser>;
  /** Is told at once what the phone and its calls say. */
  readonly onEvent?: (event: LabEvent) => void;
}

/** A phone in a browser of its own, whose microphone is a tone. */
export class BrowserPhone {
  readonly page: LabPage;
  /** Errors that nobody caught, and what the page's console warned of. */
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

  /** A fresh page: no phone, no call, no event. */
  async load(labUrl: string): Promise<void> {
    await this.page.goto(labUrl);
    await this.page.until(() => 'lab' in globalThis);
  }

  /** The page is loaded anew, as by a user; its phone and calls are gone with it. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.until(() => 'lab' in globalThis);
  }

  /** From now on, every page that is loaded here connects by itself, at this moment of its life. */
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

  /** What connect() comes to: nothing, or its error. */
  async connectFails(options: LabOptions): Promise<{ code: string; message: string } | undefined> {
    await this.create(options);
    const outcome = await this.page.evaluate(() => lab.attempt(() => lab.phone.connect()));
    return 'error' in outcome ? outcome.error : undefined;
  }

  /** What call() comes to: nothing, or its error. */
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

  /** The next event of a name, from the `from`th on, as soon as it comes. */
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
        throw new Error(`no ${name} within ${withinMs} ms; what came: ${came || 'nothing'}`);
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

  /** Starts an attended transfer of a call, and gives the id of its consultation call. */
  consult(id: string, destination: string): Promise<string> {
    return this.page.evaluate(([callId, to]) => lab.consult(callId, to), [id, destination] as const);
  }

  state(id: string) {
    return this.page.evaluate((callId) => lab.state(callId), id);
  }

  async inState(id: string, state: CallState): Promise<void> {
    await this.page.until(([callId, wanted]) => lab.call(callId).state === wanted, [id, state] as const);
  }

  /** Live microphones and open connections. */
  open(): Promise<{ tracks: number; connections: number }> {
    return this.page.evaluate(() => lab.open());
  }

  /** What a call lets hear, until `isEnough` says so of all that was heard or the time is over. */
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

  /** The strongest frequency that a call lets hear for a while; 0 is silence. */
  async hears(id: string, ms = 400): Promise<number> {
    // The ear in Firefox waits for the first sound.
    if (this.browser === 'firefox' && (await this.#receivesSilence(id, ms))) return 0;
    const { pcm, rate } = await this.record(id, ms);
    return dominantHz(pcm, rate);
  }

  /** Waits until a call lets hear this frequency, and gives what is heard then. */
  async hearsWithin(id: string, hz: number, withinMs = 5000): Promise<number> {
    const end = Date.now() + withinMs;
    for (;;) {
      const heard = await this.hears(id, 250);
      // The tail of a voice that just ended has no pitch, but is not silence yet.
      const isHeard = hz === 0 ? heard === 0 : Math.abs(heard - hz) <= 10;
      if (isHeard || Date.now() > end) return heard;
    }
  }

  /**
   * Lets digits be sent, and gives those whose tones a call lets hear; again, until they are the ones that are wanted or
   * were sent four times: the browser of a busy machine tears holes into a tone, which is then heard as two.
   */
  async hearsDigits(id: string, wanted: string, send: () => Promise<unknown>): Promise<string> {
    for (let times = 1; ; times++) {
      const recording = this.record(id, 15_000, (heard, rate) => dtmfDigits(heard, rate).length >= wanted.length);
      await send();
      const { pcm, rate } = await recording;
      const heard = dtmfDigits(pcm, rate);
      if (heard === wanted || times === 4) return heard;
      await this.hearsWithin(id, 0); // What is left of this time is not the next one's.
    }
  }

  /** Whether the page plays ringback at this moment: what it sounds like, or, in Firefox, whose sound device stands still, that it plays. */
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
