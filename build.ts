/** Makes dist/: `npm run build`, and by itself before `npm pack`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

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

/** The same declarations for both module systems: which one a file speaks is said by the nearest package.json. */
async function declarations(): Promise<void> {
  execFileSync('npm', ['exec', '--', 'tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  await cp(join(DIST, 'types'), join(DIST, 'types-cjs'), { recursive: true });
  await writeFile(join(DIST, 'types-cjs/package.json'), '{ "type": "commonjs" }\n');
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
  return [`${name} ${version}, licence ${license}`, ...texts].join('\n\n');
}
