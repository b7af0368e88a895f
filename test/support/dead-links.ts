import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anchorsOf, linksOf } from '../../build/links.js';

/** The relative links of Markdown documents in a folder that lead to no file or anchor in it. */
export async function deadLinks(folder: string, documents: readonly string[]): Promise<string[]> {
  const dead: string[] = [];
  for (const document of documents) {
    for (const { path, anchor } of linksOf(document, await readFile(join(folder, document), 'utf8'))) {
      const target = join(folder, path);
      const isAlive = existsSync(target) && (anchor === '' || anchorsOf(await readFile(target, 'utf8')).has(anchor));
      if (!isAlive) dead.push(`${document}: ${path}${anchor}`);
    }
  }
  return dead;
}
