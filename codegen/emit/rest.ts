import openapiTS, { astToString } from 'openapi-typescript';
import type { Model } from '../model/types.js';

/** The REST document as types. */
export async function emitRest({ documents }: Model): Promise<string> {
  // A copy: openapi-typescript may write into what it is given.
  // A default lets whoever sends leave a field out; it does not oblige them to send it.
  const ast = await openapiTS(JSON.stringify(documents.rest), { silent: true, defaultNonNullable: false });
  return astToString(ast);
}
