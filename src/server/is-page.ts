/** The properties of the global object that tell Node, Bun, Deno and Electron from a page. */
interface Host {
  readonly process?: { readonly versions?: { readonly node?: string }; readonly type?: string };
}

/**
 * Whether this is a page in a browser. Tests with jsdom or happy-dom have a document, but run in Node and are not pages. In
 * Electron's renderer a page has Node, and is a page.
 */
export function isPage(host: object = globalThis): boolean {
  const { versions, type } = (host as Host).process ?? {};
  const isServer = (versions?.node !== undefined && type !== 'renderer') || 'Deno' in host;
  return 'document' in host && !isServer;
}
