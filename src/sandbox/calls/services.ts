import type { SandboxLog } from '../log.js';
import { type Clip, digitClip, holdMusic, SILENCE, type Sound, toneClip } from '../media/index.js';
import { later } from '../timers.js';
import type { Conversation, EndReason, Party } from './party.js';

/** How a service behaves when it is called. */
export interface Script {
  /** Whether the caller gets `call.ringing`. */
  readonly rings: boolean;
  /** Early media: what the caller hears before the outcome. */
  readonly early?: () => Sound;
  /** When the outcome comes, in milliseconds. Defaults to the ring time, `ringForMs`. */
  readonly afterMs?: number;
  readonly outcome:
    | { kind: 'answers'; party: (log: SandboxLog) => ServiceParty }
    | { kind: 'fails'; reason: EndReason };
}

/** A test destination of the sandbox, such as the echo. */
export interface Service {
  /** The number that a phone dials, for example `600`. */
  readonly code: string;
  /** What the service does, in a few words. */
  readonly title: string;
  /** @internal */
  readonly script: Script;
}

/** The tone of the tone service, in Hz. */
export const TONE_HZ = 1000;
/** The early media of service 606, in Hz. */
export const EARLY_MEDIA_HZ = 700;
/** The tone of 911 and 933, in Hz. */
export const EMERGENCY_HZ = 850;

const loop = (clip: Clip): Sound => ({ kind: 'clip', clip, loop: true });
const steady = (hz: number) => () => loop(toneClip([hz], { onMs: 1000, offMs: 0 }));
const answers = (party: (log: SandboxLog) => ServiceParty, afterMs = 150): Script => ({
  rings: true,
  afterMs,
  outcome: { kind: 'answers', party },
});
const fails = (reason: EndReason, rings: boolean, afterMs?: number): Script => ({
  rings,
  outcome: { kind: 'fails', reason },
  ...(afterMs !== undefined && { afterMs }),
});
const says = (sound: () => Sound) => () => new ServiceParty(sound());
const echoes = says(() => ({ kind: 'echo' }));

/** A party without a phone. It plays one sound, whatever it hears. */
export class ServiceParty implements Party {
  bridge: Conversation | undefined;
  #voice: Sound;

  constructor(voice: Sound) {
    this.#voice = voice;
  }

  get voice(): Sound {
    return this.#voice;
  }

  protected say(voice: Sound): void {
    this.#voice = voice;
    this.bridge?.route();
  }

  digit(_digit: string): void {}
  ended(): void {}
  hear(): void {}
  held(): void {}
  resumed(): void {}
}

/** How long the digit reader waits for another digit before it plays back those that it has. */
const READ_BACK_AFTER_MS = 2000;

/** How many digits are played back: the last ones. */
const DIGITS_KEPT = 100;

/**
 * Beeps, collects digits, and plays their tones back after `#` or a pause. Digits that arrive during the playback are
 * played after it.
 */
class DigitReader extends ServiceParty {
  #digits = '';
  #isDue = false;
  #isReading = false;
  #pause: NodeJS.Timeout | undefined;
  readonly #log: SandboxLog;

  constructor(log: SandboxLog) {
    super({ kind: 'clip', clip: toneClip([480], { onMs: 300, offMs: 100 }), loop: false });
    this.#log = log;
  }

  override digit(digit: string): void {
    this.#digits = (this.#digits + digit).slice(-DIGITS_KEPT);
    clearTimeout(this.#pause);
    this.#pause = later(this.#log, digit === '#' ? 0 : READ_BACK_AFTER_MS, () => {
      this.#isDue = true;
      this.#readBack();
    });
  }

  override ended(): void {
    clearTimeout(this.#pause);
  }

  #readBack(): void {
    if (!this.#isDue || this.#isReading) return;
    const clip = [...this.#digits].flatMap((digit) => [...digitClip(digit)]);
    this.#digits = '';
    this.#isDue = false;
    this.#isReading = true;
    const onEnd = () => {
      this.#isReading = false;
      this.say(SILENCE);
      this.#readBack();
    };
    this.say({ kind: 'clip', clip, loop: false, onEnd });
  }
}

/** A test destination for each outcome of a call. Each also has a public number, see `publicNumberOf()`. */
export const SERVICES: readonly Service[] = [
  { code: '600', title: 'echo', script: answers(echoes) },
  { code: '601', title: `a tone of ${TONE_HZ} Hz`, script: answers(says(steady(TONE_HZ))) },
  { code: '602', title: 'hold music', script: answers(says(() => loop(holdMusic()))) },
  { code: '603', title: 'busy', script: fails('busy', false, 0) },
  { code: '604', title: 'rings, no answer', script: fails('no-answer', true) },
  { code: '605', title: 'rings, then rejects', script: fails('rejected', true, 500) },
  {
    code: '606',
    title: `early media (${EARLY_MEDIA_HZ} Hz) for 2 s, then a tone of ${TONE_HZ} Hz`,
    script: { ...answers(says(steady(TONE_HZ)), 2000), rings: false, early: steady(EARLY_MEDIA_HZ) },
  },
  { code: '607', title: 'answers after 5 s, then echo', script: answers(echoes, 5000) },
  { code: '608', title: 'reads DTMF back, after # or a pause', script: answers((log) => new DigitReader(log)) },
  { code: '609', title: 'rings, then fails', script: fails('failed', true, 500) },
];

/** The emergency numbers. They play a tone: the sandbox never calls anybody. */
export const EMERGENCY_SERVICES: readonly Service[] = [
  { code: '911', title: 'emergency: a tone, nobody is called', script: answers(says(steady(EMERGENCY_HZ))) },
  { code: '933', title: 'emergency address test: a tone', script: answers(says(steady(EMERGENCY_HZ))) },
];
