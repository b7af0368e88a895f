export interface PageLife {
  /** The page goes away: for good, for a reload, or into the back/forward cache. */
  onHide(): void;
  /** The page may have been away, and is back. */
  onReturn(): void;
  /** The network is back, or another one. */
  onNetwork(): void;
}

/** Listens to the page, where there is one; gives the function that stops. */
export function watchPage({ onHide, onReturn, onNetwork }: PageLife): () => void {
  if (typeof addEventListener !== 'function') return () => {};
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('pagehide', onHide, { signal });
  addEventListener('pageshow', onReturn, { signal });
  addEventListener('online', onNetwork, { signal });
  // Chromium alone tells of a change, and also when only its estimate of the speed is another.
  const { connection } = (globalThis.navigator ?? {}) as { connection?: EventTarget & { type?: string } };
  let type = connection?.type;
  connection?.addEventListener(
    'change',
    () => {
      if (type !== connection.type) onNetwork();
      type = connection.type;
    },
    { signal },
  );
  globalThis.document?.addEventListener('visibilitychange', () => document.hidden || onReturn(), { signal });
  return () => stop.abort();
}
