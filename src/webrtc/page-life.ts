export interface PageLife {
  /** The page goes away: for good, for a reload, or into the back/forward cache. */
  onHide(): void;
  /** The page or its network may have been away, and is back. */
  onReturn(): void;
}

/** Listens to the page, where there is one; gives the function that stops. */
export function watchPage({ onHide, onReturn }: PageLife): () => void {
  if (typeof addEventListener !== 'function') return () => {};
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('pagehide', onHide, { signal });
  for (const event of ['pageshow', 'online']) addEventListener(event, onReturn, { signal });
  globalThis.document?.addEventListener('visibilitychange', () => document.hidden || onReturn(), { signal });
  return () => stop.abort();
}
