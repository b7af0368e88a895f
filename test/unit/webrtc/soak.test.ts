import { expect, it } from 'vitest';
import { soakInNode } from '../../soak/node-soak.js';
import { brokenBounds } from '../../soak/report.js';

const LONGER_ON_A_BUSY_MACHINE_MS = 20_000;

it(
  'hundreds of calls leave no connection, track, listener, timer, call or heap behind',
  async () => {
    const report = await soakInNode({ calls: 300, warmUp: 60, phones: 20 });
    expect(brokenBounds(report)).toEqual([]);
  },
  LONGER_ON_A_BUSY_MACHINE_MS,
);
