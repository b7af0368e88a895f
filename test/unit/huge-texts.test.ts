import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { baseUrl } from '../../src/core/base-url.js';
import { printable } from '../../src/core/printable.js';
import { withoutSecret } from '../../src/core/secret.js';
import { demandHost, demandOwnOrigin } from '../../src/sandbox/http/gate.js';
import { bearerOf } from '../../src/sandbox/http/http.js';
import { readCandidate, readSdp } from '../../src/sandbox/media/sdp.js';
import { normalizeDestination } from '../../src/webrtc/calls/destination.js';
import { decode } from '../../src/wire/codec.js';

/** What the largest frame holds. */
const LENGTH = 1024 * 1024;
/** Reading in proportion to the length takes some 50 ms; reading with its square, an hour. */
const WITHIN_MS = 2_000;

const request = (headers: Record<string, string>) => ({ headers, socket: {} }) as unknown as IncomingMessage;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  decode: (text) => decode(`{"type":"${text}"}`),
  printable: (text) => printable(text, LENGTH),
  withoutSecret: (text) => withoutSecret(text, 'aaaaaaab'),
  normalizeDestination,
  'the host of an address': (text) => baseUrl('apiBaseUrl', `http://${text}`, 'https'),
  'a description': (text) => readSdp('offer', text),
  'the lines of a description': (text) =>
    readSdp('offer', `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:${text.slice(0, 60_000)}\r\n`),
  'a candidate': readCandidate,
  Host: (host) => demandHost(request({ host }), []),
  Origin: (origin) => demandOwnOrigin(request({ origin })),
  Authorization: (authorization) => bearerOf(request({ authorization })),
};

/** What an expression that goes back and forth would go back and forth over. */
const TEXTS: Readonly<Record<string, string>> = {
  letters: 'a'.repeat(LENGTH),
  digits: '1'.repeat(LENGTH),
  dots: 'a.'.repeat(LENGTH / 2),
  spaces: ' '.repeat(LENGTH),
  slashes: '/'.repeat(LENGTH),
  'new lines': '\r\n'.repeat(LENGTH / 2),
  'a bearer and spaces': `Bearer ${' '.repeat(LENGTH)}`,
  'almost a secret': 'aaaaaaa'.repeat(LENGTH / 7),
};

it.each(Object.keys(READERS))('a huge text is read in a time in proportion to its length: %s', (name) => {
  for (const [what, text] of Object.entries(TEXTS)) {
    const before = performance.now();
    try {
      READERS[name]?.(text);
    } catch {
      // It may be refused; it must not take long.
    }
    expect(performance.now() - before, what).toBeLessThan(WITHIN_MS);
  }
});
