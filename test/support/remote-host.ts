import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Of the block that is set aside for tests of networks (RFC 2544). */
const NETWORK = '198.18';
/** An Ethernet address that nobody has. */
const NOBODY = '02:00:00:00:00:99';

const run = promisify(execFile);
const ip = (...args: string[]) => run('ip', args);

/** Whether network namespaces can be made here: that takes root, and Linux. */
export function canMakeHosts(): boolean {
  const name = `dialstack-${process.pid}`;
  const made = spawnSync('ip', ['netns', 'add', name]).status === 0;
  return made && spawnSync('ip', ['netns', 'delete', name]).status === 0;
}

/** A machine of its own at the end of a cable to this one: a network namespace. */
export class RemoteHost {
  /** This machine, as the other one sees it. */
  readonly gateway: string;
  readonly #name = `dialstack-${process.pid}`;
  /** Our end of the cable; the other end is its eth0. */
  readonly #cable = `dialstack${process.pid % 100_000}`;
  readonly #subnet = `${NETWORK}.${process.pid % 256}`;
  readonly #folder: string;
  #last = 1;

  private constructor(folder: string) {
    this.gateway = this.address;
    this.#folder = folder;
  }

  /** One a process. */
  static async plugIn(): Promise<RemoteHost> {
    const host = new RemoteHost(await mkdtemp(join(tmpdir(), 'dialstack-host-')));
    const inside = host.#name;
    await ip('netns', 'add', inside);
    await ip('link', 'add', host.#cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', inside);
    await ip('address', 'add', `${host.gateway}/24`, 'dev', host.#cable);
    await ip('link', 'set', host.#cable, 'up');
    for (const device of ['lo', 'eth0']) await ip('-n', inside, 'link', 'set', device, 'up');
    await host.move();
    return host;
  }

  /** Where it is now. */
  get address(): string {
    return `${this.#subnet}.${this.#last}`;
  }

  /** It has another address from now on, and the one before no more: what comes from there goes nowhere. */
  async move(): Promise<void> {
    const before = this.address;
    this.#last++;
    if (before !== this.gateway) await this.#inside('address', 'delete', `${before}/24`, 'dev', 'eth0');
    await this.#inside('address', 'add', `${this.address}/24`, 'dev', 'eth0');
    await this.#inside('route', 'replace', 'default', 'via', this.gateway);
  }

  /** The cable is out; the other machine sees that. */
  async unplug(): Promise<void> {
    await ip('link', 'set', this.#cable, 'down');
  }

  async plug(): Promise<void> {
    await ip('link', 'set', this.#cable, 'up');
  }

  /** Nothing arrives any more, in either direction, and neither machine can see why. */
  async swallow(): Promise<void> {
    await ip('neighbour', 'replace', this.address, 'lladdr', NOBODY, 'dev', this.#cable, 'nud', 'permanent');
    await this.#inside('neighbour', 'replace', this.gateway, 'lladdr', NOBODY, 'dev', 'eth0', 'nud', 'permanent');
  }

  async deliver(): Promise<void> {
    await ip('neighbour', 'delete', this.address, 'dev', this.#cable);
    await this.#inside('neighbour', 'delete', this.gateway, 'dev', 'eth0');
  }

  /** A program that runs this one there. */
  async program(path: string): Promise<string> {
    const script = join(this.#folder, 'run');
    await writeFile(script, `#!/bin/sh\nexec ip netns exec ${this.#name} '${path}' "$@"\n`, { mode: 0o755 });
    return script;
  }

  /** What runs there must have ended. */
  async stop(): Promise<void> {
    await ip('link', 'delete', this.#cable);
    await ip('netns', 'delete', this.#name);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #inside(...args: string[]): Promise<unknown> {
    return ip('-n', this.#name, ...args);
  }
}
