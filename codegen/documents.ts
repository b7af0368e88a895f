import { BaseResolver, bundle, createConfig, Source } from '@redocly/openapi-core';

export const SIGNALLING = 'signalling.asyncapi.yaml';
export const REST = 'rest.openapi.yaml';
export const SHARED = 'schemas.yaml';

/** The text of each source document, by file name. */
export type Sources = Record<typeof SIGNALLING | typeof REST | typeof SHARED, string>;

/** Mistakes in the documents, one per line. Any other error is a bug of the generator. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

// The resolver needs absolute URLs. A host under `.invalid` can never be fetched by mistake.
const BASE = 'https://specs.invalid/';

class MemoryResolver extends BaseResolver {
  constructor(private readonly sources: Record<string, string>) {
    super();
  }

  override async loadExternalRef(address: string): Promise<Source> {
    const name = address.slice(BASE.length);
    const text = this.sources[name];
    if (text === undefined) throw new Error(`a $ref may only point into ${Object.keys(this.sources).join(', ')}`);
    return new Source(address, text);
  }
}

/** Reads one document and copies the shared schemas that it uses into its own components. @throws SpecError */
export async function bundleDocument(name: keyof Sources, sources: Sources): Promise<object> {
  const resolver = new MemoryResolver(sources);
  try {
    // Parse the shared document first. If it is not YAML, this reports it once, not once for each reference.
    resolver.parseDocument(await resolver.loadExternalRef(BASE + SHARED));
    const { bundle: document, problems } = await bundle({
      ref: BASE + name,
      config: await createConfig({}),
      externalRefResolver: resolver,
    });
    if (problems.length === 0) return document.parsed;
    throw new SpecError(
      problems.map((p) => `${name}${p.location[0]?.pointer ?? ''}: ${p.message}; correct the reference`),
    );
  } catch (error) {
    if (error instanceof SpecError) throw error;
    throw new SpecError([`${name}: ${(error as Error).message.replaceAll(BASE, '')}`]);
  }
}
