import { join } from 'node:path';

/** The folder that `npm pack` packs. It contains only what users get. */
export const PACKAGE = 'package';

export const DIST = join(PACKAGE, 'dist');

/** The entries that users import as `@dialstack/sdk/<entry>`. */
export const ENTRIES = ['webrtc', 'server', 'sandbox'] as const;
