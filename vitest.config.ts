import { defineConfig } from 'vitest/config';

const suite = (name: string, include: string[], testTimeout: number, extra = {}) => ({
  test: {
    name,
    include,
    testTimeout,
    hookTimeout: 30_000,
    // Vitest's own limit of 1 s is too short on a busy machine.
    expect: { poll: { timeout: testTimeout / 2 } },
    ...extra,
  },
});

const IN_FIREFOX_TOO = [
  ...['calls', 'hold-and-transfer', 'microphone', 'reoffer', 'faults', 'reload', 'page-life', 'errors'].map(
    (name) => `test/browser/${name}.test.ts`,
  ),
  'test/turn/relay.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      // Without a process of its own for each file it takes half the time: a test undoes what it does to globals.
      suite('unit', ['test/unit/**/*.test.ts', 'codegen/**/*.test.ts'], 5_000, { isolate: false }),
      suite('contract', ['test/contract/**/*.test.ts'], 30_000),
      // They wait more than they work: two at a time, also where there are only two cores.
      suite('integration', ['test/integration/**/*.test.ts', 'test/reference/*.test.ts'], 20_000, {
        isolate: false,
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      }),
      // One file at a time: each phone is a browser process of its own.
      suite('browser', ['test/browser/**/*.test.ts', 'test/reference/browser/**/*.test.ts'], 60_000, {
        fileParallelism: false,
      }),
      // The same tests, with Alice in Firefox.
      suite('firefox', IN_FIREFOX_TOO, 60_000, { fileParallelism: false, provide: { aliceIn: 'firefox' } }),
      suite('turn', ['test/turn/**/*.test.ts'], 60_000, { fileParallelism: false }),
      suite('network', ['test/network/**/*.test.ts'], 60_000),
      suite('package', ['test/package/**/*.test.ts'], 180_000, {
        fileParallelism: false,
        globalSetup: 'test/package/setup.ts',
      }),
    ],
  },
});
