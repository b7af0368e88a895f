/**
 * `make audit`: lists known vulnerabilities of the dependencies. Fails if one of them is bundled into the package.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly message?: string;
}

const SBOM = 'package/dist/sbom';
const bundled = new Set(
  readdirSync(SBOM).flatMap((file) =>
    (JSON.parse(readFileSync(join(SBOM, file), 'utf8')).components as { group?: string; name: string }[]).map(
      ({ group, name }) => (group ? `${group}/${name}` : name),
    ),
  ),
);

let isAffected = false;
for (const folder of ['.', 'codegen', 'codegen/official', 'test/package/tools']) {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--package-lock-only', '--audit=true'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { vulnerabilities, message } = JSON.parse(stdout || '{}') as Report;
  if (!vulnerabilities) {
    console.log(
      `NOT SCANNED: ${folder}/package-lock.json. The registry returned no advisories (${message ?? 'no answer'}).`,
    );
    continue;
  }
  const found = Object.entries(vulnerabilities);
  console.log(`${folder}/package-lock.json: ${found.length} packages with known vulnerabilities`);
  for (const [name, { severity, range }] of found) {
    const isShipped = folder === '.' && bundled.has(name);
    if (isShipped) isAffected = true;
    console.log(`  ${severity} ${name} ${range}${isShipped ? ', BUNDLED INTO THE PACKAGE' : ''}`);
  }
}
process.exit(isAffected ? 1 : 0);
