import { afterEach, expect, it, vi } from 'vitest';
import { watchPage } from '../../../../src/webrtc/connection/page-lifecycle.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

function page() {
  const target = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('document', document);
  const told: string[] = [];
  const stop = watchPage({
    onHide: () => told.push('hide'),
    onRestore: () => told.push('restore'),
    onReturn: () => told.push('return'),
    onNetwork: () => told.push('network'),
  });
  const fire = (name: string) => target.dispatchEvent(new Event(name));
  const show = (persisted: boolean) => target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  return { document, told, stop, fire, show };
}

it.each([
  ['pagehide', 'hide'],
  ['pageshow', 'return'],
  ['online', 'network'],
])('%s is a %s', (event, meaning) => {
  const { told, fire } = page();
  fire(event);
  expect(told).toEqual([meaning]);
});

it('a page that is loaded is shown too, and only one out of the back/forward cache is restored', () => {
  const { told, show } = page();
  show(false);
  expect(told).toEqual(['return']);
  show(true);
  expect(told).toEqual(['return', 'restore', 'return']);
});

it('a page that is seen again is back, one that is hidden is not', () => {
  const { told, document } = page();
  document.hidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(told).toEqual([]);
  document.hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(told).toEqual(['return']);
});

it('a change to another kind of network is told where the browser knows of it, and one of its speed is not', () => {
  const connection = Object.assign(new EventTarget(), { type: 'wifi' });
  vi.stubGlobal('navigator', { connection });
  const { told, stop } = page();
  connection.dispatchEvent(new Event('change'));
  expect(told).toEqual([]);
  connection.type = 'cellular';
  connection.dispatchEvent(new Event('change'));
  connection.dispatchEvent(new Event('change'));
  stop();
  connection.type = 'wifi';
  connection.dispatchEvent(new Event('change'));
  expect(told).toEqual(['network']);
});

it('nothing is told after the stop', () => {
  const { told, fire, document, stop } = page();
  stop();
  for (const event of ['pagehide', 'pageshow', 'online']) fire(event);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(told).toEqual([]);
});

it('there need not be a page', () => {
  vi.stubGlobal('addEventListener', undefined);
  expect(() =>
    watchPage({ onHide: () => {}, onRestore: () => {}, onReturn: () => {}, onNetwork: () => {} })(),
  ).not.toThrow();
});
