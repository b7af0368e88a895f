import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type SourceFile, violations } from './support/import-rules.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function sourcesIn(directory: string): SourceFile[] {
  return readdirSync(join(ROOT, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(ROOT, path).split(sep).join(posix.sep),
      text: readFileSync(path, 'utf8'),
    }));
}

it('each room imports only what it may', () => {
  const files = [...sourcesIn('src'), ...sourcesIn('generated')];
  for (const room of ['src/core/', 'src/wire/', 'src/rest/', 'src/webrtc/', 'src/sandbox/', 'generated/']) {
    expect(files.filter(({ path }) => path.startsWith(room)).length, room).toBeGreaterThan(0);
  }
  expect(violations(files)).toEqual([]);
});

describe('the check', () => {
  const judge = (path: string, text: string) => violations([{ path, text }]);

  it.each([
    ['src/wire/codec.ts', "import { a } from '../core/timing.js';"],
    ['src/wire/codec.ts', "import type { A } from '../../generated/v1/messages.js';"],
    ['src/webrtc/phone.ts', "import { a } from './call.js';\nexport * from '../rest/client.js';"],
    ['src/rest/client.ts', "import createClient, { type Client } from 'openapi-fetch';"],
    ['src/sandbox/world/ids.ts', "import { randomBytes } from 'node:crypto';\nimport { WebSocketServer } from 'ws';"],
    ['src/cli.ts', "const { startSandbox } = await import('./sandbox/index.js');"],
    ['generated/v1/validators/open.ts', "export { restQueries } from './query.js';"],
    [
      'src/core/a.ts',
      "/**\n * import { a } from '../wire/codec.js';\n */\n// await import('../wire/codec.js')\nexport {};",
    ],
  ])('lets pass what %s may import: %s', (path, text) => expect(judge(path, text)).toEqual([]));

  it.each([
    ['src/core/timing.ts', "import { a } from '../wire/codec.js';"],
    ['src/wire/codec.ts', "import type { A } from '../webrtc/call.js';"],
    ['src/wire/codec.ts', "export * from '../rest/client.js';"],
    ['src/rest/client.ts', "export { a, type B } from '../wire/codec.js';"],
    ['src/webrtc/phone.ts', "import {\n  a,\n  b,\n} from '../sandbox/index.js';"],
    ['src/webrtc/phone.ts', "import { x } from 'ws';"],
    ['src/webrtc/phone.ts', "import { x } from 'node:events';"],
    ['src/webrtc/phone.ts', "import { x } from 'events';"],
    ['src/webrtc/phone.ts', "import createClient from 'openapi-fetch';"],
    ['src/webrtc/phone.ts', "const a = await import('../sandbox/index.js');"],
    ['src/webrtc/phone.ts', "let a: import('../server/index.js').A;"],
    ['src/server/index.ts', "import '../webrtc/index.js';"],
    ['src/sandbox/read.ts', "import { decode } from '../wire/codec.js';"],
    ['src/sandbox/deep/read.ts', "import { PhoneError } from '../../webrtc/index.js';"],
    ['src/sandbox/read.ts', "import { x } from 'express';"],
    ['src/contract/a.ts', "import { a } from '../sandbox/index.js';"],
    ['src/cli.ts', "import { startSandbox } from './sandbox/index.js';"],
    ['src/cli.ts', "import type { Options } from './contract/index.js';"],
    ['src/cli.ts', "await import('./webrtc/index.js');"],
    ['src/cli.ts', "import { generate } from '../codegen/generate.js';"],
    ['src/core/a.ts', "import text from '../../specs/v1/schemas.yaml';"],
    ['src/core/a.ts', "import { a } from '../../test/support/testbed.js';"],
    ['src/core/a.ts', "const a = require('node:fs');"],
    ['src/core/a.ts', 'await import(name);'],
    ['src/cellar/a.ts', "import { a } from '../core/timing.js';"],
    ['generated/v1/messages.ts', "import { a } from '../../src/core/timing.js';"],
    ['generated/v1/validators/open.ts', "import ajv from 'ajv';"],
  ])('finds what %s may not import: %s', (path, text) => {
    expect(judge(path, text)).toEqual([expect.stringContaining(path)]);
  });

  it('finds one wrong file among many', () => {
    const right = sourcesIn('src');
    const wrong = { path: 'src/wire/planted.ts', text: "import { a } from '../sandbox/index.js';\n" };
    const found = violations([...right, wrong]).filter((line) => !violations(right).includes(line));
    expect(found).toEqual(['src/wire/planted.ts may not import ../sandbox/index.js']);
  });
});
