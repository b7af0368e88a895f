import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import { DIST, ENTRIES } from './output.js';
import { packagesOf } from './packages.js';

/** Writes a CycloneDX bill of materials for each entry, because scanners cannot see bundled dependencies. */
export async function billsOfMaterials(bundles: readonly Metafile[]): Promise<void> {
  await mkdir(join(DIST, 'sbom'));
  const outputs = Object.assign({}, ...bundles.map((metafile) => metafile.outputs)) as Metafile['outputs'];
  // The ES modules contain the same files as the CommonJS ones.
  await Promise.all(
    ENTRIES.map((entry) => bill(entry, Object.keys(outputs[join(DIST, `${entry}.cjs`)]?.inputs ?? {}))),
  );
}

async function bill(entry: string, files: readonly string[]): Promise<void> {
  const metafile = join(DIST, 'sbom', `${entry}.metafile.json`);
  await writeFile(metafile, JSON.stringify(metafileOf(entry, packagesOf(files))));
  const out = join(DIST, 'sbom', `${entry}.cdx.json`);
  const flags = ['--output-reproducible', '--mc-type', 'library', '--no-validate', '--output-file', out];
  await promisify(execFile)('npm', ['exec', '--', 'cyclonedx-esbuild', ...flags, metafile]);
  await rm(metafile);
}

/** A metafile as esbuild would write it for a bundle of these packages. */
function metafileOf(entry: string, packages: readonly string[]): Metafile {
  const files = packages.map((folder) => join(folder, 'package.json'));
  return {
    inputs: Object.fromEntries(files.map((file) => [file, { bytes: 0, imports: [] }])),
    outputs: {
      [entry]: {
        bytes: 0,
        imports: [],
        exports: [],
        inputs: Object.fromEntries(files.map((file) => [file, { bytesInOutput: 0 }])),
      },
    },
  };
}
