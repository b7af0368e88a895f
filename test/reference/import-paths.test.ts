import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { viewOf } from '../../build/bundles.js';
import { useTestbed } from '../support/testbed.js';
import { newUser, serverOf } from './support.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const bed = useTestbed();
let folder: string;

/** A folder in which the package is installed: its package.json, and the files that this names for browser and server. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dialstack-imports-'));
  const installed = join(folder, 'node_modules/@dialstack/sdk');
  await mkdir(installed, { recursive: true });
  await cp(join(ROOT, 'package.json'), join(installed, 'package.json'));
  for (const [format, extension] of [
    ['esm', '.js'],
    ['cjs', '.cjs'],
  ] as const) {
    await build({
      absWorkingDir: ROOT,
      entryPoints: { webrtc: 'src/webrtc/index.ts', server: 'src/server/index.ts' },
      outdir: join(installed, 'dist'),
      outExtension: { '.js': extension },
      bundle: true,
      target: 'es2022',
      format,
    });
  }
  const dist = join(installed, 'dist');
  for (const entry of ['webrtc', 'server']) await writeFile(join(dist, `${entry}.node.js`), viewOf(entry, dist));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs these lines with the names of an import path, as a module and as a script, and gives what each printed. */
async function run(names: string, path: string, lines: string): Promise<string[]> {
  const body = `(async () => { ${lines} })()`;
  await writeFile(join(folder, 'a.mjs'), `import { ${names} } from '${path}';\n${body}`);
  await writeFile(join(folder, 'a.cjs'), `const { ${names} } = require('${path}');\n${body}`);
  const runs = ['a.mjs', 'a.cjs'].map((file) => promisify(execFile)(process.execPath, [file], { cwd: folder }));
  return (await Promise.all(runs)).map(({ stdout }) => stdout.trim());
}

it('Import paths › @dialstack/sdk/webrtc', async () => {
  const { id: user } = await newUser(bed);
  const { client_secret: token } = await serverOf(bed).userSessions.create({ user });
  const options = JSON.stringify({ token, apiBaseUrl: bed.apiBaseUrl });
  const printed = await run(
    'DialStackPhone, PhoneError',
    '@dialstack/sdk/webrtc',
    `const phone = new DialStackPhone(${options});
     await phone.setPresence('away');
     const error = await phone.call('600').catch((reason) => reason);
     console.log((await phone.getPresence()).status, error instanceof PhoneError);`,
  );
  expect(printed).toEqual(['away true', 'away true']);
});

it('Import paths › @dialstack/sdk/server', async () => {
  const { id: user } = await newUser(bed);
  const printed = await run(
    'DialStack',
    '@dialstack/sdk/server',
    `const dialstack = new DialStack('${bed.sandbox.apiKey}', { apiBaseUrl: '${bed.apiBaseUrl}' });
     console.log((await dialstack.userSessions.create({ user: '${user}' })).user);`,
  );
  expect(printed).toEqual([user, user]);
});
