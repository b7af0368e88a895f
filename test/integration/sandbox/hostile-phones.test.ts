import { expect, it } from 'vitest';
import { fuzzPhones, summaryOf } from '../../fuzz/hostile-phone.js';

it('hostile phones end no sandbox, keep nobody waiting, and are told nothing of another account', async () => {
  const report = await fuzzPhones({ seed: 1, sequences: 40 });
  console.info(summaryOf(report));
  expect(report.faults).toEqual([]);
}, 60_000);
