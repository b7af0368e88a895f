import { type Clip, encodeClip } from './clip.js';
import { DTMF_DIGITS } from './dtmf.js';
import { type Cadence, melody, tone } from './synthesis.js';

/** Encodes a clip on first use and keeps it, because encoding takes about 20 ms for each second of audio. */
function onFirstUse(synthesise: () => Int16Array): () => Clip {
  let clip: Clip | undefined;
  return () => {
    clip ??= encodeClip(synthesise());
    return clip;
  };
}

/** One period of a tone of one or several frequencies, in Hz. */
export function toneClip(frequencies: readonly number[], cadence: Cadence): Clip {
  return encodeClip(tone(frequencies, cadence));
}

/** North American ringback, one period. */
export const ringback = onFirstUse(() => tone([440, 480], { onMs: 2000, offMs: 4000 }));

/** North American busy tone, one period. */
export const busyTone = onFirstUse(() => tone([480, 620], { onMs: 500, offMs: 500 }));

/** 100 ms, enough for a phone to settle before its stream pauses. */
export const silence = onFirstUse(() => tone([], { onMs: 0, offMs: 100 }));

const [C5, E5, F5, G5, A5, B5, C6, D6] = [523.25, 659.26, 698.46, 783.99, 880, 987.77, 1046.5, 1174.66];

/** The notes of the hold music, in Hz: the chords C, A minor, F and G, each up and down. */
export const HOLD_MUSIC_NOTES: readonly number[] = [
  ...[C5, E5, G5, C6, G5, E5],
  ...[C5, E5, A5, C6, A5, E5],
  ...[C5, F5, A5, C6, A5, F5],
  ...[G5, B5, D6, G5, B5, D6],
];

/** Hold music, 4.8 s long. Loop it. */
export const holdMusic = onFirstUse(() => melody(HOLD_MUSIC_NOTES, 200));

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYPAD = ['123A', '456B', '789C', '*0#D'];

const digitClips = new Map([...DTMF_DIGITS].map((digit) => [digit, onFirstUse(() => digitTone(digit))]));

/** The DTMF tone of one of 0-9 * # A-D: 200 ms, then 100 ms of silence. */
export function digitClip(digit: string): Clip {
  const clip = digitClips.get(digit);
  if (clip === undefined) throw new RangeError(`not a DTMF digit: ${digit}`);
  return clip();
}

function digitTone(digit: string): Int16Array {
  const row = KEYPAD.findIndex((keys) => keys.includes(digit));
  const column = KEYPAD[row]?.indexOf(digit) ?? -1;
  return tone([ROWS[row] ?? 0, COLUMNS[column] ?? 0], { onMs: 200, offMs: 100 });
}
