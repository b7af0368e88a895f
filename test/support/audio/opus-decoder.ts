import OpusScript from 'opusscript';

/** Decodes Opus frames to 48 kHz mono. Close it, because its WebAssembly memory is not garbage collected. */
export class OpusDecoder {
  readonly #opus = new OpusScript(48000, 1, OpusScript.Application.AUDIO);
  #closed = false;

  decode(frames: readonly Buffer[]): Int16Array {
    const pcm = Buffer.concat(frames.map((frame) => this.#opus.decode(frame)));
    return new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2);
  }

  close(): void {
    if (!this.#closed) this.#opus.delete();
    this.#closed = true;
  }
}
