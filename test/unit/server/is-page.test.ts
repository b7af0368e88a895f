import { expect, it } from 'vitest';
import { isPage } from '../../../src/server/is-page.js';

const document = {};

it.each<[string, object]>([
  ['a browser', { document }],
  ['a browser with the process of a bundler', { document, process: { versions: {}, env: {} } }],
  [
    'the renderer of Electron with Node in it',
    { document, process: { type: 'renderer', versions: { node: '20.0.0' } } },
  ],
])('%s is a page', (_, host) => expect(isPage(host)).toBe(true));

it.each<[string, object]>([
  ['Node', { process }],
  ['jsdom or happy-dom in Node', { document, process }],
  ['a DOM in Deno', { document, Deno: {} }],
  ['a service worker or an edge runtime', {}],
])('%s is not a page', (_, host) => expect(isPage(host)).toBe(false));
