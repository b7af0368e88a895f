import { cp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { DIST } from './output.js';

const require = createRequire(import.meta.url);
const COMMON_JS = { format: 'cjs', outExtension: { '.js': '.cjs' } } as const;

/** Bundles contain their dependencies, so that users install nothing else. */
const bundled: BuildOptions = { bundle: true, metafile: true, outdir: DIST };

/** Not minified. The source maps contain the sources, so that a debugger can show the TypeScript code. */
const library: BuildOptions = {
  ...bundled,
  entryPoints: { webrtc: 'src/webrtc/index.ts', server: 'src/server/index.ts' },
  target: 'es2022',
  sourcemap: true,
};

/** For a `<script type="module">` that imports the phone from a CDN. */
const forScriptTag: BuildOptions = {
  ...bundled,
  entryPoints: { 'webrtc.min': 'src/webrtc/index.ts' },
  target: 'es2022',
  format: 'esm',
  minify: true,
};

/** Silences the package `debug`. If DEBUG is set, libraries in the sandbox would log keys and passwords with it. */
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

const forNode: BuildOptions = {
  ...bundled,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none', // THIRD-PARTY-NOTICES.txt has them.
};

/** CommonJS, like most of its libraries, so that `require()` works in every Node and in Jest. */
const sandbox: BuildOptions = {
  ...forNode,
  ...COMMON_JS,
  entryPoints: { sandbox: 'src/sandbox/index.ts' },
  plugins: [silentDebug],
  external: ['*/opusscript_native_nasm.js'], // Only for engines without WebAssembly. Node has it.
};

/** Makes the command load the sandbox from its own bundle, instead of containing a second copy. */
const besideSandbox: Plugin = {
  name: 'beside-sandbox',
  setup({ onResolve }) {
    onResolve({ filter: /\/sandbox\/index\.js$/ }, () => ({ path: './sandbox.js', external: true }));
  },
};

const command: BuildOptions = {
  ...forNode,
  entryPoints: { cli: 'src/cli.ts' },
  format: 'esm',
  plugins: [besideSandbox],
};

/** Writes the JavaScript of the package. Returns the metafiles, which list what the bundles contain. */
export async function bundle(): Promise<Metafile[]> {
  const results = await Promise.all(
    [{ ...library, format: 'esm' as const }, { ...library, ...COMMON_JS }, forScriptTag, sandbox, command].map(build),
  );
  const wasm = 'opusscript_native_wasm.wasm';
  await cp(join(dirname(require.resolve('opusscript')), 'build', wasm), join(DIST, wasm));
  await writeFile(join(DIST, 'sandbox.js'), viewOf('sandbox'));
  for (const entry of ['webrtc', 'server']) await writeFile(join(DIST, `${entry}.node.js`), viewOf(entry));
  return results.flatMap(({ metafile }) => metafile ?? []);
}

/**
 * An ES module that re-exports the CommonJS one. With it, classes such as `PhoneError` are the same in Node however the
 * package is imported. Bundlers for browsers use the real ES module.
 */
export function viewOf(entry: string, dist = DIST): string {
  const names = Object.keys(require(resolve(dist, `${entry}.cjs`)));
  return `import entry from './${entry}.cjs';\nexport const { ${names.join(', ')} } = entry;\n`;
}
