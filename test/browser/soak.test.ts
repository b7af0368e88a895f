import { expect, it } from 'vitest';
import { soakInBrowser } from '../soak/browser-soak.js';
import { brokenBounds } from '../soak/report.js';

it('calls leave no connection, track, listener, timer, node, call or heap behind', async () => {
  const report = await soakInBrowser({ calls: 17, warmUp: 3 });
  expect(brokenBounds(report)).toEqual([]);
});
