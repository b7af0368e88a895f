import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const RELEASE = fileURLToPath(new URL('../../build/release.ts', import.meta.url));
const TSX = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url));

const CHANGELOG = `# Changelog

## Unreleased

### Fixed

- A thing that was broken costs $1 no more.

## 0.1.0 - 2026-11-25

The first release.
`;

let folder: string;

const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const commit = (message: string) => git('commit', '--quiet', '--all', '--message', message);

function release(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(TSX, [RELEASE, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A repository with one release. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dialstack-release-'));
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.test');
  write('CHANGELOG.md', CHANGELOG);
  write('package.json', '{\n  "name": "released",\n  "version": "0.1.0"\n}\n');
  write('package-lock.json', '{ "name": "released", "version": "0.1.0", "lockfileVersion": 3, "packages": {} }\n');
  git('add', '.');
  commit('Release 0.1.0');
  git('tag', 'v0.1.0');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a release', () => {
  it('moves what is unreleased under the version, sets it, commits and tags', () => {
    const { status, stdout } = release('0.2.0');
    expect(status).toBe(0);
    expect(stdout).toContain('npm publish ./package');
    const today = new Date().toISOString().slice(0, 10);
    expect(read('CHANGELOG.md')).toBe(
      CHANGELOG.replace('## Unreleased\n', () => `## Unreleased\n\n## 0.2.0 - ${today}\n`),
    );
    for (const name of ['package.json', 'package-lock.json']) expect(JSON.parse(read(name)).version).toBe('0.2.0');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0');
    expect(git('rev-parse', 'v0.2.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  });

  it.each<[string, string, () => void, RegExp]>([
    ['without a version', '', () => {}, /"" is not a version/],
    ['with what is not a version', 'v2', () => {}, /"v2" is not a version/],
    ['on another branch', '0.2.0', () => git('switch', '--quiet', '--create', 'topic'), /on topic\. Switch to main/],
    ['without a branch', '0.2.0', () => git('switch', '--quiet', '--detach'), /on no branch\. Switch to main/],
    ['with a changed file', '0.2.0', () => write('package.json', '{}'), /The working tree has changes/],
    ['with a new file', '0.2.0', () => write('notes.txt', ''), /The working tree has changes/],
    ['of a version that has a tag', '0.2.0', () => git('tag', 'v0.2.0'), /The tag v0\.2\.0 exists/],
    ['of a version in the changelog', '0.1.0', () => git('tag', '--delete', 'v0.1.0'), /CHANGELOG\.md has 0\.1\.0/],
    [
      'of nothing',
      '0.2.0',
      () => {
        write('CHANGELOG.md', CHANGELOG.replace(/### Fixed\n\n.*\n\n/, ''));
        commit('Take the change back');
      },
      /nothing under "## Unreleased"/,
    ],
    [
      'without the heading',
      '0.2.0',
      () => {
        write('CHANGELOG.md', CHANGELOG.replace('## Unreleased', '## Next'));
        commit('Rename the heading');
      },
      /no "## Unreleased"/,
    ],
  ])('is refused %s, and leaves everything as it is', (_, version, prepare, message) => {
    prepare();
    const before = [git('rev-parse', 'HEAD'), git('tag'), git('status', '--porcelain'), read('CHANGELOG.md')];
    const { status, stderr } = release(version);
    expect(stderr).toMatch(message);
    expect(status).toBe(1);
    expect([git('rev-parse', 'HEAD'), git('tag'), git('status', '--porcelain'), read('CHANGELOG.md')]).toEqual(before);
  });
});
