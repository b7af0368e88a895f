import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Runs every full collection that still finds something, also in a process that was started without --expose-gc. */
export async function collectGarbage(): Promise<void> {
  if (!globalThis.gc) setFlagsFromString('--expose-gc');
  const collect = globalThis.gc ?? (runInNewContext('gc') as () => void);
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20)); // What a collection frees may free more.
  }
}
