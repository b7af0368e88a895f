/** Packs and installs the package once for all test files of a project. A test reads the paths with `inject`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installTarball, packTarball, temporaryFolder } from './tarball.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed tarball. */
    tarball: string;
    /** A folder in which the tarball is installed, and nothing else. */
    userFolder: string;
    /** The installed package in that folder. */
    installed: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [folder, remove] = await temporaryFolder('package');
  const userFolder = join(folder, 'user');
  await mkdir(userFolder);
  const tarball = await packTarball(folder);
  project.provide('tarball', tarball);
  project.provide('userFolder', userFolder);
  project.provide('installed', await installTarball(tarball, userFolder));
  return remove;
}
