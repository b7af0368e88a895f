import { isIP } from 'node:net';
import { MediaError } from './media-error.js';

export type SdpType = 'offer' | 'answer';

export interface TelephoneEvents {
  readonly payloadType: number;
  readonly clockRate: number;
}

/**
 * What the sandbox needs from a phone's SDP. werift's parser trusts its input and fails on some legal lines, so it
 * never sees the phone's text: `readSdp` reads that, and `writeSdp` writes clean SDP for werift.
 */
export interface PhoneDescription {
  readonly mid: string;
  readonly iceUfrag: string;
  readonly icePwd: string;
  /** Each is `algorithm value`. */
  readonly fingerprints: readonly string[];
  readonly direction: 'sendrecv' | 'sendonly' | 'recvonly';
  readonly opusPayloadType: number;
  /** Undefined if the phone does not support RFC 4733 events. */
  readonly events: TelephoneEvents | undefined;
  /** Undefined if the phone does not announce it. werift then sends no receiver reports. */
  readonly ssrc: number | undefined;
  readonly candidates: readonly string[];
}

export const OPUS_PARAMETERS = 'minptime=10;useinbandfec=1';
const MAX_LENGTH = 64 * 1024;

const MEDIA_LINE = /^m=(\S+) \d+ (\S+) ([\d ]+)$/;
const ICE_UFRAG = /^[A-Za-z0-9+/]{4,256}$/;
const ICE_PWD = /^[A-Za-z0-9+/]{22,256}$/;
const FINGERPRINT = /^sha-(?:1|224|256|384|512) [0-9a-f]{2}(?::[0-9a-f]{2})+$/i;
const MID = /^[\w.+-]{1,32}$/;
const RTPMAP = /^(\d{1,3}) ([^/\s]+)\/(\d{1,6})(?:\/(\d))?$/;
const CANDIDATE = /^(?:a=)?candidate:([\w+/]{1,32}) 1 udp (\d{1,10}) (\S+) (\d{1,5}) typ (host|srflx|relay)(?: |$)/i;

/** @throws MediaError that says what is missing or wrong. */
export function readSdp(type: SdpType, sdp: string): PhoneDescription {
  const refuse = (problem: string): never => {
    throw new MediaError(`unusable SDP ${type}: ${problem}`);
  };
  if (sdp.length > MAX_LENGTH) return refuse('it is longer than 64 KiB');
  const lines = sdp.split(/\r?\n/);
  if (lines[0] !== 'v=0') return refuse('it does not begin with v=0');
  const sections = lines.filter((line) => line.startsWith('m='));
  if (!sections.some((line) => line.startsWith('m=audio '))) return refuse('it has no audio section');
  if (sections.length > 1) return refuse('it has more than the one audio section that a call needs');
  const [, , protocol, formats] = MEDIA_LINE.exec(sections[0] ?? '') ?? refuse('its m= line is malformed');
  if (!/^(?:UDP\/TLS\/)?RTP\/SAVPF?$/.test(protocol ?? '')) return refuse('its audio is not DTLS-SRTP');

  const attribute = attributesOf(lines);
  const iceUfrag = attribute('ice-ufrag')[0] ?? '';
  const icePwd = attribute('ice-pwd')[0] ?? '';
  if (!ICE_UFRAG.test(iceUfrag) || !ICE_PWD.test(icePwd)) return refuse('it has no valid ICE credentials');
  const fingerprints = attribute('fingerprint').filter((value) => FINGERPRINT.test(value));
  if (fingerprints.length === 0) return refuse('it has no valid DTLS fingerprint');

  // The sandbox is always the DTLS server, because werift's DTLS client keeps timers for up to 33 s after a close.
  const setup = attribute('setup')[0] ?? 'active';
  if (setup !== 'active' && !(type === 'offer' && setup === 'actpass')) {
    return refuse(`a=setup:${setup} does not let the phone be the DTLS client`);
  }
  const mid = attribute('mid')[0] ?? '0';
  if (!MID.test(mid)) return refuse('its a=mid is malformed');

  const directions = (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).filter(
    (direction) => attribute(direction).length > 0,
  );
  const direction = directions[0] ?? 'sendrecv';
  if (direction === 'inactive') return refuse('its audio is inactive; a call is held with a message, not with SDP');

  const codecs = codecsOf(attribute('rtpmap'), (formats ?? '').split(' ').map(Number));
  const opus = codecs.find((codec) => codec.name === 'opus' && codec.clockRate === 48000 && codec.channels === 2);
  if (opus === undefined) return refuse('it has no Opus (opus/48000/2)');
  const allEvents = codecs.filter((codec) => codec.name === 'telephone-event');
  // Chromium offers two clock rates and werift cannot tell them apart; Firefox offers 8000 only.
  const events = allEvents.find((codec) => codec.clockRate === 48000) ?? allEvents[0];

  return {
    mid,
    iceUfrag,
    icePwd,
    fingerprints,
    direction,
    opusPayloadType: opus.payloadType,
    events: events && { payloadType: events.payloadType, clockRate: events.clockRate },
    ssrc: ssrcOf(attribute('ssrc')[0]),
    candidates: attribute('candidate').flatMap((value) => readCandidate(`candidate:${value}`) ?? []),
  };
}

/** Writes SDP for werift that contains only what `readSdp` understood. */
export function writeSdp(description: PhoneDescription): string {
  const { mid, opusPayloadType, events, ssrc } = description;
  const formats = [opusPayloadType, ...(events ? [events.payloadType] : [])];
  return [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    `m=audio 9 UDP/TLS/RTP/SAVPF ${formats.join(' ')}`,
    'c=IN IP4 0.0.0.0',
    'a=rtcp-mux',
    `a=mid:${mid}`,
    'a=setup:active',
    `a=ice-ufrag:${description.iceUfrag}`,
    `a=ice-pwd:${description.icePwd}`,
    ...description.fingerprints.map((fingerprint) => `a=fingerprint:${fingerprint}`),
    `a=${description.direction}`,
    `a=rtpmap:${opusPayloadType} opus/48000/2`,
    `a=fmtp:${opusPayloadType} ${OPUS_PARAMETERS}`,
    ...(events ? [`a=rtpmap:${events.payloadType} telephone-event/${events.clockRate}`] : []),
    ...(ssrc === undefined ? [] : [`a=ssrc:${ssrc} cname:phone`]),
    ...description.candidates.map((candidate) => `a=${candidate}`),
    '',
  ].join('\r\n');
}

/**
 * Returns a clean candidate for werift, or undefined if it is of no use:
 * - Host names are skipped, because werift blocks for 10 s on mDNS. The phone is found as a peer-reflexive candidate.
 * - TCP candidates are skipped. The sandbox uses UDP only.
 * - `generation` is removed, because werift nominates only candidates whose generation equals its count of restarts.
 */
export function readCandidate(text: string): string | undefined {
  const [, foundation, priority, address = '', port, type] = CANDIDATE.exec(text) ?? [];
  const portNumber = Number(port);
  if (isIP(address) === 0 || portNumber < 1 || portNumber > 65535) return undefined;
  return `candidate:${foundation} 1 udp ${priority} ${address} ${port} typ ${type}`;
}

/** Identifies the phone's DTLS endpoint. A later offer with another fingerprint comes from a new peer connection. */
export function fingerprintOf(sdp: string): string | undefined {
  const fingerprints = attributesOf(sdp.split(/\r?\n/))('fingerprint').map((value) => value.toLowerCase());
  return fingerprints.length === 0 ? undefined : fingerprints.sort().join(', ');
}

/** Returns the values of an attribute: those of the media section, else those of the session level. */
function attributesOf(lines: readonly string[]): (name: string) => readonly string[] {
  const session = new Map<string, string[]>();
  const media = new Map<string, string[]>();
  let level = session;
  for (const line of lines) {
    if (line.startsWith('m=')) level = media;
    const [, name, value = ''] = /^a=([\w-]+)(?::(.*))?$/.exec(line.trimEnd()) ?? [];
    if (name === undefined) continue;
    const values = level.get(name);
    if (values) values.push(value);
    else level.set(name, [value]);
  }
  return (name) => media.get(name) ?? session.get(name) ?? [];
}

interface Codec {
  readonly payloadType: number;
  readonly name: string;
  readonly clockRate: number;
  readonly channels: number;
}

function codecsOf(rtpmaps: readonly string[], payloadTypes: readonly number[]): Codec[] {
  return rtpmaps
    .flatMap((value): Codec[] => {
      const [, payloadType, name, clockRate, channels = '1'] = RTPMAP.exec(value) ?? [];
      if (payloadType === undefined || name === undefined) return [];
      return [
        {
          payloadType: Number(payloadType),
          name: name.toLowerCase(),
          clockRate: Number(clockRate),
          channels: Number(channels),
        },
      ];
    })
    .filter((codec) => codec.payloadType < 128 && codec.clockRate > 0 && payloadTypes.includes(codec.payloadType));
}

function ssrcOf(value: string | undefined): number | undefined {
  const ssrc = Number(/^(\d{1,10})(?: |$)/.exec(value ?? '')?.[1] ?? Number.NaN);
  return ssrc <= 0xffffffff ? ssrc : undefined;
}
