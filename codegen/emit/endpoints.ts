import type { Model } from '../model/types.js';
import { jsdoc, literal } from './text.js';

/** Where the service is. */
export function emitEndpoints({ apiBaseUrl, signallingPath }: Model): string {
  return `${jsdoc('The REST base of the public service.')}export const apiBaseUrl = ${literal(apiBaseUrl)};

${jsdoc('Where the signalling socket is, under its base.')}export const signallingPath = ${literal(signallingPath)};
`;
}
