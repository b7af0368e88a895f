import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { deadLinks } from '../support/dead-links.js';
import { ROOT } from './tarball.js';

const installed = inject('installed');

it('every link of a document in the package leads to a file of the package, and to a heading in it', async () => {
  const documents = (await readdir(installed, { recursive: true })).filter((path) => /\.(?:html|md)$/.test(path));
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/sandbox.md', 'docs/security.md']));
  expect(await deadLinks(installed, documents)).toEqual([]);
});

it('a link to a file that is not in the package leads to the repository, at the tag of this version', async () => {
  const { repository, version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const tag = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/v${version}/`;
  const text = await readFile(join(installed, 'docs/security.md'), 'utf8');
  const urls = [...text.matchAll(/\]\((https:[^)#]+)/g)].map(([, url = '']) => url);
  const paths = urls.filter((url) => url.startsWith(tag)).map((url) => url.slice(tag.length));
  expect(paths).toContain('test/package/package.test.ts');
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
