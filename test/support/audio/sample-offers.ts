/** Offers of real browsers, as lists of lines so that a test can change one. */

const FINGERPRINT =
  'a=fingerprint:sha-256 C0:30:20:C6:E0:A8:F0:BB:3F:F9:32:7D:5D:3F:DC:AB:5A:20:CF:1B:AB:78:B2:70:0D:C8:E5:C6:7D:BC:79:02';

export const CHROMIUM_OFFER = [
  'v=0',
  'o=- 3423874529794125985 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'a=extmap-allow-mixed',
  'a=msid-semantic: WMS 770e4582-a750-40ff-bf1e-9b6224366065',
  'm=audio 38481 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126',
  'c=IN IP4 127.0.0.1',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=candidate:1821780965 1 udp 2122194687 127.0.0.1 38481 typ host generation 0 network-id 3 network-cost 50',
  'a=candidate:3266032745 1 udp 2122063615 5e9b7a0a-3c51-4d9c-9a2d-2f3f4e0c1b11.local 37403 typ host generation 0',
  'a=candidate:1099956030 1 udp 2122267903 ::1 49946 typ host generation 0 network-id 4 network-cost 50',
  'a=candidate:307874173 1 tcp 1518214911 127.0.0.1 9 typ host tcptype active generation 0 network-id 3',
  'a=ice-ufrag:upvc',
  'a=ice-pwd:MMFKV2DvUBrisn4W/Ds6aCBD',
  'a=ice-options:trickle',
  FINGERPRINT,
  'a=setup:actpass',
  'a=mid:0',
  'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
  'a=sendrecv',
  'a=msid:770e4582-a750-40ff-bf1e-9b6224366065 f2cf7c48-1daf-48b3-b2a3-7651100f7fd2',
  'a=rtcp-mux',
  'a=rtcp-rsize',
  'a=rtpmap:111 opus/48000/2',
  'a=rtcp-fb:111 transport-cc',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  'a=rtpmap:63 red/48000/2',
  'a=fmtp:63 111/111',
  'a=rtpmap:9 G722/8000',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:13 CN/8000',
  'a=rtpmap:110 telephone-event/48000',
  'a=rtpmap:126 telephone-event/8000',
  'a=ssrc:3103306721 cname:1CQbezsGew4D43bm',
  'a=ssrc:3103306721 msid:770e4582-a750-40ff-bf1e-9b6224366065 f2cf7c48-1daf-48b3-b2a3-7651100f7fd2',
  '',
];

/** Firefox puts the fingerprint at the session level and offers telephone events only at 8000 Hz. */
export const FIREFOX_OFFER = [
  'v=0',
  'o=mozilla...THIS_IS_SDPARTA-99.0 4183478270423215461 0 IN IP4 0.0.0.0',
  's=-',
  't=0 0',
  FINGERPRINT,
  'a=group:BUNDLE 0',
  'a=ice-options:trickle',
  'a=msid-semantic:WMS *',
  'm=audio 9 UDP/TLS/RTP/SAVPF 109 9 0 8 101',
  'c=IN IP4 0.0.0.0',
  'a=candidate:0 1 UDP 2122252543 127.0.0.1 51234 typ host',
  'a=sendrecv',
  'a=end-of-candidates',
  'a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1',
  'a=fmtp:101 0-15',
  'a=ice-pwd:a3d0b05ae2b0ab1a4b3a6f0a7c5dd8b2',
  'a=ice-ufrag:2f9c1f4e',
  'a=mid:0',
  'a=msid:{d2b0} {77aa}',
  'a=rtcp-mux',
  'a=rtpmap:109 opus/48000/2',
  'a=rtpmap:9 G722/8000/1',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:101 telephone-event/8000/1',
  'a=setup:actpass',
  'a=ssrc:2655508255 cname:{9b1b}',
  '',
];

/** Returns the offer with each line that starts with `start` replaced, or removed if there is no replacement. */
export function changed(offer: readonly string[], start: string, replacement?: string): string {
  return offer
    .flatMap((line) => (line.startsWith(start) ? (replacement === undefined ? [] : [replacement]) : [line]))
    .join('\r\n');
}

/** SDP that must be refused, and a pattern for the message. */
export const UNUSABLE_OFFERS: readonly (readonly [name: string, sdp: string, complaint: RegExp])[] = [
  ['nothing', '', /v=0/],
  ['prose', 'hello, this is a phone', /v=0/],
  ['JSON', '{"type":"offer"}', /v=0/],
  ['binary', '\u0000\uffff\ud800v=0', /v=0/],
  ['only a session', 'v=0\r\n', /no audio section/],
  ['no audio section', changed(CHROMIUM_OFFER, 'm=audio', 'm=video 9 UDP/TLS/RTP/SAVPF 111'), /no audio section/],
  ['two sections', `${CHROMIUM_OFFER.join('\r\n')}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`, /more than the one/],
  ['a malformed m= line', changed(CHROMIUM_OFFER, 'm=audio', 'm=audio x y z'), /m= line is malformed/],
  ['plain RTP', changed(CHROMIUM_OFFER, 'm=audio', 'm=audio 9 RTP/AVP 111'), /not DTLS-SRTP/],
  ['no Opus', changed(CHROMIUM_OFFER, 'a=rtpmap:111'), /no Opus/],
  ['Opus at another rate', changed(CHROMIUM_OFFER, 'a=rtpmap:111', 'a=rtpmap:111 opus/8000/2'), /no Opus/],
  ['Opus that no m= line offers', changed(CHROMIUM_OFFER, 'm=audio', 'm=audio 9 UDP/TLS/RTP/SAVPF 0'), /no Opus/],
  ['no ICE user', changed(CHROMIUM_OFFER, 'a=ice-ufrag'), /ICE credentials/],
  ['no ICE password', changed(CHROMIUM_OFFER, 'a=ice-pwd'), /ICE credentials/],
  ['a short ICE password', changed(CHROMIUM_OFFER, 'a=ice-pwd', 'a=ice-pwd:abc'), /ICE credentials/],
  ['an ICE user with a colon', changed(CHROMIUM_OFFER, 'a=ice-ufrag', 'a=ice-ufrag:ab:cd'), /ICE credentials/],
  ['no fingerprint', changed(CHROMIUM_OFFER, 'a=fingerprint'), /DTLS fingerprint/],
  ['an unknown hash', changed(CHROMIUM_OFFER, 'a=fingerprint', 'a=fingerprint:md5 AA:BB'), /DTLS fingerprint/],
  [
    'a malformed fingerprint',
    changed(CHROMIUM_OFFER, 'a=fingerprint', 'a=fingerprint:sha-256 xyz'),
    /DTLS fingerprint/,
  ],
  ['a passive phone', changed(CHROMIUM_OFFER, 'a=setup', 'a=setup:passive'), /a=setup:passive/],
  ['inactive audio', changed(CHROMIUM_OFFER, 'a=sendrecv', 'a=inactive'), /inactive/],
  ['a malformed mid', changed(CHROMIUM_OFFER, 'a=mid', 'a=mid:0 1'), /a=mid/],
  ['too much', `${CHROMIUM_OFFER.join('\r\n')}${'a=x\r\n'.repeat(20_000)}`, /64 KiB/],
];
