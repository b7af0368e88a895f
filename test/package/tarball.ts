import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PACKAGE } from '../../build/output.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NAME = '@dialstack/sdk';
const exec = promisify(execFile);

/** Runs a command and resolves with what it prints. If it fails, the error holds all of its output. */
export async function run(command: string, args: readonly string[], cwd = ROOT): Promise<string> {
  try {
    return (await exec(command, args, { cwd, maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message = '' } = error as { stdout?: string; stderr?: string; message?: string };
    throw new Error([message, stdout, stderr].join('\n'), { cause: error });
  }
}

/** Makes a folder under the system's temporary folder and returns it with the function that removes it. */
export async function temporaryFolder(name: string): Promise<[folder: string, remove: () => Promise<void>]> {
  const folder = await mkdtemp(join(tmpdir(), `dialstack-${name}-`));
  return [folder, () => rm(folder, { recursive: true, force: true })];
}

/** Builds the package, packs it as a release does and returns the path of the tarball, which lies in `folder`. */
export async function packTarball(folder: string): Promise<string> {
  await run('npm', ['run', 'build']);
  await run('npm', ['pack', `./${PACKAGE}`, '--pack-destination', folder]);
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack left no tarball in ${folder}`);
  return join(folder, tarball);
}

/** Installs the tarball in `folder`, as a user does, and returns the folder of the installed package. */
export async function installTarball(tarball: string, folder: string): Promise<string> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n', { flag: 'wx' }).catch(ignoreExisting);
  await run('npm', ['install', '--no-audit', '--no-fund', tarball], folder);
  return join(folder, 'node_modules', NAME);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
