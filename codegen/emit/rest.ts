import openapiTS, { astToString } from 'openapi-typescript';
import type { Model } from '../model/types.js';

/** The TypeScript types of the REST document. */
export async function emitRest({ documents }: Model): Promise<string> {
  // Pass a copy, because openapi-typescript may modify its input. `defaultNonNullable: false` keeps fields with a
  // default optional.
  const ast = await openapiTS(JSON.stringify(documents.rest), { silent: true, defaultNonNullable: false });
  return astToString(ast);
}
