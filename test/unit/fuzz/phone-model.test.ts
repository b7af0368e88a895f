import { describe, expect, it } from 'vitest';
import { play, sequenceOf, shrink, written } from '../../fuzz/phone-model.js';

const SEED = 1;
const SEQUENCES = 300;
const A_TEST = 50;

describe('whatever the user, the service and the world do, a phone keeps its word', () => {
  it.each(Array.from({ length: SEQUENCES / A_TEST }, (_, index) => SEED + index * A_TEST))(
    `in ${A_TEST} sequences from seed %i`,
    async (first) => {
      for (let seed = first; seed < first + A_TEST; seed++) {
        const sequence = sequenceOf(seed);
        if ((await play(sequence)).length === 0) continue;
        const shortest = await shrink(sequence);
        expect.fail(`${written(shortest)}\n${(await play(shortest)).join('\n')}`);
      }
    },
    20_000,
  );
});
