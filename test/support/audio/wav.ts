import { writeFile } from 'node:fs/promises';

export interface ToneFile {
  readonly hz: number;
  readonly seconds: number;
  readonly rate?: number;
}

/** A 16-bit mono WAV file with a steady tone, for the fake microphone of a browser. */
export function toneWav({ hz, seconds, rate = 48000 }: ToneFile): Buffer {
  const samples = Math.round(seconds * rate);
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16); // size of the format chunk
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22); // mono
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28); // bytes a second
  wav.writeUInt16LE(2, 32); // bytes a sample
  wav.writeUInt16LE(16, 34); // bits a sample
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i++) {
    wav.writeInt16LE(Math.round(0x7fff * 0.5 * Math.sin((2 * Math.PI * hz * i) / rate)), 44 + i * 2);
  }
  return wav;
}

export async function writeToneWav(path: string, tone: ToneFile): Promise<void> {
  await writeFile(path, toneWav(tone));
}
