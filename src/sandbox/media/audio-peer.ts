import {
  type CandidatePair,
  CandidatePairState,
  CONSENT_TIMEOUT,
  type Connection,
  MediaStream,
  parseMessage,
  type RTCDtlsTransport,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  RtpHeader,
  RtpPacket,
  type StunProtocol,
} from 'werift';
import { assertBindable, familyOf } from './address.js';
import { rescaleDuration } from './dtmf.js';
import { type Frame, SAMPLE_RATE } from './frame.js';
import { MediaError } from './media-error.js';
import { MAX_CANDIDATES, OPUS_PARAMETERS, type PhoneDescription, type SdpType, writeSdp } from './sdp.js';

/** May come until the peer connection is closed, and a last one while it closes. */
export interface AudioPeerEvents {
  onFrame(frame: Frame): void;
  /** The media path is up; again after each ICE restart. */
  onConnected(): void;
  onFailed(reason: string): void;
}

/**
 * One werift peer connection with one audio section. Everything that one must know about werift 0.24.4 is in this file.
 * The caller takes one step (offer, answer, acceptAnswer) at a time.
 */
export class AudioPeer {
  readonly #address: string;
  readonly #events: AudioPeerEvents;
  readonly #connection: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  readonly #dtls: RTCDtlsTransport;
  readonly #earlyCandidates: string[] = [];
  #phone: PhoneDescription | undefined;
  #oldPath: { readonly pair: CandidatePair; readonly until: number } | undefined;

  constructor(address: string, events: AudioPeerEvents) {
    this.#address = address;
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
    // Made beforehand so that an offer finds a transceiver that sends; one made by the offer would only receive.
    this.#transceiver = this.#connection.addTransceiver('audio', {
      direction: 'sendrecv',
      streams: [new MediaStream()],
    });
    this.#dtls = this.#transceiver.dtlsTransport;
    // An empty `iceServers` makes werift ask Google's STUN server: 5 s a leg, and not for a local sandbox to do.
    delete this.#dtls.iceTransport.connection.stunServer;
    this.#sendOverOldPath();
    this.#giveWayToTriggeredChecks();
    this.#demandIntegrity();
    this.#ignoreStrangers();
    this.#subscribe();
  }

  async offer(): Promise<string> {
    await assertBindable(this.#address);
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    return this.#localSdp();
  }

  async acceptAnswer(answer: PhoneDescription): Promise<void> {
    if (this.#connection.signalingState !== 'have-local-offer') {
      throw new MediaError('no offer is waiting for an answer');
    }
    await this.#describePhone('answer', answer);
  }

  /** The first offer, or a renegotiation with the same DTLS endpoint. */
  async answer(offer: PhoneDescription): Promise<string> {
    this.#assertSameEndpoint(offer);
    if (!this.#phone) await assertBindable(this.#address);
    const { nominated } = this.#dtls.iceTransport.connection;
    if (nominated) this.#oldPath = { pair: nominated, until: performance.now() + CONSENT_TIMEOUT * 1000 };
    await this.#describePhone('offer', offer);
    this.#dtls.role = 'server';
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    this.#checkRestartedPath();
    return this.#localSdp();
  }

  /** A candidate that comes before the description waits for it. */
  addCandidate(candidate: string): void {
    const { remoteCandidates } = this.#dtls.iceTransport.connection;
    if (Math.max(this.#earlyCandidates.length, remoteCandidates.length) >= MAX_CANDIDATES) return;
    if (!this.#phone) {
      this.#earlyCandidates.push(candidate);
      return;
    }
    this.#connection.addIceCandidate({ candidate, sdpMLineIndex: 0 }).catch(() => {
      // Closed meanwhile.
    });
  }

  /** Drops the frame when there is no path, or the phone does not take its kind. */
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
    // werift writes the sender's codec and SSRC into the header it is given, so no header may be shared between legs.
    sender.codec = codec;
    void sender.sendRtp(new RtpPacket(new RtpHeader({ sequenceNumber, timestamp, marker }), payload));
  }

  async close(): Promise<void> {
    // A DTLS flight sleeps up to 5.5 s at a time, 33 s in all, and looks only here whether it was answered.
    const handshake = this.#dtls.dtls?.dtls;
    if (handshake) handshake.flight = Number.POSITIVE_INFINITY;
    await this.#connection.close();
  }

  async #describePhone(type: SdpType, phone: PhoneDescription): Promise<void> {
    await this.#connection.setRemoteDescription({ type, sdp: writeSdp(phone) });
    this.#phone = phone;
    for (const candidate of this.#earlyCandidates.splice(0)) this.addCandidate(candidate);
  }

  #subscribe(): void {
    const { iceTransport } = this.#dtls;
    const onChange = (): void => {
      if (this.#dtls.state === 'failed') this.#events.onFailed('the DTLS handshake failed');
      else if (iceTransport.state === 'failed') this.#events.onFailed('the phone is out of reach (ICE failed)');
      else if (this.#dtls.state === 'connected' && iceTransport.state === 'connected') this.#events.onConnected();
    };
    this.#dtls.onStateChange.subscribe(onChange);
    iceTransport.onStateChange.subscribe(onChange);
    // Not the receiver's track: werift routes to it only the SSRCs that the SDP announced.
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

  #assertSameEndpoint(offer: PhoneDescription): void {
    if (!this.#phone) return;
    if (endpointOf(offer) !== endpointOf(this.#phone) || offer.mid !== this.#phone.mid) {
      throw new MediaError('the offer comes from another peer connection of the phone, which needs a leg of its own');
    }
  }

  /** Until an ICE restart has found a path, media goes on over the one before (RFC 8445 §9); werift would send nothing. */
  #sendOverOldPath(): void {
    const { connection } = this.#dtls.iceTransport;
    const { send } = connection;
    connection.send = async (data) => {
      const old = this.#oldPath;
      if (connection.nominated || !old || performance.now() > old.until) return send(data);
      await old.pair.protocol.sendData(data, old.pair.remoteAddr);
    };
  }

  /**
   * A check that the phone's own triggers takes the place of one under way (RFC 8445 §7.3.1.4); werift would let that time
   * out. Chromium, which has moved, goes on under the names of before the restart, and refuses a check under the new.
   */
  #giveWayToTriggeredChecks(): void {
    const connection = this.#dtls.iceTransport.connection as Connection;
    const { checkStart, checkIncoming } = connection;
    /** Under which name of ours each pair is being checked; pairs of one port share the candidate that has it. */
    const names = new WeakMap<CandidatePair, string>();
    connection.checkStart = (pair) => {
      names.set(pair, pair.localCandidate.ufrag ?? connection.localUsername);
      return checkStart(pair);
    };
    connection.checkIncoming = (check, address, protocol) => {
      const [name] = String(check.getAttributeValue('USERNAME')).split(':');
      const isOvertaken = (pair: CandidatePair) =>
        pair.protocol === protocol &&
        pair.remoteAddr.join() === address.join() &&
        pair.state === CandidatePairState.IN_PROGRESS &&
        names.get(pair) !== name;
      connection.checkList = connection.checkList.filter((pair) => !isOvertaken(pair));
      checkIncoming.call(connection, check, address, protocol);
    };
  }

  /** A check of the phone's proves that it knows the password (RFC 8445 §7.3); werift lets anybody's change role and path. */
  #demandIntegrity(): void {
    const connection = this.#dtls.iceTransport.connection as Connection;
    const hooks = connection as unknown as { ensureProtocol(protocol: StunProtocol): void };
    const { ensureProtocol } = hooks;
    hooks.ensureProtocol = (protocol) => {
      const { execute } = protocol.onRequestReceived;
      protocol.onRequestReceived.execute = (message, address, data) => {
        const [ufrag = ''] = String(message.getAttributeValue('USERNAME')).split(':');
        const password = connection.userHistory[ufrag];
        if (password && data && parseMessage(data, Buffer.from(password)))
          execute.call(protocol.onRequestReceived, message, address, data);
      };
      ensureProtocol.call(connection, protocol);
    };
  }

  /**
   * Once the handshake is over, all that DTLS has left to do is to repeat its last flight for a phone that missed it:
   * werift would end the connection for one record in clear text, whoever sent it, from wherever.
   */
  #ignoreStrangers(): void {
    const { onData } = this.#dtls.iceTransport.connection;
    const { execute } = onData;
    onData.execute = (data) => {
      const isDtls = (data[0] ?? 0) > 19 && (data[0] ?? 0) < 64;
      const taken = isDtls && this.#dtls.state === 'connected' ? encryptedHandshake(data) : data;
      if (taken.length > 0) execute.call(onData, taken);
    };
  }

  /** werift starts no connectivity checks for an ICE restart when DTLS is already up: media would stay dead. */
  #checkRestartedPath(): void {
    const { iceTransport } = this.#dtls;
    if (this.#dtls.state !== 'connected' || iceTransport.connection.nominated) return;
    iceTransport.start().catch(() => {
      // Reported as the transport's state.
    });
  }

  #localSdp(): string {
    const sdp = this.#connection.localDescription?.sdp ?? '';
    if (!sdp.includes('a=candidate:')) throw new MediaError(`no UDP port could be opened on ${this.#address}`);
    return sdp;
  }
}

/** Of the DTLS records in a datagram (RFC 6347 §4.1) those of the handshake that are encrypted. */
function encryptedHandshake(data: Buffer): Buffer {
  const records: Buffer[] = [];
  for (let at = 0; at + 13 <= data.length; ) {
    const end = at + 13 + data.readUInt16BE(at + 11);
    if (end > data.length) break;
    if (data[at] === 22 && data.readUInt16BE(at + 3) > 0) records.push(data.subarray(at, end));
    at = end;
  }
  return Buffer.concat(records);
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
