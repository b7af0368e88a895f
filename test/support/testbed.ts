import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/index.js';
import { startTestbed, type Testbed } from './start-testbed.js';

export { startTestbed, type Testbed } from './start-testbed.js';

/**
 * Gives the tests of a file one sandbox. After each test, checks that every frame and body followed the contract, and
 * that the sandbox logged no fault of its own.
 */
export function useTestbed(options: SandboxOptions = {}): Testbed {
  let bed: Testbed;
  beforeAll(async () => {
    bed = await startTestbed(options);
  });
  afterEach(() => {
    expect(bed.tap.takeViolations(), 'frames and bodies that broke the contract').toEqual([]);
    expect(bed.log.filter((line) => line.startsWith('a fault of the sandbox'))).toEqual([]);
  });
  afterAll(() => bed.stop());
  return new Proxy({} as Testbed, { get: (_, key) => Reflect.get(bed, key) });
}
