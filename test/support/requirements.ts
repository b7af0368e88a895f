/** What the tests need of a machine beside Node: found, or installed, or named. `tsx test/support/requirements.ts chromium` */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './browser/chromium.js';
import { findFirefox } from './browser/firefox.js';
import { canMakeHosts } from './remote-host.js';

interface Requirement {
  /** What it is for, and so what cannot be shown without it. */
  readonly purpose: string;
  readonly debianPackage: string;
  /** Tried where Debian's packages are not to be had. */
  readonly otherwise?: readonly string[];
  find(): string | undefined;
}

export const REQUIREMENTS = {
  chromium: {
    purpose: 'calls in a real browser',
    debianPackage: 'chromium',
    // Not tried by this project's own CI, which cannot reach the host that Playwright downloads from.
    otherwise: ['npx', 'playwright-core', 'install', '--with-deps', 'chromium'],
    find: findChromium,
  },
  firefox: {
    purpose: 'calls between Firefox and Chromium',
    debianPackage: 'firefox-esr',
    find: findFirefox,
  },
  namespaces: {
    purpose: 'a network that changes under a call, and takes root to make',
    debianPackage: 'iproute2',
    find: () => (canMakeHosts() ? 'ip netns' : undefined),
  },
  coturn: { purpose: 'calls through a TURN server', debianPackage: 'coturn', find: () => onPath('turnserver') },
} as const satisfies Record<string, Requirement>;

export type RequirementName = keyof typeof REQUIREMENTS;

/** Finds or installs what is named, and gives the names of what cannot be had. */
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
    console.log(`${name}: not root on Debian; trying ${otherwise.join(' ')} …`);
    run(command, ...args);
  } else {
    console.log(`${name}: not root on Debian; install ${debianPackage} by hand.`);
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
