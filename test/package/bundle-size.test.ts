import { expect, it } from 'vitest';
import { bundleSize, LIMIT_BYTES } from '../support/bundle-size.js';

it(`a page pays at most ${LIMIT_BYTES} bytes (min+gzip) for the phone, validation included`, async () => {
  const { gzipped, modules } = await bundleSize();
  expect(gzipped).toBeLessThanOrEqual(LIMIT_BYTES);
  expect(modules.map(([path]) => path)).toContainEqual(expect.stringMatching(/generated\/v1\/shapes\.ts$/));
});

it('nothing of the sandbox, and no package, is in it', async () => {
  const { modules } = await bundleSize();
  const foreign = modules.map(([path]) => path).filter((path) => /sandbox|node_modules/.test(path));
  expect(foreign).toEqual([]);
});
