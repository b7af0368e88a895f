import { bundleDocument, REST, SIGNALLING, type Sources } from './documents.js';
import { readRest } from './model/rest.js';
import { readSignalling } from './model/signalling.js';
import type { Model } from './model/types.js';

export async function readModel(sources: Sources): Promise<Model> {
  return buildModel(await bundleDocument(SIGNALLING, sources), await bundleDocument(REST, sources));
}

export function buildModel(signalling: object, rest: object): Model {
  return { documents: { signalling, rest }, ...readSignalling(signalling), ...readRest(rest) };
}
