import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { REST, SHARED, SIGNALLING, type Sources, SpecError } from './documents.js';
import { GENERATED, GENERATED_PAGE } from './emit/text.js';
import { type Files, generate } from './generate.js';

// All file access of the generator is in this file.

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const HELP = `Generates the types, constants and validators of the protocol, and a page of its errors, from its documents.

  tsx main.ts [--check] [--specs DIR] [--out DIR] [--pages DIR]

  --check      write nothing; exit with 1 if the generated files are out of date
  --specs DIR  the folder with ${SIGNALLING}, ${REST} and ${SHARED} (default: specs/v1)
  --out DIR    the folder for the generated code, and for nothing else (default: generated/v1)
  --pages DIR  the folder for the generated pages, among others (default: docs)
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
  const { code, pages } = await generate(await readSources(options.specs));
  const folders = [
    await readFolder(options.out, code, () => true),
    await readFolder(options.pages, pages, (path, text) => pages.has(path) || isGenerated(text)),
  ];
  return options.check ? check(folders) : write(folders, start);
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
        pages: { type: 'string', default: join(ROOT, 'docs') },
      },
    });
    return { ...values, specs: resolve(values.specs), out: resolve(values.out), pages: resolve(values.pages) };
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

/** A folder: the files that belong there, and the generated files that are there now, by path. */
interface Folder {
  readonly path: string;
  readonly files: Files;
  readonly present: Files;
}

/** Reads those files of a folder that the generator owns. The stale ones among them are removed later. */
async function readFolder(
  path: string,
  files: Files,
  isOurs: (path: string, text: string) => boolean,
): Promise<Folder> {
  const present: Files = new Map();
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(whenMissing([]));
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    if (isOurs(relative(path, file), text)) present.set(relative(path, file), text);
  }
  return { path, files, present };
}

const isGenerated = (text: string) => text.startsWith(GENERATED) || text.startsWith(GENERATED_PAGE);

function check(folders: readonly Folder[]): number {
  const differences = folders.flatMap(({ path: folder, files, present }) => {
    const all = [...new Set([...files.keys(), ...present.keys()])];
    return all.flatMap((path) => {
      const [due, found] = [files.get(path), present.get(path)];
      if (due === found) return [];
      const problem = found === undefined ? 'missing' : due === undefined ? 'not generated' : 'different';
      return `${problem}: ${show(join(folder, path))}`;
    });
  });
  if (differences.length === 0) {
    for (const { path, files } of folders) console.log(`${show(path)}: ${count(files)} up to date.`);
    return 0;
  }
  console.error(
    `${differences.join('\n')}\nThe generated files are out of date. Run \`make generate\` and commit the result.`,
  );
  return 1;
}

async function write(folders: readonly Folder[], start: number): Promise<number> {
  const foreign = folders.flatMap(({ path: folder, present }) =>
    [...present].filter(([, text]) => !isGenerated(text)).map(([path]) => show(join(folder, path))),
  );
  if (foreign.length > 0) {
    throw new UsageError(
      `Nothing written: ${foreign.join(', ')} was not generated. Move it, or choose another --out or --pages.`,
    );
  }
  for (const { path: folder, files, present } of folders) {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const path of [...present.keys()].filter((path) => !files.has(path))) {
      await rm(join(folder, path));
      console.log(`Removed ${show(join(folder, path))}, which is no longer generated.`);
    }
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    console.log(`Wrote ${count(files)}, ${bytes} bytes, to ${show(folder)}.`);
  }
  console.log(`Took ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return 0;
}

const count = ({ size }: Files) => `${size} file${size === 1 ? '' : 's'}`;

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
