import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of the package that a file belongs to. It must have a package.json, because one package has an inner
 * folder that is called node_modules.
 */
export function packageOf(path: string): string | undefined {
  const folders = [...path.matchAll(/node_modules\/(?:@[^/]+\/)?[^/]+/g)].map((match) =>
    path.slice(0, match.index + match[0].length),
  );
  return folders.findLast((folder) => existsSync(join(folder, 'package.json')));
}

/** The folders of the packages that these files belong to. */
export const packagesOf = (paths: readonly string[]): string[] =>
  [...new Set(paths.flatMap((path) => packageOf(path) ?? []))].sort();
