import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.js';
import { ContractTap } from './contract-tap.js';

/** A sandbox behind a contract tap. */
export interface Testbed {
  readonly sandbox: Sandbox;
  readonly tap: ContractTap;
  /** The base URLs for clients. They lead to the sandbox through the tap. */
  readonly apiBaseUrl: string;
  readonly signalingBaseUrl: string;
  /** The lines that the sandbox logged. */
  readonly log: string[];
  stop(): Promise<void>;
}

export async function startTestbed(options: SandboxOptions = {}): Promise<Testbed> {
  const log: string[] = [];
  const sandbox = await startSandbox({
    log: { info: (text) => log.push(text), warn: (text) => log.push(text) },
    ...options,
  });
  const tap = await ContractTap.start(sandbox.apiBaseUrl);
  return {
    sandbox,
    tap,
    log,
    apiBaseUrl: `http://${tap.authority}`,
    signalingBaseUrl: `ws://${tap.authority}`,
    async stop() {
      await tap.stop();
      await sandbox.stop();
    },
  };
}
