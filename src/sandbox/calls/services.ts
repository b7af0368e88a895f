import type { SandboxLog } from '../log.js';
import { type Clip, digitClip, holdMusic, SILENCE, type Sound, toneClip } from '../media/index.js';
import { later } from '../timers.js';
import type { Conversation, EndReason, Party } from './party.js';

/** How a called service behaves. */
export interface Script {
  /** Whether the caller is told that it rings. */
  readonly rings: boolean;
  /** What the caller hears before the outcome. */
  readonly early?: () => Sound;
  /** When the outcome comes; the ring time when absent. */
  readonly afterMs?: number;
  readonly outcome:
    | { kind: 'answers'; party: (log: SandboxLog) => ServiceParty }
    | { kind: 'fails'; reason: EndReason };
}

/** Something in the sandbox that can be called. */
export interface Service {
  readonly code: string;
  readonly title: string;
  /** @internal */
  readonly script: Script;
}

/** The tone of the tone service, in Hz. */
export const TONE_HZ = 1000;
/** What is heard before the early-media service answers, in Hz. */
export const EARLY_MEDIA_HZ = 700;
/** What 911 and 933 say, in Hz. */
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

/** A party without a phone: it says one thing, whatever is said to it. */
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

/** How long the IVR waits for a further digit before it reads back what it has. */
const READ_BACK_AFTER_MS = 2000;

/** So many digits are read back, the last ones. */
const DIGITS_KEPT = 100;

/** Beeps, takes digits, and after `#` or a pause plays their tones back; what comes meanwhile is played after that. */
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

/** One destination for every outcome. A number of the public network reaches each of them as well: see the dial plan. */
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

/** They reach a tone, never anybody. */
export const EMERGENCY_SERVICES: readonly Service[] = [
  { code: '911', title: 'emergency: a tone, nobody is called', script: answers(says(steady(EMERGENCY_HZ))) },
  { code: '933', title: 'emergency address test: a tone', script: answers(says(steady(EMERGENCY_HZ))) },
];
