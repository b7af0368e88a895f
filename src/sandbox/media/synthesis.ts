import { SAMPLE_RATE } from './frame.js';

const PEAK = 0x7fff * 0.5;
/** How long a tone fades in and out. A hard edge is heard as a click. */
const EDGE_MS = 5;

export interface Cadence {
  readonly onMs: number;
  readonly offMs: number;
}

/** Generates the sum of the frequencies for `onMs`, then silence for `offMs`. 48 kHz, mono. */
export function tone(frequencies: readonly number[], { onMs, offMs }: Cadence): Int16Array {
  const pcm = new Int16Array(samplesIn(onMs + offMs));
  const on = samplesIn(onMs);
  const edge = samplesIn(EDGE_MS);
  for (let i = 0; i < on; i++) {
    const envelope = Math.min(1, i / edge, (on - i) / edge);
    pcm[i] = (PEAK * envelope * sumOfSines(frequencies, i)) / frequencies.length;
  }
  return pcm;
}

/** Generates the notes one after the other, each with a sharp start and a fade. 48 kHz, mono. */
export function melody(notes: readonly number[], noteMs: number): Int16Array {
  const samples = samplesIn(noteMs);
  const pcm = new Int16Array(notes.length * samples);
  const edge = samplesIn(EDGE_MS);
  notes.forEach((note, n) => {
    for (let i = 0; i < samples; i++) {
      const fade = Math.exp((-3 * i) / samples);
      const envelope = Math.min(1, i / edge, (samples - i) / edge) * fade;
      pcm[n * samples + i] = PEAK * envelope * sumOfSines([note], i);
    }
  });
  return pcm;
}

function samplesIn(ms: number): number {
  return Math.round((ms * SAMPLE_RATE) / 1000);
}

function sumOfSines(frequencies: readonly number[], sample: number): number {
  let sum = 0;
  for (const frequency of frequencies) sum += Math.sin((2 * Math.PI * frequency * sample) / SAMPLE_RATE);
  return sum;
}
