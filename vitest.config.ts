import { defineConfig } from 'vitest/config';

const suite = (name: string, include: string[], testTimeout: number, extra = {}) => ({
  test: { name, include, testTimeout, hookTimeout: 30_000, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', ['test/unit/**/*.test.ts', 'codegen/**/*.test.ts'], 5_000),
      suite('contract', ['test/contract/**/*.test.ts'], 30_000),
      suite('integration', ['test/integration/**/*.test.ts'], 20_000),
      // One file at a time: each phone is a browser process of its own.
      suite('browser', ['test/browser/**/*.test.ts'], 60_000, { fileParallelism: false }),
      suite('turn', ['test/turn/**/*.test.ts'], 60_000, { fileParallelism: false }),
      suite('package', ['test/package/**/*.test.ts'], 180_000, { fileParallelism: false }),
    ],
  },
});
