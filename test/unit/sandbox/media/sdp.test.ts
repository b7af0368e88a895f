import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SessionDescription } from 'werift';
import { MediaError } from '../../../../src/sandbox/media/media-error.js';
import { fingerprintOf, readCandidate, readSdp, writeSdp } from '../../../../src/sandbox/media/sdp.js';
import { CHROMIUM_OFFER, changed, FIREFOX_OFFER, UNUSABLE_OFFERS } from '../../../support/audio/sample-offers.js';

const chromium = CHROMIUM_OFFER.join('\r\n');
const firefox = FIREFOX_OFFER.join('\r\n');

describe('readSdp', () => {
  it("reads Chromium's offer, and of two clock rates for events the one of Opus", () => {
    expect(readSdp('offer', chromium)).toEqual({
      mid: '0',
      iceUfrag: 'upvc',
      icePwd: 'MMFKV2DvUBrisn4W/Ds6aCBD',
      fingerprints: [expect.stringMatching(/^sha-256 C0:30:.*:02$/)],
      direction: 'sendrecv',
      opusPayloadType: 111,
      events: { payloadType: 110, clockRate: 48000 },
      ssrc: 3103306721,
      candidates: [
        'candidate:1821780965 1 udp 2122194687 127.0.0.1 38481 typ host',
        'candidate:1099956030 1 udp 2122267903 ::1 49946 typ host',
      ],
    });
  });

  it("reads Firefox's offer: session-level fingerprint, events at 8000 Hz", () => {
    expect(readSdp('offer', firefox)).toMatchObject({
      fingerprints: [expect.stringMatching(/^sha-256 C0:/)],
      opusPayloadType: 109,
      events: { payloadType: 101, clockRate: 8000 },
    });
  });

  it('accepts bare line feeds, and fills in the defaults of absent attributes', () => {
    const bare = CHROMIUM_OFFER.filter((line) => !/^a=(setup|sendrecv|mid|ssrc|rtpmap:1[12][06])/.test(line)).join(
      '\n',
    );
    expect(readSdp('answer', bare)).toMatchObject({
      mid: '0',
      direction: 'sendrecv',
      events: undefined,
      ssrc: undefined,
    });
  });

  it.each(['sendonly', 'recvonly'] as const)('reads the direction %s', (direction) => {
    expect(readSdp('offer', changed(CHROMIUM_OFFER, 'a=sendrecv', `a=${direction}`)).direction).toBe(direction);
  });

  it('refuses an answer that leaves the DTLS role open', () => {
    expect(() => readSdp('answer', chromium)).toThrow(/a=setup:actpass/);
  });

  it.each(UNUSABLE_OFFERS)('refuses %s', (_, sdp, complaint) => {
    expect(() => readSdp('offer', sdp)).toThrow(MediaError);
    expect(() => readSdp('offer', sdp)).toThrow(complaint);
  });

  it('either understands damaged SDP, and then werift parses what is written, or refuses it', () => {
    const damaged = fc
      .array(fc.tuple(fc.nat(CHROMIUM_OFFER.length - 1), fc.oneof(fc.string(), fc.constant(''))), { maxLength: 3 })
      .map((changes) => {
        const lines = [...CHROMIUM_OFFER];
        for (const [at, text] of changes) lines[at] = text.startsWith('x') ? text : `${lines[at]?.slice(0, 12)}${text}`;
        return lines.join('\r\n');
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string(), damaged), (sdp) => {
        try {
          const written = writeSdp(readSdp('offer', sdp));
          expect(SessionDescription.parse(written).media).toHaveLength(1);
        } catch (error) {
          expect(error).toBeInstanceOf(MediaError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('writeSdp', () => {
  it.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
  ])("says what was read from %s's offer and no more", (_, sdp) => {
    const description = readSdp('offer', sdp);
    expect(readSdp('offer', writeSdp(description))).toEqual(description);
    expect(writeSdp(description)).not.toMatch(/\.local|end-of-candidates|PCMU|extmap|generation/);
  });
});

describe('readCandidate', () => {
  it.each([
    ['candidate:1 1 udp 2122194687 127.0.0.1 4000 typ host', 'candidate:1 1 udp 2122194687 127.0.0.1 4000 typ host'],
    [
      'candidate:1 1 UDP 1686052607 203.0.113.9 4000 typ srflx raddr 10.0.0.1 rport 4000 generation 2 ufrag abcd',
      'candidate:1 1 udp 1686052607 203.0.113.9 4000 typ srflx',
    ],
    ['a=candidate:1 1 udp 1 ::1 4000 typ relay', 'candidate:1 1 udp 1 ::1 4000 typ relay'],
  ])('keeps %s', (text, usable) => {
    expect(readCandidate(text)).toBe(usable);
  });

  it.each([
    '',
    'garbage',
    'candidate:',
    'candidate:1 1 udp 1 5e9b7a0a.local 4000 typ host',
    'candidate:1 1 udp 1 metadata.internal 4000 typ host',
    'candidate:1 1 tcp 1 127.0.0.1 9 typ host tcptype active',
    'candidate:1 2 udp 1 127.0.0.1 4000 typ host',
    'candidate:1 1 udp 1 127.0.0.1 0 typ host',
    'candidate:1 1 udp 1 127.0.0.1 70000 typ host',
    'candidate:1 1 udp 1 127.0.0.1 4000 typ host\r\na=ice-lite',
  ])('ignores %j', (text) => {
    expect(readCandidate(text)?.includes('\r')).not.toBe(true);
    if (!text.includes('\r')) expect(readCandidate(text)).toBeUndefined();
  });
});

describe('fingerprintOf', () => {
  it('is the same for a renegotiation and another for another peer connection', () => {
    const restarted = changed(CHROMIUM_OFFER, 'a=ice-ufrag', 'a=ice-ufrag:newuser');
    expect(fingerprintOf(restarted)).toBe(fingerprintOf(chromium));
    const lowerCase = changed(CHROMIUM_OFFER, 'a=fingerprint', CHROMIUM_OFFER[17]?.toLowerCase());
    expect(fingerprintOf(lowerCase)).toBe(fingerprintOf(chromium));
    expect(fingerprintOf(changed(CHROMIUM_OFFER, 'a=fingerprint', 'a=fingerprint:sha-256 AA:BB'))).not.toBe(
      fingerprintOf(chromium),
    );
  });

  it('is undefined when there is none', () => {
    expect(fingerprintOf('not SDP')).toBeUndefined();
  });
});
