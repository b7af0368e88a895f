import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tarball.js';

const TOOLS = join(ROOT, 'test/package/tools');

/** The program of a package that `make package-tools` installs. */
export function tool(name: string, program = name): string {
  const folder = join(TOOLS, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`${name} is not installed: run make package-tools`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}
