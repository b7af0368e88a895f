import { expect, it } from 'vitest';
import { fuzzService, summaryOf } from '../fuzz/hostile-service.js';

it('a hostile service opens no microphone, stalls no page, and leaves nothing behind', async () => {
  const report = await fuzzService({ seed: 1, sequences: 20 });
  console.info(summaryOf(report));
  expect(report.faults).toEqual([]);
});
