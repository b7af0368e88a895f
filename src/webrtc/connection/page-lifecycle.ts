export interface PageLife {
  /** The page goes away: for good, for a reload, or into the back/forward cache. */
  onHide(): void;
  /** The very page that hid is back, out of the back/forward cache. */
  onRestore(): void;
  /** The page may have been away, and is back. */
  onReturn(): void;
  /** The network is back, or another one. */
  onNetwork(): void;
}

/** Listens to the page, where there is one; gives the function that stops. */
export function watchPage({ onHide, onRestore, onReturn, onNetwork }: PageLife): () => void {
  if (typeof addEventListener !== 'function') return () => {};
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('pagehide', onHide, { signal });
  // A page that is loaded has such an event too, at its end, when it may long have connected.
  addEventListener('pageshow', ({ persisted }) => persisted && onRestore(), { signal });
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
