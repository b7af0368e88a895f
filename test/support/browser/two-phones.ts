import { expect } from 'vitest';
import { near } from '../near.js';
import type { Testbed } from '../testbed.js';
import { optionsFor, usePhones } from './use-phones.js';

export const ALICE_HZ = 440;
export const BOB_HZ = 660;

/** The ids of a call at both ends. */
export interface Ends {
  readonly outbound: string;
  readonly inbound: string;
}

/** Gives the tests of a file a browser for Alice and one for Bob, and their common steps. */
export function useTwoPhones(bed: Testbed) {
  const phones = usePhones({ alice: ALICE_HZ, bob: BOB_HZ });
  return {
    phones,

    async connectBoth(): Promise<void> {
      await Promise.all([
        phones.alice.connect(await optionsFor(bed, 'alice')),
        phones.bob.connect(await optionsFor(bed, 'bob')),
      ]);
    },

    /** Alice calls Bob, who answers. */
    async talk(): Promise<Ends> {
      const outbound = await phones.alice.dial('102');
      const { callId: inbound = '' } = await phones.bob.event('incoming');
      await phones.bob.act(inbound, 'answer');
      await Promise.all([phones.alice.event('answered'), phones.bob.event('answered')]);
      return { outbound, inbound };
    },

    async hearEachOther({ outbound, inbound }: Ends): Promise<void> {
      const heard = await Promise.all([
        phones.alice.hearsWithin(outbound, BOB_HZ),
        phones.bob.hearsWithin(inbound, ALICE_HZ),
      ]);
      expect(heard).toEqual([near(BOB_HZ), near(ALICE_HZ)]);
    },
  };
}
