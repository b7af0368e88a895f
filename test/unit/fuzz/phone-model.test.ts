import { describe, expect, it } from 'vitest';
import { holdPhones, play, type Step } from '../../fuzz/phone-model.js';

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

/** Sequences that once broke a rule. */
describe('a phone keeps its word when', () => {
  const step = (act: string, a: number, b: number): Step => ({ act, a, b, atOnce: false });

  it('the service answers a restored call by itself, the network changes, and the page puts a track on the call', async () => {
    const steps = [
      step('connect', 3, 3),
      step('time', 5, 3),
      step('frame', 0, 2), // call.answered
      step('page', 5, 0), // online
      step('time', 4, 0),
      step('the page puts a track', 27, 0),
    ];
    expect(await play({ seed: 16, steps })).toEqual([]);
  });
});
