import OpusScript from 'opusscript';
import { FRAME_SAMPLES, SAMPLE_RATE } from './frame.js';

// opusscript reads opusscript_native_wasm.wasm from its own directory (`__dirname`), when the first encoder is made. The
// import is static so that a bundler sees it; the bundle must define `__dirname` and have the file beside it.

const BITRATE = 32_000;
/** CELT at its simplest is ten times as fast as the default, and a process encodes its music while calls are going on. */
const MODE = OpusScript.Application.RESTRICTED_LOWDELAY;
const [OPUS_SET_COMPLEXITY, LOWEST] = [4010, 0];

/** Encodes 48 kHz mono in frames of 20 ms; an incomplete last frame is filled with silence. */
export function encodeOpus(pcm: Int16Array): Buffer[] {
  const encoder = new OpusScript(SAMPLE_RATE, 1, MODE);
  try {
    encoder.setBitrate(BITRATE);
    encoder.encoderCTL(OPUS_SET_COMPLEXITY, LOWEST);
    const frames: Buffer[] = [];
    for (let start = 0; start < pcm.length; start += FRAME_SAMPLES) {
      const samples = new Int16Array(FRAME_SAMPLES);
      samples.set(pcm.subarray(start, start + FRAME_SAMPLES));
      frames.push(encoder.encode(Buffer.from(samples.buffer), FRAME_SAMPLES));
    }
    return frames;
  } finally {
    encoder.delete(); // its memory is outside the garbage collector's reach
  }
}
