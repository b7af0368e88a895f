import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { DIST } from './output.js';
import { packagesOf } from './packages.js';

/** The copyright line of each package that is published without its licence text. */
const COPYRIGHT: Readonly<Record<string, string>> = { werift: 'Copyright (c) 2020 shinyoshiaki' };

/** Writes the licences of all packages in the bundles. */
export async function notices(bundles: readonly Metafile[]): Promise<void> {
  const folders = packagesOf(bundles.flatMap(({ inputs }) => Object.keys(inputs)));
  const texts = await Promise.all(folders.map(notice));
  const text = `The files beside this one contain parts of these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
  await writeFile(join(DIST, 'THIRD-PARTY-NOTICES.txt'), text);
}

async function notice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    /^(build\/)?(licen[cs]e|copying|notice)/i.test(file),
  );
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  const copyright = COPYRIGHT[name];
  if (texts.length === 0 && license === 'MIT' && copyright)
    texts.push((await readFile('LICENSE', 'utf8')).replace(/^Copyright.*$/m, copyright));
  if (texts.length === 0)
    throw new Error(`${name} is published without its licence. Add its copyright line to COPYRIGHT.`);
  return [`${name} ${version}, licence ${license}`, ...texts].join('\n\n');
}
