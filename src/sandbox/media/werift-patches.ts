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

/** The version whose private members are overridden here. Check that each patch still applies before you change it. */
export const WERIFT_VERSION = '0.24.4';

/** So many of a phone's addresses are known at once: it may check every pair of them anew. */
const ADDRESSES_KEPT = 32;
/** How many checks from new addresses are looked into, since each costs a signature. A phone repeats its own. */
const NEWCOMERS = { perWindow: 100, windowMs: 1000 };
/** How many datagrams of a phone are taken: ten times as many as a call has. */
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

/** Corrects one peer connection of werift, which has one transport. */
export class WeriftPatches {
  readonly #peer: Insides['peer'];
  readonly #ice: Insides['ice'];
  readonly #dtls: RTCDtlsTransport;
  #oldPath: { readonly pair: CandidatePair; readonly until: number } | undefined;

  /** @throws Error when werift lacks a member that the patches override. */
  constructor(peer: RTCPeerConnection, dtls: RTCDtlsTransport) {
    this.#peer = peer as unknown as Insides['peer'];
    this.#ice = dtls.iceTransport.connection as unknown as Insides['ice'];
    this.#dtls = dtls;
    demandInsides({ peer: this.#peer, ice: this.#ice });
    // An empty `iceServers` makes werift ask Google's STUN server: 5 s a leg, and not for a local sandbox to do.
    delete this.#ice.stunServer;
    this.#sendOverOldPath();
    this.#giveWayToTriggeredChecks();
    this.#forgetChecksOfBefore();
    this.#admitOnlyCheckedAddresses();
    this.#sparePathFromClearText();
  }

  /** werift shares one certificate in the whole process. With its own, this peer connection is a DTLS endpoint apart. */
  async useOwnCertificate(): Promise<void> {
    const { certPem, keyPem, signatureHash } = await CipherContext.createSelfSignedCertificateWithKey(
      { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
      NamedCurveAlgorithm.secp256r1_23,
    );
    this.#peer.secureManager.certificate = new RTCCertificate(keyPem, certPem, signatureHash);
  }

  /** Call before an ICE restart: media uses the current path until there is a new one. */
  keepPath(): void {
    const { nominated } = this.#ice;
    if (nominated) this.#oldPath = { pair: nominated, until: performance.now() + CONSENT_TIMEOUT * 1000 };
  }

  /** werift starts no connectivity checks for an ICE restart when DTLS is already up: media would stay dead. */
  checkRestartedPath(): void {
    const { iceTransport } = this.#dtls;
    if (this.#dtls.state !== 'connected' || this.#ice.nominated || iceTransport.state === 'checking') return;
    iceTransport.start().catch(() => {
      // Reported as the transport's state.
    });
  }

  /** A DTLS flight sleeps up to 5.5 s at a time, 33 s in all, and looks only here whether it was answered. */
  abandonHandshake(): void {
    const handshake = this.#dtls.dtls?.dtls;
    if (handshake) handshake.flight = Infinity;
  }

  /** Until an ICE restart has found a path, media goes on over the one before (RFC 8445 §9); werift would send nothing. */
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
   * A check that the phone's own triggers takes the place of one under way (RFC 8445 §7.3.1.4); werift would let that time
   * out. Chromium, which has moved, goes on under the names of before the restart, and refuses a check under the new.
   */
  #giveWayToTriggeredChecks(): void {
    const ice = this.#ice;
    const { checkStart, checkIncoming } = ice;
    /** Under which name of ours each pair is being checked; pairs of one port share the candidate that has it. */
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
   * A check that is under way when ICE is restarted belongs to the restart before: its pair must not be selected any more
   * (RFC 8445 §9). werift would select it, and send audio to a port that the phone has closed.
   */
  #forgetChecksOfBefore(): void {
    const ice = this.#ice;
    const { checkComplete } = ice;
    ice.checkComplete = (pair) => {
      if (ice.checkList.includes(pair)) checkComplete.call(ice, pair);
    };
  }

  /**
   * Nothing is taken from an address before a check came from there that knew the password (RFC 8445 §7.3). werift takes
   * anything from anywhere: a stranger's check changes role and path, and a stranger's first record ends DTLS.
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
        // From an address that has not passed a check, only STUN goes further. werift verifies answers; requests see below.
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
   * Once the handshake is over, all that DTLS has left to do is to repeat its last flight for a phone that missed it:
   * werift would end the connection for one record in clear text, whoever sent it, from wherever.
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

/** A bundle does not contain werift's version, so this checks for the members themselves. */
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
      `The sandbox's audio is written for werift ${WERIFT_VERSION}, and this one has no ${name}. Install that version.`,
    );
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
