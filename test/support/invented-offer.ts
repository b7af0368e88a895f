const hex = (n: number) => (n % 256).toString(16).padStart(2, '0').toUpperCase();
/** A valid candidate at which nothing listens. */
export const inventedCandidate = (n: number) =>
  `candidate:${n} 1 udp ${2130706431 - n} 127.0.0.1 ${20_000 + (n % 40_000)} typ host`;

/** A valid offer. Each `n` is another peer connection. */
export function inventedOffer(n: number, candidates = 0): string {
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=rtcp-mux',
    'a=mid:0',
    'a=setup:actpass',
    `a=ice-ufrag:flood${n}`,
    'a=ice-pwd:0123456789abcdefghijklmn',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, at) => hex(n >> ((at % 4) * 8))).join(':')}`,
    'a=rtpmap:111 opus/48000/2',
    ...Array.from({ length: candidates }, (_, at) => `a=${inventedCandidate(n * 100 + at)}`),
    '',
  ].join('\r\n');
}
