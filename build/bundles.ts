import { cp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { DIST } from './output.js';

const require = createRequire(import.meta.url);
const COMMON_JS = { format: 'cjs', outExtension: { '.js': '.cjs' } } as const;

/** Bundles hold everything they need: users install nothing else. */
const bundled: BuildOptions = { bundle: true, metafile: true, outdir: DIST };

/** Readable, with the sources in the source maps: a debugger shows TypeScript, and needs no other file for it. */
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

/** Libraries in the sandbox log the keys and passwords of calls with `debug` if DEBUG is set. In the bundle it is silent. */
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

/** CommonJS, as most of its libraries are. `require` works on every Node that way, and in Jest. */
const sandbox: BuildOptions = {
  ...forNode,
  ...COMMON_JS,
  entryPoints: { sandbox: 'src/sandbox/index.ts' },
  plugins: [silentDebug],
  external: ['*/opusscript_native_nasm.js'], // For engines without WebAssembly; Node has it.
};

/** The command loads the sandbox from its bundle. */
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

/** Makes the JavaScript of the package and returns what went into it. */
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
 * An ES module that is a view of the CommonJS one. In Node a class is the same that way, `PhoneError` above all, however
 * it is imported; bundlers for browsers take the real ES module.
 */
export function viewOf(entry: string, dist = DIST): string {
  const names = Object.keys(require(resolve(dist, `${entry}.cjs`)));
  return `import entry from './${entry}.cjs';\nexport const { ${names.join(', ')} } = entry;\n`;
}
