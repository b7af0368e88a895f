/** Builds the package: `npm run build`. */
import { rm } from 'node:fs/promises';
import { billsOfMaterials } from './bills-of-materials.js';
import { bundle } from './bundles.js';
import { declarations } from './declarations.js';
import { notices } from './notices.js';
import { PACKAGE } from './output.js';
import { packageFiles } from './package-files.js';

await rm(PACKAGE, { recursive: true, force: true });
const bundles = await bundle();
await Promise.all([declarations(), notices(bundles), billsOfMaterials(bundles), packageFiles()]);
