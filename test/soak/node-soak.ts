import { collectGarbage } from './collect-garbage.js';
import { Lane } from './lane.js';
import { heapGrowthMost, type Progress, type SoakReport } from './report.js';

export interface NodeSoakOptions {
  readonly calls: number;
  /** Made before the heap is first measured. */
  readonly warmUp: number;
  /** So many phones call at the same time. */
  readonly phones: number;
  readonly onProgress?: Progress;
}

/** The longest that a phone may wait for anything once its call is over: candidates of a call that ended early. */
const SETTLED_AFTER_MS = 300;

/** Calls on fake media, against scripted services: no network, and nothing but the SDK that could keep anything. */
export async function soakInNode({ calls, warmUp, phones, onProgress }: NodeSoakOptions): Promise<SoakReport> {
  const lanes = Array.from({ length: phones }, (_, at) => new Lane(`lane${at}`));
  const sum = (count: (lane: Lane) => number) => lanes.reduce((all, lane) => all + count(lane), 0);
  const startedAt = Date.now();
  let done = 0;
  const make = async (count: number) => {
    let left = count;
    const work = async (lane: Lane) => {
      while (left-- > 0) {
        await lane.call();
        onProgress?.(++done);
      }
    };
    await Promise.all(lanes.map(work));
  };
  const heap = async () => {
    await new Promise((resolve) => setTimeout(resolve, SETTLED_AFTER_MS));
    await collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  try {
    await Promise.all(lanes.map((lane) => lane.connect()));
    const idle = sum(({ timers }) => timers.pending);
    await make(warmUp);
    const before = await heap();
    await make(calls);
    const growth = (await heap()) - before;
    const timers = sum((lane) => lane.timers.pending) - idle;
    const held = sum(({ remains }) => remains.heldCalls);
    const listeners = sum((lane) => lane.listeners);
    for (const lane of lanes) lane.leave();
    const violations = lanes.flatMap((lane) => lane.violations);
    if (violations.length > 0) throw new Error(`the phone broke the contract: ${violations[0]}`);
    return {
      title: 'Node, fake media, scripted service',
      calls: warmUp + calls,
      seconds: Math.round((Date.now() - startedAt) / 1000),
      measures: [
        { what: 'open peer connections', found: sum(({ connections }) => connections), most: 0 },
        { what: 'live tracks', found: sum(({ remains }) => remains.liveTracks), most: 0 },
        { what: 'listeners on the signal of the page', found: listeners, most: 0 },
        { what: 'timers more than before the calls', found: timers, most: 0 },
        { what: 'timers after disconnect()', found: sum((lane) => lane.timers.pending), most: 0 },
        { what: 'ended calls that are still held', found: held, most: 0 },
        { what: 'bytes that the heap grew by', found: growth, most: heapGrowthMost(calls) },
      ],
    };
  } finally {
    for (const lane of lanes) lane.stop();
  }
}
