import { BaseResolver, bundle, createConfig, Source } from '@redocly/openapi-core';

export const SIGNALLING = 'signalling.asyncapi.yaml';
export const REST = 'rest.openapi.yaml';
export const SHARED = 'schemas.yaml';

/** The text of each source document, by file name. */
export type Sources = Record<typeof SIGNALLING | typeof REST | typeof SHARED, string>;

/** Mistakes in the documents, one line each: what a person has to mend, as opposed to a bug of the generator. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

// The resolver wants absolute addresses; `.invalid` can never be fetched by mistake.
const BASE = 'https://specs.invalid/';

class MemoryResolver extends BaseResolver {
  constructor(private readonly sources: Record<string, string>) {
    super();
  }

  override async loadExternalRef(address: string): Promise<Source> {
    const name = address.slice(BASE.length);
    const text = this.sources[name];
    if (text === undefined) throw new Error(`only ${Object.keys(this.sources).join(', ')} may be referred to`);
    return new Source(address, text);
  }
}

/** Reads one document and moves what it uses of the shared schemas into its own components. */
export async function bundleDocument(name: keyof Sources, sources: Sources): Promise<object> {
  const resolver = new MemoryResolver(sources);
  try {
    // Else a shared document that is no YAML would be reported once for each reference to it.
    resolver.parseDocument(await resolver.loadExternalRef(BASE + SHARED));
    const { bundle: document, problems } = await bundle({
      ref: BASE + name,
      config: await createConfig({}),
      externalRefResolver: resolver,
    });
    if (problems.length === 0) return document.parsed;
    throw new SpecError(
      problems.map((p) => `${name}${p.location[0]?.pointer ?? ''}: ${p.message}; mend the reference`),
    );
  } catch (error) {
    if (error instanceof SpecError) throw error;
    throw new SpecError([`${name}: ${(error as Error).message.replaceAll(BASE, '')}`]);
  }
}
