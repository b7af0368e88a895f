/** Makes a release in the current folder: `make release VERSION=0.2.0`. It publishes nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const BRANCH = 'main';
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
const UNRELEASED = /^## Unreleased\n([\s\S]*?)(?=^## |$(?![\s\S]))/m;

class Refusal extends Error {}

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' }).trim();

function release(version: string, date: string): void {
  if (!VERSION.test(version)) throw new Refusal(`"${version}" is not a version. Give one like 0.2.0.`);
  const branch = run('git', 'branch', '--show-current');
  if (branch !== BRANCH) throw new Refusal(`You are on ${branch || 'no branch'}. Switch to ${BRANCH}.`);
  if (run('git', 'status', '--porcelain')) throw new Refusal('The working tree has changes. Commit or remove them.');
  if (run('git', 'tag', '--list', `v${version}`))
    throw new Refusal(`The tag v${version} exists. Choose another version.`);
  const changelog = releasedChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, date);

  writeFileSync('CHANGELOG.md', changelog);
  run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts');
  run('git', 'commit', '--quiet', '--all', '--message', `Release ${version}`);
  run('git', 'tag', '--annotate', `v${version}`, '--message', `Release ${version}`);
  console.log(`Committed and tagged v${version}. Nothing is published yet. To publish it:

  git push --follow-tags
  make build && npm publish ./package`);
}

/** The changelog with what was unreleased under the version and its date. */
function releasedChangelog(text: string, version: string, date: string): string {
  const [section, changes = ''] = UNRELEASED.exec(text) ?? [];
  if (section === undefined) throw new Refusal('CHANGELOG.md has no "## Unreleased". Add it.');
  if (text.includes(`\n## ${version} `))
    throw new Refusal(`CHANGELOG.md has ${version} already. Choose another version.`);
  if (changes.trim() === '') throw new Refusal('CHANGELOG.md has nothing under "## Unreleased". Write what changed.');
  return `${text.replace(section, () => `## Unreleased\n\n## ${version} - ${date}\n\n${changes.trim()}\n\n`).trimEnd()}\n`;
}

try {
  release(process.argv[2] ?? '', new Date().toISOString().slice(0, 10));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
