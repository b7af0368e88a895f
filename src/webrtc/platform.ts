import { PhoneError } from '../core/phone-error.js';
import { systemTimers, type Timers } from '../core/timing.js';
import type { WebSocketConstructor } from '../wire/socket.js';

/**
 * What the phone needs of its surroundings. In a browser all of it is there; elsewhere (React Native, Node, Electron)
 * supply what is missing as `PhoneOptions.platform`.
 */
export interface Platform {
  WebSocket: WebSocketConstructor;
  RTCPeerConnection: new (configuration: RTCConfiguration) => RTCPeerConnection;
  MediaStream: new () => MediaStream;
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  fetch: typeof fetch;
  timers: Timers;
  /** Tells whether the microphone was granted before; without it a call that is restored after a reload only listens. */
  permissions: Pick<Permissions, 'query'> | undefined;
  /** Keeps the session's id over a page reload; absent where nothing reloads. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/** The platform of a browser page, each part looked up when it is first used: importing the SDK touches none. */
export function resolvePlatform(given: Partial<Platform> = {}): Platform {
  return {
    get WebSocket() {
      return given.WebSocket ?? needed(globalThis.WebSocket as WebSocketConstructor | undefined, 'WebSocket');
    },
    get RTCPeerConnection() {
      return given.RTCPeerConnection ?? needed(globalThis.RTCPeerConnection, 'RTCPeerConnection');
    },
    get MediaStream() {
      return given.MediaStream ?? needed(globalThis.MediaStream, 'MediaStream');
    },
    get getUserMedia() {
      const devices = globalThis.navigator?.mediaDevices;
      return given.getUserMedia ?? needed(devices?.getUserMedia?.bind(devices), 'getUserMedia');
    },
    get fetch() {
      return given.fetch ?? needed(globalThis.fetch?.bind(globalThis), 'fetch');
    },
    timers: given.timers ?? systemTimers,
    get permissions() {
      return given.permissions ?? globalThis.navigator?.permissions;
    },
    get storage() {
      return given.storage ?? sessionStorageIfAllowed();
    },
  };
}

/** Fails early where no call could ever be made. @throws PhoneError `webrtc_unsupported`. */
export function demandWebRtc(platform: Platform): void {
  void [platform.RTCPeerConnection, platform.MediaStream, platform.getUserMedia];
}

function needed<T>(part: T | undefined, name: string): T {
  if (part) return part;
  const insecure = name === 'getUserMedia' && globalThis.isSecureContext === false;
  throw new PhoneError(
    'webrtc_unsupported',
    insecure
      ? 'The microphone can only be used on a secure page: serve it over https, or from localhost.'
      : `There is no ${name} here. Use a current browser over https or on localhost, or supply platform.${name}.`,
  );
}

function sessionStorageIfAllowed(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined; // A page whose storage is blocked throws at the mere name.
  }
}
