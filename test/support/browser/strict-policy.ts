/** The strictest policy under which a phone works: its own script, and connections to the service. No `media-src`. */
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

/** Further headers of such a page. Only the page itself may use the microphone, and its address stays private. */
export const STRICT_HEADERS = { 'Permissions-Policy': 'microphone=(self)', 'Referrer-Policy': 'no-referrer' };
