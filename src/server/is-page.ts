/** What Node, Bun, Deno and Electron put on the global object, as far as it tells them from a page. */
interface Host {
  readonly process?: { readonly versions?: { readonly node?: string }; readonly type?: string };
}

/**
 * Whether this is a page: a document that no server runtime has made. Tests with jsdom or happy-dom have a document in Node
 * and are not pages; Electron's renderer has Node in a page, and is one.
 */
export function isPage(host: object = globalThis): boolean {
  const { versions, type } = (host as Host).process ?? {};
  const isServer = (versions?.node !== undefined && type !== 'renderer') || 'Deno' in host;
  return 'document' in host && !isServer;
}
