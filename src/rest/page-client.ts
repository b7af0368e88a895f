import { attempt } from '../core/attempt.js';
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
      const query = Object.entries(params?.query ?? {}).filter(([, value]) => value !== undefined) as string[][];
      const response = await fetch(
        new Request(baseUrl.replace(/\/+$/, '') + path + (query.length > 0 ? `?${new URLSearchParams(query)}` : ''), {
          method,
          signal,
          headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
          body: JSON.stringify(body),
        }),
      );
      const text = await response.text();
      const answer = attempt(() => JSON.parse(text)); // What is none is not ours: a proxy's page, say.
      return { response, [response.ok ? 'data' : 'error']: answer };
    };
  return { GET: request('GET'), PUT: request('PUT'), POST: request('POST') } as RestClient;
};
