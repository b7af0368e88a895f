/** Makes dist/: `npm run build`, and by itself before `npm pack`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const DIST = 'dist';
const require = createRequire(import.meta.url);

/** What a page or a server imports: readable, in one file, with nothing more to install. */
const browser: BuildOptions = {
  entryPoints: { webrtc: 'src/webrtc/index.ts', server: 'src/server/index.ts' },
  bundle: true,
  metafile: true,
  target: 'es2022',
  sourcemap: true,
  sourcesContent: false,
};

/** With DEBUG set, libraries inside log the keys and passwords of calls with `debug`; in the bundles it says nothing. */
const silentDebug: Plugin = {
  name: 'silent-debug',
  setup({ onResolve, onLoad }) {
    const namespace = 'silent-debug';
    onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /^/, namespace }, () => ({
      contents: `const log = Object.assign(() => {}, { enabled: false, extend: () => log });
        const debug = () => log;
        module.exports = Object.assign(debug, { debug });`,
    }));
  },
};

/** What runs in Node alone: everything inside, so that there is nothing more to install. */
const node: BuildOptions = {
  entryPoints: { sandbox: 'src/sandbox/index.ts', cli: 'src/cli.ts' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  format: 'esm',
  metafile: true,
  plugins: [silentDebug],
  external: ['*/opusscript_native_nasm.js'], // For engines without WebAssembly; Node has it.
  legalComments: 'none', // The notices stand in a file of their own.
  // CommonJS libraries inside an ES module want these; opusscript reads its .wasm from beside the bundle.
  banner: {
    js: [
      "import { createRequire as $createRequire } from 'node:module';",
      "import { fileURLToPath as $fileURLToPath } from 'node:url';",
      'const require = $createRequire(import.meta.url);',
      "const __filename = $fileURLToPath(import.meta.url), __dirname = $fileURLToPath(new URL('.', import.meta.url));",
    ].join('\n'),
  },
};

/** Packages that are published without the text of their licence, with the line of it that is their own. */
const COPYRIGHT: Readonly<Record<string, string>> = { werift: 'Copyright (c) 2020 shinyoshiaki' };

await rm(DIST, { recursive: true, force: true });
const bundles = [
  await build({ ...browser, format: 'esm', outdir: DIST }),
  await build({ ...browser, format: 'cjs', outdir: DIST, outExtension: { '.js': '.cjs' } }),
  await build({ ...node, outdir: join(DIST, 'node') }),
];
await cp(
  join(dirname(require.resolve('opusscript')), 'build/opusscript_native_wasm.wasm'),
  join(DIST, 'node/opusscript_native_wasm.wasm'),
);
await writeFile(
  join(DIST, 'THIRD-PARTY-NOTICES.txt'),
  await notices(bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))),
);
await declarations();
await billsOfMaterials();

/** The same declarations for both module systems: which one a file speaks is said by the nearest package.json. */
async function declarations(): Promise<void> {
  execFileSync('npm', ['exec', '--', 'tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  await cp(join(DIST, 'types'), join(DIST, 'types-cjs'), { recursive: true });
  await writeFile(join(DIST, 'types-cjs/package.json'), '{ "type": "commonjs" }\n');
}

/** What each entry contains, in CycloneDX: a scanner sees no dependency of a package that bundles them. */
async function billsOfMaterials(): Promise<void> {
  await mkdir(join(DIST, 'sbom'));
  // ES modules and CommonJS are made of the same files.
  for (const { metafile } of bundles.filter((_, index) => index !== 1)) {
    for (const [path, { entryPoint }] of Object.entries(metafile?.outputs ?? {})) {
      if (!metafile || !entryPoint) continue;
      const name = basename(path).replace(/\.c?js$/, '');
      const own = join(DIST, 'sbom', `${name}.metafile.json`);
      await writeFile(own, JSON.stringify(onlyOf(path, metafile)));
      const out = join(DIST, 'sbom', `${name}.cdx.json`);
      const flags = ['--output-reproducible', '--mc-type', 'library', '--no-validate', '--output-file', out];
      execFileSync('npm', ['exec', '--', 'cyclonedx-esbuild', ...flags, own], { stdio: 'pipe' });
      await rm(own);
    }
  }
}

/** What esbuild says of one of its outputs with the chunks that it imports, by the packages that files come from. */
function onlyOf(path: string, { outputs }: Metafile): Metafile {
  const chunks = new Set([path]);
  for (const chunk of chunks)
    for (const { path: other } of outputs[chunk]?.imports ?? []) if (outputs[other]) chunks.add(other);
  const files = [...chunks].flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? {}));
  const packages = new Set(files.flatMap((file) => packageOf(file) ?? []));
  const inputs = Object.fromEntries(
    [...packages].map((folder) => [join(folder, 'package.json'), { bytes: 0, imports: [] }]),
  );
  const of = Object.fromEntries(Object.keys(inputs).map((input) => [input, { bytesInOutput: 0 }]));
  return { inputs, outputs: { [path]: { bytes: 0, imports: [], exports: [], inputs: of } } };
}

/** The licence of every package of which something is in the bundle. */
async function notices(paths: readonly string[]): Promise<string> {
  const folders = new Set(paths.flatMap((path) => packageOf(path) ?? []));
  const texts = await Promise.all([...folders].sort().map(notice));
  return `The files beside this one contain parts of these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** The folder of the package that a file belongs to; one package calls a folder of its own node_modules. */
function packageOf(path: string): string | undefined {
  const folders = [...path.matchAll(/node_modules\/(?:@[^/]+\/)?[^/]+/g)].map((match) =>
    path.slice(0, match.index + match[0].length),
  );
  return folders.findLast((folder) => existsSync(join(folder, 'package.json')));
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
  if (texts.length === 0) throw new Error(`${name} has no text of its licence; add what it is to COPYRIGHT`);
  return [`${name} ${version}, licence ${license}`, ...texts].join('\n\n');
}
