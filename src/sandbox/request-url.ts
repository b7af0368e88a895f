import type { IncomingMessage } from 'node:http';

const BASE = 'http://sandbox';

/** Where a request goes. Anybody may send anything: what is no URL is somewhere where nothing is. */
export function requestUrl({ url = '/' }: IncomingMessage): URL {
  return new URL(URL.canParse(url, BASE) ? url : '/', BASE);
}
