import type { Model } from '../model/types.js';
import { jsdoc, literal } from './text.js';

/** The addresses of the service. */
export function emitEndpoints({ apiBaseUrl, signallingPath }: Model): string {
  return `${jsdoc('The base URL of the public REST service.')}export const apiBaseUrl = ${literal(apiBaseUrl)};

${jsdoc('The path of the signalling WebSocket below its base URL.')}export const signallingPath = ${literal(signallingPath)};
`;
}
