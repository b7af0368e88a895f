import { describe, expect, it, vi } from 'vitest';
import { bombard, errorsOfStorm, STORMS, type Tally } from '../../fuzz/bombardment.js';
import { FrameSource, misread } from '../../fuzz/frames.js';
import { Random } from '../../fuzz/random.js';

const SEED = 20_260_302;
const PHONES = 6;
const FRAMES_A_PHONE = 500;

describe('a frame of any kind', () => {
  it('is read as the documents say', () => {
    const source = new FrameSource(new Random(SEED));
    for (let count = 0; count < 4_000; count++) {
      const frame = source.next();
      const problem = misread(frame);
      if (problem)
        expect.fail(`seed ${SEED}, frame ${count}, ${frame.how}: ${problem}\n${String(frame.data).slice(0, 500)}`);
    }
  });

  it.each(Array.from({ length: PHONES }, (_, index) => SEED + index))('leaves a phone well, seed %i', async (seed) => {
    const shown = vi.spyOn(console, 'error');
    const tally: Tally = { made: new Map(), faults: [] };
    await bombard(seed, FRAMES_A_PHONE, tally);
    expect(tally.faults, `seed ${seed}`).toEqual([]);
    expect(shown).not.toHaveBeenCalled();
    // Generated tests prove nothing when nothing is generated.
    expect(tally.made.size).toBeGreaterThan(100);
    vi.restoreAllMocks();
  });

  it.each(STORMS)('a thousand times over, %s is told once at most', async (frame) => {
    expect(await errorsOfStorm(frame, 1000)).toBeLessThanOrEqual(1);
  });
});
