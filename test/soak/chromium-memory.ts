import type { Page } from 'playwright-core';

/** What Chromium counts of a page, after a collection. */
export interface PageMemory {
  readonly heapBytes: number;
  readonly listeners: number;
  readonly nodes: number;
  /** Peer connections that exist, open or closed. */
  readonly connections: number;
}

const ROUNDS = 5;

/** Gives a function that collects the garbage of a page and counts what is left. */
export async function memoryOf(page: Page): Promise<() => Promise<PageMemory>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  return async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await devtools.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(100); // What a collection frees may free more.
    }
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      heapBytes: value('JSHeapUsedSize'),
      listeners: value('JSEventListeners'),
      nodes: value('Nodes'),
      connections: value('RTCPeerConnections'),
    };
  };
}
