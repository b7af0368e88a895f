import { silentLogger } from '../core/logger.js';
import { PhoneError } from '../core/phone-error.js';
import { userApi } from '../rest/user-api.js';
import { EmergencyAddressBook } from './account/emergency-address.js';
import { IceServers } from './account/ice-servers.js';
import { Presence } from './account/presence.js';
import { Calls } from './calls/calls.js';
import type { Connection } from './connection/connection.js';
import { resolveEndpoints } from './connection/endpoints.js';
import { DOUBTED_ANSWER_WITHIN_MS } from './connection/liveness.js';
import { SessionIdentity } from './connection/session-identity.js';
import { sessionOpener } from './connection/session-opener.js';
import { TokenKeeper } from './connection/token-keeper.js';
import { throttled } from './error-throttle.js';
import type { AudioEnvironment } from './media/audio-ports.js';
import { BrowserMedia } from './media/browser-media.js';
import { isMicrophoneGranted, openMicrophone } from './media/microphone.js';
import { Ringback } from './media/ringback.js';
import { type PhoneLife, phoneLife, type Teller } from './phone-life.js';
import type { PhoneOptions } from './phone-options.js';
import { demandWebRtc, type Platform, resolvePlatform } from './platform.js';
import { routeTo } from './routes.js';

/** What the phone's methods act on. */
export interface Parts {
  readonly connection: Connection;
  readonly calls: Calls;
  readonly presence: Presence;
  readonly addresses: EmergencyAddressBook;
}

/** Makes the parts of a phone and connects them. @throws PhoneError for an address that is none. */
export function compose(options: PhoneOptions, tell: Teller): Parts {
  const { api, signalling } = resolveEndpoints(options);
  const platform = resolvePlatform(options.platform);
  const { timers } = platform;
  const logger = options.logger ?? silentLogger;
  const report = (error: PhoneError) => tell.emit('error', error);
  const tokens = new TokenKeeper(timers, options.token, options.onTokenExpiring);
  const ask = userApi({
    baseUrl: api,
    token: () => tokens.token,
    fetch: (url, init) => platform.fetch(url, init),
    timers,
  });
  const ice = new IceServers(ask, timers, options.iceServers);
  const addresses = new EmergencyAddressBook(ask, options.emergencyAddressId);
  const presence = new Presence(ask, tell);
  const identity = new SessionIdentity(platform.storage, tokens.user);
  const calls = new Calls({
    timers,
    logger,
    audio: audioEnvironment(options, platform, ice, async () => {
      await life.proveConnection(DOUBTED_ANSWER_WITHIN_MS);
      void life.connection.session;
    }),
    autoHold: options.autoHold ?? true,
    session: () => life.connection.session,
    report,
    onIncoming: (call) => tell.emit('incoming', call),
    onRestored: (call) => tell.emit('restored', call),
  });
  const reportBounded = throttled(() => timers.now(), report);
  const route = routeTo({
    calls,
    onNetworkChanged: () => tell.emit('network.changed'),
    onPresence: (update) => presence.updated(update),
  });
  const open = sessionOpener({
    timers,
    tokens,
    identity,
    demandPlatform() {
      void platform.WebSocket;
      demandWebRtc(platform);
    },
    prepare: (signal) => ice.get(signal).then(() => addresses.id),
    dial: (protocol) => new platform.WebSocket(signalling, [protocol]),
    onMessage(message) {
      logger.debug(`received ${message.type}`);
      route(message);
    },
    onError(error) {
      if (calls.onServerError(error)) reportBounded(error);
      else logger.debug(error.message);
    },
    onMalformed(problem, type, callId) {
      const text = `The service sent a frame that breaks the contract: ${problem}.`;
      logger.warn(text);
      reportBounded(new PhoneError('invalid_message', text, { callId }));
      // A microphone must not stay on because the frame that ends its call is broken.
      if (type === 'call.ended' && callId) calls.end(callId, 'failed');
    },
  });
  const { autoReconnect } = options;
  const life: PhoneLife = phoneLife({ timers, tell, autoReconnect, open, calls, tokens, identity, ice, presence });
  return { connection: life.connection, calls, presence, addresses };
}

/** What the audio of every call has in common. */
function audioEnvironment(
  { ringback, keepTracks = false, iceTransportPolicy = 'all', playRemoteAudio = true }: PhoneOptions,
  platform: Platform,
  ice: IceServers,
  proveConnection: () => Promise<void>,
): AudioEnvironment {
  return {
    timers: platform.timers,
    ringback: ringback === false ? undefined : new Ringback(),
    keepTracks,
    newMedia(iceServers, events) {
      // Candidates are there when a call that rings is answered.
      const configuration = { iceServers, iceCandidatePoolSize: 1, iceTransportPolicy };
      return new BrowserMedia(platform, { configuration, playRemoteAudio }, events);
    },
    currentIceServers: () => ice.current,
    iceServers: () => ice.get(),
    openMicrophone: () => openMicrophone(platform),
    isMicrophoneGranted: () => isMicrophoneGranted(platform),
    proveConnection,
  };
}
