/**
 * Finds or installs what the tests need besides Node, and lists what is missing. Run it with names, for example
 * `tsx test/support/requirements.ts chromium`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './browser/chromium.js';
import { findFirefox } from './browser/firefox.js';
import { canMakeHosts } from './remote-host.js';

interface Requirement {
  /** The tests that need it. */
  readonly purpose: string;
  readonly debianPackage: string;
  /** A command that installs it on a system without Debian's packages. */
  readonly otherwise?: readonly string[];
  find(): string | undefined;
}

export const REQUIREMENTS = {
  chromium: {
    purpose: 'calls in a real browser',
    debianPackage: 'chromium',
    // This project's CI never runs this command, because it cannot reach Playwright's download host.
    otherwise: ['npx', 'playwright-core', 'install', '--with-deps', 'chromium'],
    find: findChromium,
  },
  firefox: {
    purpose: 'calls between Firefox and Chromium',
    debianPackage: 'firefox-esr',
    find: findFirefox,
  },
  namespaces: {
    purpose: 'calls over a network that changes. It needs Linux and root',
    debianPackage: 'iproute2',
    find: () => (canMakeHosts() ? 'ip netns' : undefined),
  },
  coturn: { purpose: 'calls through a TURN server', debianPackage: 'coturn', find: () => onPath('turnserver') },
} as const satisfies Record<string, Requirement>;

export type RequirementName = keyof typeof REQUIREMENTS;

/** Finds or installs these requirements. Returns the names of those that are missing. */
export function ensure(names: readonly RequirementName[]): RequirementName[] {
  return names.filter((name) => {
    const requirement: Requirement = REQUIREMENTS[name];
    if (!requirement.find()) install(name, requirement);
    const found = requirement.find();
    console.log(found ? `${name}: ${found}` : `${name}: missing. It is needed for ${requirement.purpose}.`);
    return !found;
  });
}

function install(name: string, { debianPackage, otherwise }: Requirement): void {
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`${name}: installing Debian's ${debianPackage} …`);
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', debianPackage);
  } else if (otherwise) {
    const [command = '', ...args] = otherwise;
    console.log(`${name}: apt-get needs Debian and root. Trying ${otherwise.join(' ')} instead …`);
    run(command, ...args);
  } else {
    console.log(`${name}: apt-get needs Debian and root. Install ${debianPackage} yourself.`);
  }
}

function run(command: string, ...args: string[]): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: environment, timeout: 900_000 });
  if (status !== 0) console.error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const missing = ensure(process.argv.slice(2) as RequirementName[]);
  process.exit(missing.length > 0 ? 1 : 0);
}
