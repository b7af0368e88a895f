import type { NodePhoneMedia } from './audio/node-phone-media.js';
import { dominantHz, dtmfDigits } from './audio/tone.js';
import { until } from './audio/until.js';

const RATE = 48000;
const STEP = RATE / 5;

/** The strongest frequency of each fifth of a second. */
const tones = (pcm: Int16Array): number[] =>
  Array.from({ length: Math.floor(pcm.length / STEP) }, (_, n) =>
    dominantHz(pcm.subarray(n * STEP, (n + 1) * STEP), RATE),
  );

/** Waits for silence that lasts. */
export async function hearsSilence(media: NodePhoneMedia): Promise<void> {
  await until('silence', async () => (await media.heardHz()) === 0, { intervalMs: 0 });
  if ((await media.heardHz(300)) !== 0) throw new Error('the silence did not last');
}

/** Waits for changing notes, which neither a tone nor the voice of a test phone has. */
export async function hearsMusic(media: NodePhoneMedia): Promise<void> {
  await until(
    'music',
    async () => {
      const notes = tones(await media.listen(1000)).filter((hz) => hz > 0);
      return new Set(notes.map((hz) => Math.round(hz / 20))).size >= 3;
    },
    { intervalMs: 0, timeoutMs: 6000 },
  );
}

/** Waits for North American ringback: 440 and 480 Hz together. */
export async function hearsRingback(media: NodePhoneMedia): Promise<void> {
  const isRingback = (hz: number) => Math.abs(hz - 440) < 10 || Math.abs(hz - 480) < 10;
  await until('ringback', async () => isRingback(await media.heardHz()), { intervalMs: 0, timeoutMs: 7000 });
}

/** Waits for the tones of these digits, in this order and without others before them. */
export async function hearsDigits(media: NodePhoneMedia, digits: string): Promise<void> {
  const heard: number[] = [];
  await until(
    `the tones of ${digits}`,
    async () => {
      heard.push(...(await media.listen(200)));
      return dtmfDigits(Int16Array.from(heard), RATE) === digits;
    },
    { intervalMs: 0, timeoutMs: 6000 },
  );
}
