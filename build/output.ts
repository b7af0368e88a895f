import { join } from 'node:path';

/** The folder that `npm pack` packs. It holds what users get and nothing else. */
export const PACKAGE = 'package';

export const DIST = join(PACKAGE, 'dist');

/** What users import: `@dialstack/sdk/<entry>`. */
export const ENTRIES = ['webrtc', 'server', 'sandbox'] as const;
