/** `npm run size`: the size of `@dialstack/sdk/webrtc` in a page, with everything that it imports. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a page may pay for the phone, min+gzip. */
export const LIMIT_BYTES = 20_000;

export interface BundleSize {
  readonly minified: number;
  readonly gzipped: number;
  /** The bytes of each module before gzip, largest first. */
  readonly modules: readonly (readonly [path: string, bytes: number])[];
}

export async function bundleSize(entry = 'src/webrtc/index.ts'): Promise<BundleSize> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output?.inputs ?? {}).map(
    ([path, { bytesInOutput }]) => [path, bytesInOutput] as const,
  );
  return {
    minified: bytes.length,
    gzipped: gzipSync(bytes, { level: 9 }).length,
    modules: modules.sort(([, a], [, b]) => b - a),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { minified, gzipped, modules } = await bundleSize();
  for (const [path, bytes] of modules) console.log(`${String(bytes).padStart(7)}  ${path}`);
  console.log(`\n@dialstack/sdk/webrtc: ${minified} bytes minified, ${gzipped} bytes min+gzip`);
}
