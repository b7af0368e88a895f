import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The first half of an address in the block that is reserved for network tests (RFC 2544). */
const NETWORK = '198.18';
/** An Ethernet address that no machine has. */
const NOBODY = '02:00:00:00:00:99';

const run = promisify(execFile);
const ip = (...args: string[]) => run('ip', args);

/** Whether this machine can create network namespaces. That needs Linux and root. */
export function canMakeHosts(): boolean {
  const name = `dialstack-${process.pid}`;
  const made = spawnSync('ip', ['netns', 'add', name]).status === 0;
  return made && spawnSync('ip', ['netns', 'delete', name]).status === 0;
}

/** A second machine with a network cable to this one: a Linux network namespace. */
export class RemoteHost {
  /** The address of this machine on the cable. */
  readonly gateway: string;
  readonly #name = `dialstack-${process.pid}`;
  /** The network device at our end of the cable. At the other end it is `eth0`. */
  readonly #cable = `dialstack${process.pid % 100_000}`;
  readonly #subnet = `${NETWORK}.${process.pid % 256}`;
  readonly #folder: string;
  #last = 1;

  private constructor(folder: string) {
    this.gateway = this.address;
    this.#folder = folder;
  }

  /** Creates the machine. A process can have only one. */
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

  /** The current address of the remote machine. */
  get address(): string {
    return `${this.#subnet}.${this.#last}`;
  }

  /** Gives the remote machine a new address. The old one stops working. */
  async move(): Promise<void> {
    const before = this.address;
    this.#last++;
    if (before !== this.gateway) await this.#inside('address', 'delete', `${before}/24`, 'dev', 'eth0');
    await this.#inside('address', 'add', `${this.address}/24`, 'dev', 'eth0');
    await this.#inside('route', 'replace', 'default', 'via', this.gateway);
  }

  /** Unplugs the cable. The remote machine notices it. */
  async unplug(): Promise<void> {
    await ip('link', 'set', this.#cable, 'down');
  }

  async plug(): Promise<void> {
    await ip('link', 'set', this.#cable, 'up');
  }

  /** Drops all packets in both directions. Neither machine notices it. */
  async swallow(): Promise<void> {
    await ip('neighbour', 'replace', this.address, 'lladdr', NOBODY, 'dev', this.#cable, 'nud', 'permanent');
    await this.#inside('neighbour', 'replace', this.gateway, 'lladdr', NOBODY, 'dev', 'eth0', 'nud', 'permanent');
  }

  /** Ends `swallow()`. */
  async deliver(): Promise<void> {
    await ip('neighbour', 'delete', this.address, 'dev', this.#cable);
    await this.#inside('neighbour', 'delete', this.gateway, 'dev', 'eth0');
  }

  /** Returns the path of a script that runs this program on the remote machine. */
  async program(path: string): Promise<string> {
    const script = join(this.#folder, 'run');
    await writeFile(script, `#!/bin/sh\nexec ip netns exec ${this.#name} '${path}' "$@"\n`, { mode: 0o755 });
    return script;
  }

  /** Removes the machine. End its programs first. */
  async stop(): Promise<void> {
    await ip('link', 'delete', this.#cable);
    await ip('netns', 'delete', this.#name);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #inside(...args: string[]): Promise<unknown> {
    return ip('-n', this.#name, ...args);
  }
}
