import {
  type CandidatePair,
  CandidatePairState,
  CipherContext,
  CONSENT_TIMEOUT,
  type Connection,
  HashAlgorithm,
  NamedCurveAlgorithm,
  parseMessage,
  RTCCertificate,
  type RTCDtlsTransport,
  type RTCPeerConnection,
  SignatureAlgorithm,
  StunProtocol,
} from 'werift';
import { RateWindow } from '../rate-window.js';

/** These patches override private members of this version. Before you upgrade werift, check that each still applies. */
export const WERIFT_VERSION = '0.24.4';

/** How many checked addresses of a phone are remembered. The phone may check a forgotten one again. */
const ADDRESSES_KEPT = 32;
/** How many checks from new addresses are verified. Each costs a signature, and a phone repeats a lost check. */
const NEWCOMERS = { perWindow: 100, windowMs: 1000 };
/** How many datagrams of a phone are accepted: ten times as many as a call needs. */
const DATAGRAMS = { perWindow: 500, windowMs: 1000 };

/** Private members of werift that the patches use. */
interface Insides {
  readonly peer: { readonly secureManager: { certificate?: RTCCertificate; ensureCerts(): Promise<void> } };
  readonly ice: Pick<Connection, keyof Connection> & {
    ensureProtocol(protocol: Port): void;
    checkComplete(pair: CandidatePair): void;
  };
}

type Address = readonly [host: string, port: number];

/** One UDP port of a peer connection. */
type Port = Pick<StunProtocol, keyof StunProtocol> & { datagramReceived(data: Buffer, address: Address): void };

/** Corrects the behaviour of one werift peer connection, which has one transport. */
export class WeriftPatches {
  readonly #peer: Insides['peer'];
  readonly #ice: Insides['ice'];
  readonly #dtls: RTCDtlsTransport;
  #oldPath: { readonly pair: CandidatePair; readonly until: number } | undefined;

  /** @throws Error if werift lacks a member that the patches override. */
  constructor(peer: RTCPeerConnection, dtls: RTCDtlsTransport) {
    this.#peer = peer as unknown as Insides['peer'];
    this.#ice = dtls.iceTransport.connection as unknown as Insides['ice'];
    this.#dtls = dtls;
    demandInsides({ peer: this.#peer, ice: this.#ice });
    // With empty `iceServers`, werift asks Google's STUN server. That takes 5 s, and a local sandbox stays local.
    delete this.#ice.stunServer;
    this.#sendOverOldPath();
    this.#giveWayToTriggeredChecks();
    this.#forgetChecksOfBefore();
    this.#admitOnlyCheckedAddresses();
    this.#sparePathFromClearText();
  }

  /** Makes this a separate DTLS endpoint. By default werift shares one certificate in the whole process. */
  async useOwnCertificate(): Promise<void> {
    const { certPem, keyPem, signatureHash } = await CipherContext.createSelfSignedCertificateWithKey(
      { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
      NamedCurveAlgorithm.secp256r1_23,
    );
    this.#peer.secureManager.certificate = new RTCCertificate(keyPem, certPem, signatureHash);
  }

  /** Call this before an ICE restart. Media then uses the current path until there is a new one. */
  keepPath(): void {
    const { nominated } = this.#ice;
    if (nominated) this.#oldPath = { pair: nominated, until: performance.now() + CONSENT_TIMEOUT * 1000 };
  }

  /** Starts connectivity checks after an ICE restart. werift starts none if DTLS is up, and media would stay dead. */
  checkRestartedPath(): void {
    const { iceTransport } = this.#dtls;
    if (this.#dtls.state !== 'connected' || this.#ice.nominated || iceTransport.state === 'checking') return;
    iceTransport.start().catch(() => {
      // The transport's state reports the failure.
    });
  }

  /**
   * Stops a handshake under way. werift resends a DTLS flight for up to 33 s, even after a close. It stops when the
   * handshake has reached a later flight, so this sets the highest one.
   */
  abandonHandshake(): void {
    const handshake = this.#dtls.dtls?.dtls;
    if (handshake) handshake.flight = Infinity;
  }

  /** Sends media over the old path until an ICE restart finds a new one (RFC 8445 §9). werift would send nothing. */
  #sendOverOldPath(): void {
    const ice = this.#ice;
    const { send } = ice;
    ice.send = async (data) => {
      const old = this.#oldPath;
      if (ice.nominated || !old || performance.now() > old.until) return send(data);
      await old.pair.protocol.sendData(data, old.pair.remoteAddr);
    };
  }

  /**
   * Lets a triggered check replace one that is in progress on the same pair (RFC 8445 §7.3.1.4). werift would wait
   * until that one times out. It matters when Chromium has changed its network: it keeps using the ICE user names from
   * before the restart, and refuses checks under the new ones.
   */
  #giveWayToTriggeredChecks(): void {
    const ice = this.#ice;
    const { checkStart, checkIncoming } = ice;
    /** Our user name in the check of each pair. The candidate cannot tell, because pairs of one port share it. */
    const names = new WeakMap<CandidatePair, string>();
    ice.checkStart = (pair) => {
      names.set(pair, pair.localCandidate.ufrag ?? ice.localUsername);
      return checkStart(pair);
    };
    ice.checkIncoming = (check, address, protocol) => {
      const [name] = String(check.getAttributeValue('USERNAME')).split(':');
      const isOvertaken = (pair: CandidatePair) =>
        pair.protocol === protocol &&
        pair.remoteAddr.join() === address.join() &&
        pair.state === CandidatePairState.IN_PROGRESS &&
        names.get(pair) !== name;
      ice.checkList = ice.checkList.filter((pair) => !isOvertaken(pair));
      checkIncoming.call(ice as unknown as Connection, check, address, protocol);
    };
  }

  /**
   * Ignores the result of a check that was in progress when ICE restarted: its pair must not be selected any more
   * (RFC 8445 §9). werift would select it and send audio to a port that the phone has closed.
   */
  #forgetChecksOfBefore(): void {
    const ice = this.#ice;
    const { checkComplete } = ice;
    ice.checkComplete = (pair) => {
      if (ice.checkList.includes(pair)) checkComplete.call(ice, pair);
    };
  }

  /**
   * Accepts data from an address only after a check with the right password came from there (RFC 8445 §7.3). werift
   * accepts anything from anywhere: a stranger's check can change the ICE role and the path, and a stranger's first
   * record ends DTLS.
   */
  #admitOnlyCheckedAddresses(): void {
    const ice = this.#ice;
    const { ensureProtocol } = ice;
    const addresses = new Set<string>();
    const newcomers = new RateWindow(NEWCOMERS.perWindow, NEWCOMERS.windowMs);
    const datagrams = new RateWindow(DATAGRAMS.perWindow, DATAGRAMS.windowMs);
    const admit = (name: string) => {
      addresses.delete(name);
      addresses.add(name);
      for (const oldest of addresses) if (addresses.size > ADDRESSES_KEPT) addresses.delete(oldest);
    };
    ice.ensureProtocol = (protocol) => {
      const { execute } = protocol.onRequestReceived;
      const receive = protocol.datagramReceived.bind(protocol);
      protocol.datagramReceived = (data, address) => {
        // From an unchecked address, only STUN passes. werift verifies STUN answers; requests are verified below.
        if (addresses.has(address.join()) ? datagrams.take() === 0 : parseMessage(data)) receive(data, address);
      };
      protocol.onRequestReceived.execute = (message, address, data) => {
        const [ufrag = ''] = String(message.getAttributeValue('USERNAME')).split(':');
        const password = Object.hasOwn(ice.userHistory, ufrag) ? ice.userHistory[ufrag] : undefined;
        const name = address.join();
        if (!password || !data || (!addresses.has(name) && newcomers.take() > 0)) return;
        if (!parseMessage(data, Buffer.from(password))) return;
        admit(name);
        execute.call(protocol.onRequestReceived, message, address, data);
      };
      ensureProtocol.call(ice, protocol);
    };
  }

  /**
   * Drops unencrypted DTLS records once the handshake is over. DTLS then only has to repeat its last flight for a phone
   * that missed it. werift would end the connection on any record in clear text, whoever sent it.
   */
  #sparePathFromClearText(): void {
    const { onData } = this.#ice;
    const { execute } = onData;
    onData.execute = (data) => {
      const isDtls = (data[0] ?? 0) > 19 && (data[0] ?? 0) < 64;
      const taken = isDtls && this.#dtls.state === 'connected' ? encryptedHandshake(data) : data;
      if (taken.length > 0) execute.call(onData, taken);
    };
  }
}

/** Checks for the private members themselves, because the version is not known inside a bundle. */
function demandInsides({ peer, ice }: Insides): void {
  const there: readonly [name: string, value: unknown, type: string][] = [
    ['secureManager.ensureCerts', peer.secureManager?.ensureCerts, 'function'],
    ['send', ice.send, 'function'],
    ['checkStart', ice.checkStart, 'function'],
    ['checkIncoming', ice.checkIncoming, 'function'],
    ['checkList', ice.checkList, 'object'],
    ['checkComplete', ice.checkComplete, 'function'],
    ['datagramReceived', (StunProtocol.prototype as unknown as Port).datagramReceived, 'function'],
    ['ensureProtocol', ice.ensureProtocol, 'function'],
    ['userHistory', ice.userHistory, 'object'],
    ['onData.execute', ice.onData?.execute, 'function'],
    ['localUsername', ice.localUsername, 'string'],
  ];
  for (const [name, value, type] of there) {
    if (typeof value === type) continue;
    throw new Error(
      `The sandbox needs werift ${WERIFT_VERSION}. The installed one has no ${name}. Install that version.`,
    );
  }
}

/** Returns the encrypted handshake records of a DTLS datagram (RFC 6347 §4.1). */
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
