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
  const stop = new AbortController();
  const listen = (target: Partial<EventTarget> | undefined, event: string, listener: (event: never) => void) =>
    target?.addEventListener?.(event, listener as EventListener, { signal: stop.signal });
  listen(globalThis, 'pagehide', onHide);
  listen(globalThis, 'pageshow', ({ persisted }: PageTransitionEvent) => {
    // A page that is loaded has such an event too, at its end, when it may long have connected.
    if (persisted) onRestore();
    onReturn();
  });
  listen(globalThis, 'online', onNetwork);
  // Chromium alone tells of a change, and also when only its estimate of the speed is another.
  const { connection } = (globalThis.navigator ?? {}) as { connection?: EventTarget & { type?: string } };
  let type = connection?.type;
  listen(connection, 'change', () => {
    if (type !== connection?.type) onNetwork();
    type = connection?.type;
  });
  listen(globalThis.document, 'visibilitychange', () => document.hidden || onReturn());
  return () => stop.abort();
}
