/** The strictest policy that a phone can live with: its own script, and the service. No `media-src` is among it. */
export const strictPolicy = (apiBaseUrl: string, signalingBaseUrl: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${apiBaseUrl} ${signalingBaseUrl}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** What else such a page is served with: nobody but the page itself may ask for the microphone, or read its address. */
export const STRICT_HEADERS = { 'Permissions-Policy': 'microphone=(self)', 'Referrer-Policy': 'no-referrer' };
