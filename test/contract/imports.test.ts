import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { circles, type SourceFile, violations, webrtcViolations } from './support/import-rules.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function sourcesIn(directory: string): SourceFile[] {
  return readdirSync(join(ROOT, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
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

it('no files import each other in a circle, not even for their types', () => {
  const files = ['src', 'codegen', 'generated'].flatMap(sourcesIn);
  expect(files.length).toBeGreaterThan(100);
  expect(circles(files)).toEqual([]);
});

describe('the check of circles', () => {
  const file = (path: string, ...imports: string[]) => ({
    path,
    text: imports.map((specifier) => `import type { A } from '${specifier}';`).join('\n'),
  });

  it('finds two files, a longer circle, and a file that imports itself', () => {
    expect(
      circles([
        file('src/a/one.ts', './two.js'),
        file('src/a/two.ts', './one.js', '../b/three.js'),
        file('src/b/three.ts', './four.js'),
        file('src/b/four.ts', '../c/five.js'),
        file('src/c/five.ts', '../b/three.js'),
        file('src/c/six.ts', './six.js'),
      ]),
    ).toEqual(['src/a/one -> src/a/two', 'src/b/four -> src/c/five -> src/b/three', 'src/c/six']);
  });

  it('lets pass files that two others import', () => {
    const files = [
      file('src/a.ts', './b.js', './c.js'),
      file('src/b.ts', './d.js'),
      file('src/c.ts', './d.js', 'ws'),
      file('src/d.ts'),
    ];
    expect(circles(files)).toEqual([]);
  });
});

describe('the check of the rooms inside src/webrtc', () => {
  const judge = (path: string, specifier: string) =>
    webrtcViolations([{ path: `src/webrtc/${path}`, text: `import { a } from '${specifier}';` }]);

  it.each([
    ['calls/call.ts', './call-state.js'],
    ['calls/call.ts', '../media/call-media.js'],
    ['calls/call.ts', '../platform.js'],
    ['calls/call.ts', '../../core/timing.js'],
    ['calls/call.ts', '../../wire/socket.js'],
    ['calls/call.ts', '../../../generated/v1/messages.js'],
    ['media/microphone.ts', '../platform.js'],
    ['connection/session.ts', '../../wire/codec.js'],
    ['account/presence.ts', '../../rest/client.js'],
    ['phone.ts', './calls/calls.js'],
    ['phone.ts', './account/presence.js'],
    ['compose.ts', './phone.js'],
  ])('%s may import %s', (path, specifier) => expect(judge(path, specifier)).toEqual([]));

  it.each([
    ['calls/call.ts', '../connection/session.js'],
    ['calls/call.ts', '../account/ice-servers.js'],
    ['calls/call.ts', '../phone.js'],
    ['calls/call.ts', '../../rest/client.js'],
    ['media/microphone.ts', '../calls/call.js'],
    ['media/microphone.ts', '../connection/session.js'],
    ['connection/session.ts', '../calls/call.js'],
    ['connection/session.ts', '../media/call-media.js'],
    ['connection/session.ts', '../phone-options.js'],
    ['account/presence.ts', '../connection/session.js'],
    ['account/presence.ts', '../calls/call.js'],
    ['cellar/a.ts', '../platform.js'],
  ])('%s may not import %s', (path, specifier) => {
    expect(judge(path, specifier)).toEqual([`src/webrtc/${path} may not import ${specifier}`]);
  });
});

it('each room of the phone imports only what it may', () => {
  expect(webrtcViolations(sourcesIn('src'))).toEqual([]);
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
