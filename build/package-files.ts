import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Link, replaceLinks } from './links.js';
import { ENTRIES, PACKAGE } from './output.js';

const COPIED = ['LICENSE', 'specs'];
const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'SECURITY.md'];

/** Documents for developers of the SDK only. */
const NOT_PACKED = ['docs/architecture.md', 'docs/faults.md', 'docs/conformance.md', 'docs/style.md'];

/** Fields of package.json that only this repository needs. */
const NOT_PUBLISHED = ['private', 'scripts', 'devDependencies'];

/** Writes all files of the package other than bundles and declarations. */
export async function packageFiles(): Promise<void> {
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  for (const field of NOT_PUBLISHED) delete manifest[field];
  await write('package.json', json(manifest));
  for (const entry of ENTRIES) await write(join(entry, 'package.json'), json(folderOf(entry)));
  for (const path of COPIED) await cp(path, join(PACKAGE, path), { recursive: true });
  const pages = (await readdir('docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  const documents = [...DOCUMENTS, ...pages.filter((page) => !NOT_PACKED.includes(page))];
  for (const document of documents) await cp(document, join(PACKAGE, document), { recursive: true });
  const inRepository = repositoryUrls(manifest);
  for (const document of documents) {
    const text = await readFile(document, 'utf8');
    const linked = replaceLinks(document, text, (link) => {
      if (!existsSync(link.path)) throw new Error(`${document} links to ${link.path}, which does not exist`);
      return existsSync(join(PACKAGE, link.path)) ? undefined : inRepository(link);
    });
    await write(document, linked);
  }
}

/** Returns a function for the URL at which the repository shows a file of this version. */
function repositoryUrls({ repository, version }: { repository: { url: string }; version: string }) {
  const base = repository.url.replace(/^git\+|\.git$/g, '');
  return ({ path, anchor }: Link): string => {
    const view = /\.(?:gif|jpg|png|svg|webp)$/.test(path) ? 'raw' : 'blob';
    return `${base}/${view}/v${version}/${path}${anchor}`;
  };
}

/**
 * The package.json of a folder for an entry. Tools that ignore `exports` look for `@dialstack/sdk/webrtc` in a folder.
 */
const folderOf = (entry: string) => ({
  main: `../dist/${entry}.cjs`,
  module: `../dist/${entry}.js`,
  types: `../dist/${entry}.d.cts`,
});

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(PACKAGE, dirname(path)), { recursive: true });
  await writeFile(join(PACKAGE, path), text);
}
