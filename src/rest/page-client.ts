import type { ClientFactory, RestClient } from './client.js';

interface Init {
  headers: Record<string, string>;
  signal: AbortSignal;
  body?: unknown;
  params?: { query?: Record<string, string | number | undefined> };
}

/**
 * The few lines of openapi-fetch that the phone's requests need, typed by the same generated paths: a page counts its
 * bytes, and these are a tenth.
 */
export const createPageClient: ClientFactory = ({ baseUrl, fetch }) => {
  const request =
    (method: string) =>
    async (path: string, { headers, signal, body, params }: Init) => {
      const query = Object.entries(params?.query ?? {}).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, `${value}`]],
      );
      const url = `${baseUrl.replace(/\/+$/, '')}${path}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
      const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
      const response = await fetch(
        new Request(url, {
          method,
          signal,
          headers: { ...headers, ...json },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
      const answer = parse(await response.text());
      return { response, [response.ok ? 'data' : 'error']: answer };
    };
  return { GET: request('GET'), PUT: request('PUT'), POST: request('POST') } as RestClient;
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not ours: a proxy's page, say.
  }
}
