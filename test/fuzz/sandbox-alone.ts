/** A process of its own with a sandbox: it says where that is, how much memory it takes when asked, and logs to its output. */
import { type SandboxAccount, startSandbox } from '../../src/sandbox/index.js';
import { collectGarbage } from '../soak/collect-garbage.js';

export interface SandboxAddress {
  readonly apiBaseUrl: string;
  readonly signalingBaseUrl: string;
  readonly apiKey: string;
  readonly account: SandboxAccount;
  readonly otherAccount: SandboxAccount;
}

export interface SandboxMemory {
  readonly heapUsed: number;
  readonly rss: number;
}

const sandbox = await startSandbox({
  limits: { graceMs: 200, callCreatesPerWindow: 200 },
  log: { info: console.log, warn: console.warn },
});
const { apiBaseUrl, signalingBaseUrl, apiKey, accountId, users, otherAccount } = sandbox;
const account = { id: accountId, users };
process.send?.({ apiBaseUrl, signalingBaseUrl, apiKey, account, otherAccount } satisfies SandboxAddress);
process.on('message', async () => {
  await collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss } satisfies SandboxMemory);
});
process.once('disconnect', () => process.exit());
