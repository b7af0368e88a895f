import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';

const KEY = `sk_test_${'k'.repeat(24)}`;
/** Whatever a terminal would obey, or that cannot be seen. */
const UNSEEN = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;
const HOSTILE = '\u001b[2K\rNew API key: sk_live_x\u001b]52;c;aGk=\u0007\u009b31m\u202e\u2066\u2028\u2029\nNew line';

interface Run {
  stdout: string;
  stderr: string;
  code: number | null;
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Runs `dialstack` until it ends, or until it has printed what a sandbox prints when it is there. */
function dialstack(args: string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
    env: { ...process.env, DIALSTACK_API_KEY: '', ...env },
  });
  ends.push(() => child.kill('SIGKILL'));
  const run: Run = { stdout: '', stderr: '', code: null };
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      run.stdout += chunk;
      if (/^ +933/m.test(run.stdout)) child.kill('SIGINT');
    });
    child.stderr.on('data', (chunk) => {
      run.stderr += chunk;
    });
    child.once('close', (code) => resolve({ ...run, code }));
  });
}

const sandbox = (args: string[] = [], env: Record<string, string> = {}) =>
  dialstack(['sandbox', '--port', '0', ...args], env);

describe('the API key', () => {
  it('is taken from the environment', async () => {
    const { stdout, code } = await sandbox([], { DIALSTACK_API_KEY: KEY });
    expect(stdout).toContain(`API key           ${KEY}`);
    expect(code).toBe(0);
  });

  it('on the command line goes before the one in the environment', async () => {
    const { stdout } = await sandbox(['--api-key', `${KEY}2`], { DIALSTACK_API_KEY: KEY });
    expect(stdout).toContain(`API key           ${KEY}2`);
  });

  it('is another one at every start', async () => {
    const keys = (await Promise.all([sandbox(), sandbox()])).map(({ stdout }) => /sk_test_\S+/.exec(stdout)?.[0]);
    for (const key of keys) expect(key).toMatch(/^sk_test_\S{24,}$/);
    expect(new Set(keys).size).toBe(2);
  });

  it.each(['sk_test_mine', `sk_test_${HOSTILE}${'k'.repeat(24)}`])(
    'that can be guessed, or that no header carries, is refused and not repeated: %j',
    async (key) => {
      const { stdout, stderr, code } = await sandbox([], { DIALSTACK_API_KEY: key });
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toMatch(/sk_test_ and at least 24 characters/);
      expect(stderr).not.toMatch(/mine|sk_live/);
    },
  );

  it('is said to be visible on a command line', async () => {
    const { stdout } = await dialstack(['sandbox', '--help']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Other users of this machine see what is on a command line');
    expect(stdout).toContain('DIALSTACK_API_KEY');
    expect(stdout).not.toMatch(/sk_test_\w/);
  });
});

it.each([
  ['command', [HOSTILE]],
  ['option', ['sandbox', `--${HOSTILE}`]],
  ['argument', ['sandbox', HOSTILE]],
  ['port', ['sandbox', '--port', HOSTILE]],
  ['host', ['sandbox', '--host', HOSTILE]],
  ['host to allow', ['sandbox', '--allow-host', HOSTILE]],
  ['media address', ['sandbox', '--media-address', HOSTILE]],
  ['key', ['sandbox', '--api-key', HOSTILE]],
])('no terminal obeys a wrong %s', async (_, args) => {
  const { stdout, stderr, code } = await dialstack(args);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).not.toMatch(UNSEEN);
  expect(stderr.trim().split('\n')).toEqual([expect.any(String), 'Run dialstack --help for the commands and options.']);
});

describe('at every address of the machine', () => {
  it('it warns, --quiet or not, and prints an address that can be used', async () => {
    const { stdout, stderr } = await sandbox(['--host', '0.0.0.0', '--media-address', '127.0.0.1', '--quiet']);
    expect(stdout).toMatch(/apiBaseUrl +http:\/\/127\.0\.0\.1:\d+$/m);
    expect(stderr).toMatch(/Other machines can reach this sandbox, and it speaks plain HTTP/);
  });

  it('it finds the address, or lists those there are and asks for one', async () => {
    const found = Object.values(networkInterfaces())
      .flatMap((infos) => infos ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => address);
    const { stdout, stderr, code } = await sandbox(['--host', '0.0.0.0']);
    expect(stdout + stderr).not.toMatch(/:\/\/0\.0\.0\.0/);
    for (const address of found) expect(stdout + stderr).toContain(address);
    expect(code).toBe(found.length === 1 ? 0 : 2);
    if (found.length !== 1) expect(stderr).toContain('--media-address');
  });

  it('without such options nothing is warned of', async () => {
    expect((await sandbox()).stderr).toBe('');
  });
});

describe('help and version', () => {
  it.each([['-h'], ['--help'], ['help'], []])('dialstack %s lists the commands', async (...args) => {
    const { stdout, code } = await dialstack(args);
    expect(stdout).toMatch(/Usage: dialstack <command>[\s\S]*sandbox/);
    expect(code).toBe(0);
  });

  it.each([['-v'], ['--version'], ['sandbox', '-v']])('dialstack %s prints the version', async (...args) => {
    const { stdout, code } = await dialstack(args);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(code).toBe(0);
  });

  it('dialstack sandbox -h lists its options', async () => {
    const { stdout } = await dialstack(['sandbox', '-h']);
    expect(stdout).toMatch(/--port N/);
  });
});

describe('a port that another program uses', () => {
  it('is named, with the option that chooses another one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { stderr, code } = await dialstack(['sandbox', '--port', String(port)]);
    other.close();
    expect(stderr).toMatch(new RegExp(`cannot listen on 127\\.0\\.0\\.1:${port}[\\s\\S]*--port`));
    expect(code).toBe(2);
  });
});
