import { vi } from 'vitest';

/**
 * Replaces the page's `addEventListener`. Returns a function that fires an event. Undo with `vi.unstubAllGlobals()`.
 */
export function stubPage(): (name: string) => void {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  return (name) => void page.dispatchEvent(new Event(name));
}
