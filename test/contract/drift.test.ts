import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

// The generator takes seconds to start: it runs twice, side by side.
const PATIENCE = 120_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GENERATOR = join(ROOT, 'codegen/node_modules/.bin/tsx');
let copy: string;

interface Outcome {
  status: number;
  output: string;
}

/** Asks the generator whether the files are what the documents give. */
function check(...options: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const args = [join(ROOT, 'codegen/main.ts'), '--check', ...options];
    execFile(GENERATOR, args, { cwd: ROOT }, (error, stdout, stderr) => {
      const status = error ? error.code : 0;
      // No exit code: it was not there, or something killed it.
      if (typeof status === 'number') resolve({ status, output: stdout + stderr });
      else reject(error);
    });
  });
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${path} does not contain ${from}`);
  await writeFile(path, edited);
}

beforeAll(async () => {
  if (!existsSync(GENERATOR)) throw new Error('The generator is not installed: run `make generate-deps`.');
  copy = await mkdtemp(join(tmpdir(), 'drift-'));
  await cp(join(ROOT, 'specs/v1'), join(copy, 'specs'), { recursive: true });
  await cp(join(ROOT, 'generated/v1'), join(copy, 'generated'), { recursive: true });
  await cp(join(ROOT, 'docs'), join(copy, 'docs'), { recursive: true });
});

afterAll(async () => {
  if (copy) await rm(copy, { recursive: true });
});

it.concurrent('the generated files are what the documents give', { timeout: PATIENCE }, async () => {
  expect(await check()).toEqual({ status: 0, output: expect.stringContaining('generated/v1') });
});

// One run for several ways to drift, for it takes long: each has files of its own.
it.concurrent('what was edited, removed or added by hand, or not made again, is found and named', {
  timeout: PATIENCE,
}, async () => {
  const specs = join(copy, 'specs');
  const out = join(copy, 'generated');
  const pages = join(copy, 'docs');
  await edit(join(specs, 'signalling.asyncapi.yaml'), 'graceMs: { value: 30000,', 'graceMs: { value: 60000,');
  await edit(join(pages, 'errors.md'), '# Errors', '# Faults');
  await edit(join(out, 'operations.ts'), "'/v1/users'", "'/v1/people'");
  await rm(join(out, 'rest.ts'));
  await writeFile(join(out, 'validators/mine.ts'), 'export {};\n');
  await writeFile(join(pages, 'stale.md'), '<!-- Generated, do not edit. -->\n');

  const { status, output } = await check('--specs', specs, '--out', out, '--pages', pages);

  expect(status).toBe(1);
  const named = output.split('\n').filter((line) => /^(different|missing|not generated): /.test(line));
  const edited = [
    'messages.ts',
    'protocol.ts',
    'limits.ts',
    'close-codes.ts',
    'closed.ts',
    'open.ts',
    'shapes.ts',
    'operations.ts',
    'endpoints.ts',
    'errors.md',
  ];
  expect(named.map((line) => line.replace(/: .*\//, ': ')).sort()).toEqual([
    ...edited.map((file) => `different: ${file}`).sort(),
    'missing: rest.ts',
    'not generated: mine.ts',
    'not generated: stale.md',
  ]);
});
