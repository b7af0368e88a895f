import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { machineTraces } from './support/machine-traces.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('no committed file tells of the machine it was made on', () => {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  expect(listed).toContain('specs/v1/rest.openapi.yaml');
  // A file that is gone from the disk will be gone from the next commit.
  const files = listed.filter((path) => existsSync(join(ROOT, path)));
  expect(files.flatMap((path) => machineTraces(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

// Put together here, so that this file has none itself.
const path = (...names: string[]) => ['', ...names].join('/');
const registry = ['registry', 'npmjs', 'org'].join('.');

it.each([
  ['a.ts', `const clip = '${path('tmp', 'clip.wav')}';`],
  ['a.ts', `import x from "${path('work', 'main', 'x.js')}";`],
  ['a.md', `Open file://${path('home', 'me', 'a.html')}`],
  ['Makefile', `\tcp a ${path('root', '.cache')}`],
  ['a.json', `"C:\\\\${'Users'}\\\\me"`],
  ['.npmrc', `registry=https://${registry}/`],
  ['a.yml', `url: https://${['packages', 'example', 'com'].join('.')}`.replace('packages', 'artifactory')],
  ['codegen/package-lock.json', '"resolved": "https://example.com/a.tgz"'],
])('the check finds what is in %s: %s', (name, text) => expect(machineTraces(name, text)).not.toEqual([]));

it.each([
  ['a.ts', `fetch('https://example.com${path('home', 'page')}');`],
  ['a.ts', `join(tmpdir(), 'clip.wav'); call(registry.calls.home);`],
  ['a.md', `see docs${path('work', 'flow')} and ${path('v1', 'users')}`],
  ['package-lock.json', '"node_modules/a": { "version": "1.0.0", "integrity": "sha512-abc" }'],
])('the check lets pass what is in %s: %s', (name, text) => expect(machineTraces(name, text)).toEqual([]));
