/** Analyses recordings. Silence has a dominant frequency of 0. */

type Pcm = Int16Array | Float32Array;

/** Anything quieter than this share of full scale is silence. */
const SILENCE_RMS = 0.003;
const MAX_FFT = 8192;

/** The strongest frequency in the last 8192 samples. Accurate to about 1 Hz for a steady tone of 100 ms or more. */
export function dominantHz(pcm: Pcm, rate: number): number {
  const samples = toUnit(pcm);
  if (samples.length < 256 || rms(samples) < SILENCE_RMS) return 0;
  const size = Math.min(MAX_FFT, 2 ** Math.floor(Math.log2(samples.length)));
  const magnitudes = spectrum(samples.subarray(samples.length - size));
  let peak = 1;
  for (let bin = 1; bin < magnitudes.length - 1; bin++) {
    if (at(magnitudes, bin) > at(magnitudes, peak)) peak = bin;
  }
  // A parabola through the logarithms of the peak and its neighbours finds the exact peak between the bins.
  const [left, top, right] = [peak - 1, peak, peak + 1].map((bin) => Math.log(at(magnitudes, bin) + 1e-12));
  const curve = (left ?? 0) - 2 * (top ?? 0) + (right ?? 0);
  const shift = curve === 0 ? 0 : (0.5 * ((left ?? 0) - (right ?? 0))) / curve;
  return ((peak + shift) * rate) / size;
}

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYPAD = ['123A', '456B', '789C', '*0#D'];

/** How many windows make a tone, and how many without one a gap. Shorter holes come from lost packets. */
const TONE_WINDOWS = 2;
const GAP_WINDOWS = 3;

/**
 * The DTMF digits in a recording, in order. Finds tones of at least 50 ms. Repeated digits must be separated by gaps of
 * at least 100 ms.
 */
export function dtmfDigits(pcm: Pcm, rate: number): string {
  const samples = toUnit(pcm);
  const window = Math.round(rate * 0.025);
  let digits = '';
  let current = '';
  let candidate = '';
  let times = 0;
  for (let start = 0; start + window <= samples.length; start += window) {
    const digit = dtmfDigit(samples.subarray(start, start + window), rate);
    times = digit === candidate ? times + 1 : 1;
    candidate = digit;
    if (digit === current || times < (digit ? TONE_WINDOWS : GAP_WINDOWS)) continue;
    current = digit;
    digits += digit;
  }
  return digits;
}

function dtmfDigit(samples: Float32Array, rate: number): string {
  if (rms(samples) < SILENCE_RMS) return '';
  const row = strongest(ROWS, samples, rate);
  const column = strongest(COLUMNS, samples, rate);
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0);
  const explained = ((row.power + column.power) * 2) / (samples.length * energy);
  const twist = row.power / column.power;
  return explained > 0.7 && twist > 0.1 && twist < 10 ? (KEYPAD[row.index]?.[column.index] ?? '') : '';
}

function strongest(
  frequencies: readonly number[],
  samples: Float32Array,
  rate: number,
): { index: number; power: number } {
  const powers = frequencies.map((frequency) => goertzel(samples, frequency, rate));
  const power = Math.max(...powers);
  return { index: powers.indexOf(power), power };
}

/** The squared magnitude of one frequency, by the Goertzel algorithm. */
export function goertzel(samples: Float32Array, frequency: number, rate: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let previous = 0;
  let beforeThat = 0;
  for (const sample of samples) {
    [beforeThat, previous] = [previous, sample + coefficient * previous - beforeThat];
  }
  return previous ** 2 + beforeThat ** 2 - coefficient * previous * beforeThat;
}

/** The magnitudes of a radix-2 FFT with a Hann window. The length must be a power of two. */
function spectrum(samples: Float32Array): Float64Array {
  const size = samples.length;
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const bits = Math.log2(size);
  for (let i = 0; i < size; i++) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((i >> bit) & 1) << (bits - 1 - bit);
    re[reversed] = at(samples, i) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
  }
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const angle = (-Math.PI * k) / half;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let i = k; i < size; i += 2 * half) {
        const j = i + half;
        const oddRe = at(re, j) * cos - at(im, j) * sin;
        const oddIm = at(re, j) * sin + at(im, j) * cos;
        re[j] = at(re, i) - oddRe;
        im[j] = at(im, i) - oddIm;
        re[i] = at(re, i) + oddRe;
        im[i] = at(im, i) + oddIm;
      }
    }
  }
  return Float64Array.from({ length: size / 2 }, (_, bin) => Math.hypot(at(re, bin), at(im, bin)));
}

function toUnit(pcm: Pcm): Float32Array {
  return pcm instanceof Float32Array ? pcm : Float32Array.from(pcm, (sample) => sample / 0x8000);
}

function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

function at(values: Float32Array | Float64Array, index: number): number {
  return values[index] ?? 0;
}
