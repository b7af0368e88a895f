import { vi } from 'vitest';

/** A page whose events the test fires, until `vi.unstubAllGlobals()`. */
export function stubPage(): (name: string) => void {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  return (name) => void page.dispatchEvent(new Event(name));
}
