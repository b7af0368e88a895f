import { describe, it } from 'vitest';
import { holdPhones } from '../../fuzz/phone-model.js';

const SEED = 1;
const SEQUENCES = 300;
const A_TEST = 50;

describe('whatever the user, the service and the world do, a phone keeps its word', () => {
  it.each(Array.from({ length: SEQUENCES / A_TEST }, (_, index) => SEED + index))(
    `in ${A_TEST} sequences from seed %i`,
    (seed) => holdPhones(seed, A_TEST),
    20_000,
  );
});
