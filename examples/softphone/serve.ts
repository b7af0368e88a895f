/** `make demo`: the sandbox, and a plain page to call from by hand. */
import { printable } from '../../src/core/printable.js';
import { describe } from '../../src/sandbox/index.js';
import { startDemo } from './demo.js';

try {
  const demo = await startDemo(Number(process.env.PORT ?? 4180), { info: console.log, warn: console.warn });
  process.once('SIGINT', async () => {
    await demo.stop();
    process.exit(0);
  });
  console.log(await describe(demo.sandbox));
  console.log(`Open ${demo.url} in two browser windows, connect as two users, and call. Ctrl-C ends it.\n`);
} catch (error) {
  console.error(
    `The page cannot be served: ${printable((error as Error).message)} (PORT=0 make demo takes a free port)`,
  );
  process.exit(1);
}
