import { expect, inject, it } from 'vitest';
import { run } from './tarball.js';
import { tool } from './tools.js';

it('publint has nothing to say of the package', async () => {
  const said = await run(process.execPath, [tool('publint'), 'run', inject('tarball'), '--strict']);
  expect(said).toMatch(/All good!/);
});

it('attw finds right types for every entry, however it is imported', async () => {
  const said = await run(process.execPath, [tool('@arethetypeswrong/cli', 'attw'), inject('tarball'), '--no-emoji']);
  expect(said).toMatch(/No problems found/);
  expect(said).not.toMatch(/ignor/i);
});
