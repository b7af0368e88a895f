import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('.nvmrc, package.json and the hosted workflow name the same version of Node', () => {
  const version = read('.nvmrc').trim();
  expect(JSON.parse(read('package.json')).engines.node).toBe(`>=${version}`);
  expect(read('.github/workflows/ci.yml')).toContain(`image: node:${version}-`);
});
