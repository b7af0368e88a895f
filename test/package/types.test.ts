import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { ENTRIES } from '../../build/output.js';
import { ROOT, run } from './tarball.js';
import { tool } from './tools.js';
import { asCommonJs, asModule, exportedNames } from './use-every-name.js';

const VERSIONS = ['5.0', '5.4', '5.9', '6.0', '7.0'] as const;
type Version = (typeof VERSIONS)[number];
type Extension = 'mts' | 'cts';

/** How users have their imports resolved, with the compilers and the kinds of file that can. */
const RESOLUTIONS: readonly {
  readonly moduleResolution: string;
  readonly module: string;
  readonly versions: readonly Version[];
  readonly extensions: readonly Extension[];
}[] = [
  { moduleResolution: 'node16', module: 'node16', versions: VERSIONS, extensions: ['mts', 'cts'] },
  { moduleResolution: 'nodenext', module: 'nodenext', versions: VERSIONS, extensions: ['mts', 'cts'] },
  { moduleResolution: 'bundler', module: 'preserve', versions: VERSIONS.slice(1), extensions: ['mts', 'cts'] },
  // Without `module: preserve`, which TypeScript has from 5.4 on, a bundler's CommonJS file cannot use `require`.
  { moduleResolution: 'bundler', module: 'esnext', versions: ['5.0'], extensions: ['mts'] },
];

const STRICT = {
  skipLibCheck: false, // Our declarations are checked as well.
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  declaration: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [] as string[],
};

/** What a user of strict settings writes. */
const CALLS = `
  import { DialStack } from '@dialstack/sdk/server';
  import { type SandboxOptions, startSandbox } from '@dialstack/sdk/sandbox';
  import { type Call, DialStackPhone, PhoneError, type PhoneOptions } from '@dialstack/sdk/webrtc';
  declare const env: Record<string, string | undefined>;
  export async function dial(token: string) {
    const options: PhoneOptions = { token, apiBaseUrl: env['API'], onTokenExpiring: undefined };
    const phone = new DialStackPhone(options);
    const off = phone.on('incoming', (call) => call.answer());
    phone.on('error', (error) => console.log(error.code, error.context?.suggestions?.[0]?.city));
    await phone.connect({ signal: undefined });
    const call: Call = await phone.call('102', { callerId: env['CALLER'] });
    call.on('held', (by) => console.log(by));
    return { phone, off, call, presence: await phone.getPresence() };
  }
  export const isBusy = (error: unknown) => error instanceof PhoneError && error.code === 'call_failed';
  export const mint = async (user: string) =>
    new DialStack(env['KEY'] ?? '', { apiBaseUrl: env['API'] }).userSessions.create({ user, ttl_seconds: undefined });
  export async function sandbox(options: SandboxOptions = { port: undefined, limits: { graceMs: undefined } }) {
    const { control, users } = await startSandbox(options);
    return { ring: control.ring, status: control.status(), users };
  }
  export class LoudPhone extends DialStackPhone {}
`;

const userFolder = inject('userFolder');

/** Compiles the files in a folder of their own. Fails with all that the compiler says. */
async function compile(compiler: string, name: string, files: Readonly<Record<string, string>>, options: object) {
  const folder = join(userFolder, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  const config = { compilerOptions: { ...STRICT, outDir: 'out', ...options }, files: Object.keys(files) };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await run(process.execPath, [compiler, '-p', folder]);
}

async function usesOfEveryName(entries: readonly string[], extensions: readonly Extension[]) {
  const files: Record<string, string> = {};
  for (const entry of entries) {
    const write = { mts: asModule, cts: asCommonJs };
    const declarations = { mts: 'd.ts', cts: 'd.cts' };
    for (const extension of extensions) {
      const text = await readFile(join(inject('installed'), 'dist', `${entry}.${declarations[extension]}`), 'utf8');
      files[`${entry}.${extension}`] = write[extension](entry, exportedNames(text));
    }
  }
  return files;
}

describe('the declarations', () => {
  const combinations = RESOLUTIONS.flatMap(({ versions, extensions, ...options }) =>
    versions.map((version) => ({ version, extensions, kinds: extensions.join(' and '), ...options })),
  );

  it.concurrent.each(combinations)(
    'compile under strict settings with TypeScript $version and moduleResolution $moduleResolution, in $kinds files',
    async ({ version, extensions, module, moduleResolution }) => {
      const files = { 'calls.mts': CALLS, ...(await usesOfEveryName(ENTRIES, extensions)) };
      const compiler = tool(`typescript-${version}`, 'tsc');
      await compile(compiler, `types-${version}-${moduleResolution}`, files, { module, moduleResolution });
    },
  );

  it('of /server and /sandbox compile without the DOM, where Node has its types', async () => {
    const files = await usesOfEveryName(['server', 'sandbox'], ['mts', 'cts']);
    await compile(tool('typescript-5.9', 'tsc'), 'types-node', files, {
      module: 'node16',
      lib: ['es2022'],
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
    });
  });

  it('import nothing that a user would have to install', async () => {
    for (const entry of ENTRIES)
      for (const extension of ['d.ts', 'd.cts']) {
        const text = await readFile(join(inject('installed'), 'dist', `${entry}.${extension}`), 'utf8');
        expect(text).not.toMatch(/^import |\bimport\(|<reference /m);
        expect(exportedNames(text).types.length).toBeGreaterThan(10);
      }
  });
});
