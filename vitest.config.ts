import { defineConfig } from 'vitest/config';

const suite = (name: string, include: string[], testTimeout: number, extra = {}) => ({
  test: {
    name,
    include,
    testTimeout,
    hookTimeout: 30_000,
    // Vitest's default of 1 s is too short on a busy machine.
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
      // Without isolation it takes half the time. In return, each test must undo its changes of globals.
      suite('unit', ['test/unit/**/*.test.ts', 'codegen/**/*.test.ts'], 5_000, { isolate: false }),
      suite('contract', ['test/contract/**/*.test.ts'], 30_000),
      // These tests mostly wait, so run two files at a time even on two cores.
      suite('integration', ['test/integration/**/*.test.ts', 'test/reference/*.test.ts'], 20_000, {
        isolate: false,
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      }),
      // One file at a time, because each phone is a separate browser process.
      suite('browser', ['test/browser/**/*.test.ts', 'test/reference/browser/**/*.test.ts'], 60_000, {
        fileParallelism: false,
      }),
      // Some of the browser tests again, with Alice in Firefox.
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
