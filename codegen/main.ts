import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { REST, SHARED, SIGNALLING, type Sources, SpecError } from './documents.js';
import { GENERATED } from './emit/text.js';
import { generate } from './generate.js';

// All file access of the generator is in this file.

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const HELP = `Generates the types, constants and validators of the protocol from its documents.

  tsx main.ts [--check] [--specs DIR] [--out DIR]

  --check      write nothing; exit with 1 if the generated files are out of date
  --specs DIR  the folder with ${SIGNALLING}, ${REST} and ${SHARED} (default: specs/v1)
  --out DIR    the folder for the generated files (default: generated/v1)
  --help       print this help
`;

class UsageError extends Error {}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const start = performance.now();
  const files = await generate(await readSources(options.specs));
  const present = await readGenerated(options.out);
  return options.check ? check(options.out, files, present) : write(options.out, files, present, start);
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        specs: { type: 'string', default: join(ROOT, 'specs/v1') },
        out: { type: 'string', default: join(ROOT, 'generated/v1') },
      },
    });
    return { ...values, specs: resolve(values.specs), out: resolve(values.out) };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

async function readSources(directory: string): Promise<Sources> {
  const read = async (name: string) => {
    try {
      return await readFile(join(directory, name), 'utf8');
    } catch (error) {
      throw new UsageError(`Cannot read ${show(join(directory, name))}: ${(error as Error).message}`);
    }
  };
  return { [SIGNALLING]: await read(SIGNALLING), [REST]: await read(REST), [SHARED]: await read(SHARED) };
}

/** The files in the output directory by path. All of them must be generated, because stale ones are removed. */
async function readGenerated(directory: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(whenMissing([]));
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(directory, path), await readFile(path, 'utf8'));
  }
  return files;
}

function check(out: string, files: Map<string, string>, present: Map<string, string>): number {
  const differences = [
    ...[...files].filter(([path]) => !present.has(path)).map(([path]) => `missing: ${show(join(out, path))}`),
    ...[...files]
      .filter(([path, text]) => present.has(path) && present.get(path) !== text)
      .map(([path]) => `different: ${show(join(out, path))}`),
    ...[...present.keys()].filter((path) => !files.has(path)).map((path) => `not generated: ${show(join(out, path))}`),
  ];
  if (differences.length === 0) {
    console.log(`${files.size} files in ${show(out)} are up to date.`);
    return 0;
  }
  console.error(
    `${differences.join('\n')}\nThe generated files are out of date. Run \`make generate\` and commit the result.`,
  );
  return 1;
}

async function write(
  out: string,
  files: Map<string, string>,
  present: Map<string, string>,
  start: number,
): Promise<number> {
  const stale = [...present].filter(([path]) => !files.has(path));
  const foreign = stale.filter(([, text]) => !text.startsWith(GENERATED)).map(([path]) => show(join(out, path)));
  if (foreign.length > 0) {
    throw new UsageError(`Nothing written: ${foreign.join(', ')} was not generated. Move it, or choose another --out.`);
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
  for (const [path] of stale) {
    await rm(join(out, path));
    console.log(`Removed ${show(join(out, path))}, which is no longer generated.`);
  }
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Wrote ${files.size} files, ${bytes} bytes, to ${show(out)} in ${seconds} s.`);
  return 0;
}

function whenMissing<T>(fallback: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return fallback;
    throw error;
  };
}

function show(path: string): string {
  return relative(process.cwd(), path) || '.';
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof SpecError) {
    const problems = error.problems.map((problem) => `  ${problem}`).join('\n');
    console.error(`Nothing was generated. Correct these problems in the documents first:\n${problems}`);
    process.exitCode = 1;
  } else if (error instanceof UsageError) {
    console.error(error.message);
    process.exitCode = 2;
  } else {
    throw error;
  }
}
