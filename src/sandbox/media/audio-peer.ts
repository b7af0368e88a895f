import {
  MediaStream,
  type RTCDtlsTransport,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  RtpHeader,
  RtpPacket,
} from 'werift';
import { assertBindable, familyOf } from './address.js';
import { rescaleDuration } from './dtmf.js';
import { type Frame, SAMPLE_RATE } from './frame.js';
import { MediaError } from './media-error.js';
import { OPUS_PARAMETERS, type PhoneDescription, type SdpType, writeSdp } from './sdp.js';
import { WeriftPatches } from './werift-patches.js';

/** Events of a peer connection. The last one may arrive while `close()` is under way. */
export interface AudioPeerEvents {
  onFrame(frame: Frame): void;
  /** The media path is up. Called again after each ICE restart. */
  onConnected(): void;
  /** The path is lost. Only an ICE restart can bring it back. */
  onFailed(reason: string): void;
  /** This peer connection can no longer carry audio. */
  onBroken(reason: string): void;
}

export interface AudioPeerOptions {
  /** The one IP address to bind, and to offer as candidate. */
  readonly address: string;
  /** How many candidates of each description of the phone are used. Further ones are ignored. */
  readonly candidatesMax: number;
}

export interface OfferOptions {
  /** Restarts ICE: both sides get new credentials and look for a new path. */
  readonly iceRestart?: boolean;
  /** Makes this a new DTLS endpoint, for an offer to a phone that already knows another one. */
  readonly ownCertificate?: boolean;
}

/**
 * One werift peer connection with one audio section. Knowledge about werift stays in this file, and corrections of its
 * behaviour in `werift-patches`. Await each step (`offer`, `answer`, `acceptAnswer`) before you start the next.
 */
export class AudioPeer {
  readonly #address: string;
  readonly #candidatesMax: number;
  readonly #events: AudioPeerEvents;
  readonly #connection: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  readonly #dtls: RTCDtlsTransport;
  readonly #earlyCandidates: string[] = [];
  /** How many candidates of the phone's current description were used. */
  #candidates = 0;
  readonly #patches: WeriftPatches;
  #phone: PhoneDescription | undefined;

  constructor({ address, candidatesMax }: AudioPeerOptions, events: AudioPeerEvents) {
    this.#address = address;
    this.#candidatesMax = candidatesMax;
    this.#events = events;
    this.#connection = new RTCPeerConnection({
      // Without all four, werift binds 0.0.0.0 and answers from whichever address the system picks.
      iceUseIpv4: false,
      iceUseIpv6: false,
      iceAdditionalHostAddresses: [address],
      iceInterfaceAddresses: { [familyOf(address)]: address },
      iceServers: [],
      bundlePolicy: 'max-bundle',
      codecs: { audio: offeredCodecs(), video: [] },
      headerExtensions: { audio: [], video: [] },
    });
    // Added before any offer of the phone, which would otherwise create a transceiver that only receives.
    this.#transceiver = this.#connection.addTransceiver('audio', {
      direction: 'sendrecv',
      streams: [new MediaStream()],
    });
    this.#dtls = this.#transceiver.dtlsTransport;
    this.#patches = new WeriftPatches(this.#connection, this.#dtls);
    this.#subscribe();
  }

  async offer({ iceRestart = false, ownCertificate = false }: OfferOptions = {}): Promise<string> {
    if (!this.#phone) await assertBindable(this.#address);
    if (ownCertificate) await this.#patches.useOwnCertificate();
    this.#patches.keepPath();
    await this.#connection.setLocalDescription(await this.#connection.createOffer({ iceRestart }));
    return this.#localSdp();
  }

  async acceptAnswer(answer: PhoneDescription): Promise<void> {
    if (this.#connection.signalingState !== 'have-local-offer') {
      throw new MediaError('no offer is waiting for an answer');
    }
    this.#assertSameEndpoint(answer);
    await this.#describePhone('answer', answer);
    this.#patches.checkRestartedPath();
  }

  /** Answers the phone's first offer, or a later one from the same DTLS endpoint. */
  async answer(offer: PhoneDescription): Promise<string> {
    this.#assertSameEndpoint(offer);
    if (!this.#phone) await assertBindable(this.#address);
    this.#patches.keepPath();
    await this.#describePhone('offer', offer);
    this.#dtls.role = 'server';
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    this.#patches.checkRestartedPath();
    return this.#localSdp();
  }

  /** A candidate that arrives before the phone's description is kept until then. */
  addCandidate(candidate: string): void {
    if (!this.#phone) {
      if (this.#earlyCandidates.length < this.#candidatesMax) this.#earlyCandidates.push(candidate);
      return;
    }
    if (this.#candidates >= this.#candidatesMax) return;
    this.#candidates++;
    this.#connection.addIceCandidate({ candidate, sdpMLineIndex: 0 }).catch(() => {
      // Closed meanwhile.
    });
  }

  /** Sends a frame. Drops it if there is no path or the phone did not negotiate its kind. */
  send(frame: Frame): void {
    const phone = this.#phone;
    const { sender, codecs } = this.#transceiver;
    if (!phone || phone.direction === 'sendonly' || this.#dtls.state !== 'connected') return;
    const payloadType = frame.kind === 'audio' ? phone.opusPayloadType : phone.events?.payloadType;
    const codec = codecs.find((candidate) => candidate.payloadType === payloadType);
    if (codec === undefined) return;

    const { sequenceNumber, timestamp, marker } = frame;
    const payload =
      frame.kind === 'audio' ? frame.payload : rescaleDuration(frame.payload, SAMPLE_RATE, codec.clockRate);
    // werift writes its codec and SSRC into the header, so each leg needs a header of its own.
    sender.codec = codec;
    sender.sendRtp(new RtpPacket(new RtpHeader({ sequenceNumber, timestamp, marker }), payload)).catch(() => {
      // Closed meanwhile.
    });
  }

  async close(): Promise<void> {
    this.#patches.abandonHandshake();
    await this.#connection.close();
  }

  async #describePhone(type: SdpType, phone: PhoneDescription): Promise<void> {
    // Unchanged ICE credentials mean the same description as before, so its candidates still count.
    const { iceUfrag, icePwd } = this.#phone ?? {};
    if (phone.iceUfrag !== iceUfrag || phone.icePwd !== icePwd) this.#candidates = 0;
    const candidates = phone.candidates.slice(0, this.#candidatesMax - this.#candidates);
    this.#candidates += candidates.length;
    await this.#connection.setRemoteDescription({ type, sdp: writeSdp({ ...phone, candidates }) });
    this.#phone = phone;
    for (const candidate of this.#earlyCandidates.splice(0)) this.addCandidate(candidate);
  }

  #subscribe(): void {
    const { iceTransport } = this.#dtls;
    const onChange = (): void => {
      if (this.#dtls.state === 'failed') this.#events.onBroken('the DTLS handshake failed');
      else if (iceTransport.state === 'failed') this.#events.onFailed('the phone is out of reach (ICE failed)');
      else if (this.#dtls.state === 'connected' && iceTransport.state === 'connected') this.#events.onConnected();
    };
    this.#dtls.onStateChange.subscribe(onChange);
    iceTransport.onStateChange.subscribe(onChange);
    // Not through the receiver's track, to which werift routes only the SSRCs that the SDP announced.
    this.#dtls.onRtp.subscribe(({ header, payload }) => {
      const events = this.#phone?.events;
      const { ssrc, sequenceNumber, timestamp, marker } = header;
      const numbers = { ssrc, sequenceNumber, timestamp, marker };
      if (header.payloadType === this.#phone?.opusPayloadType) {
        this.#events.onFrame({ kind: 'audio', ...numbers, payload });
      } else if (header.payloadType === events?.payloadType) {
        this.#events.onFrame({
          kind: 'event',
          ...numbers,
          payload: rescaleDuration(payload, events.clockRate, SAMPLE_RATE),
        });
      }
    });
  }

  #assertSameEndpoint(description: PhoneDescription): void {
    if (!this.#phone) return;
    if (endpointOf(description) !== endpointOf(this.#phone) || description.mid !== this.#phone.mid) {
      throw new MediaError('the description comes from another peer connection of the phone, which needs a new leg');
    }
  }

  #localSdp(): string {
    const sdp = this.#connection.localDescription?.sdp ?? '';
    if (!sdp.includes('a=candidate:')) throw new MediaError(`no UDP port could be opened on ${this.#address}`);
    return sdp;
  }
}

function endpointOf({ fingerprints }: PhoneDescription): string {
  return fingerprints.join().toLowerCase();
}

function offeredCodecs(): RTCRtpCodecParameters[] {
  return [
    new RTCRtpCodecParameters({
      mimeType: 'audio/opus',
      clockRate: SAMPLE_RATE,
      channels: 2,
      payloadType: 111,
      parameters: OPUS_PARAMETERS,
    }),
    new RTCRtpCodecParameters({
      mimeType: 'audio/telephone-event',
      clockRate: SAMPLE_RATE,
      payloadType: 110,
      parameters: '0-15',
    }),
  ];
}
