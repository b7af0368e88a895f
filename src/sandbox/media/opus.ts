import OpusScript from 'opusscript';
import { FRAME_SAMPLES, SAMPLE_RATE } from './frame.js';

// opusscript loads opusscript_native_wasm.wasm from `__dirname` when the first encoder is created. A bundle that
// contains opusscript must define `__dirname` and have that file next to it: build.ts sees to both.

const BITRATE = 32_000;
/** CELT at the lowest complexity encodes ten times as fast as the default, and must not delay the audio of calls. */
const MODE = OpusScript.Application.RESTRICTED_LOWDELAY;
const [OPUS_SET_COMPLEXITY, LOWEST] = [4010, 0];

/** Encodes 48 kHz mono into frames of 20 ms. An incomplete last frame is padded with silence. */
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
    encoder.delete(); // Its WebAssembly memory is not garbage collected.
  }
}
