import { attempt } from '../core/attempt.js';
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

/** The parts that the user supplies. */
export type GivenPlatform = { [Part in keyof Platform]?: Platform[Part] | undefined };

/** Where a browser page has the parts that are not globals under their own names. */
const IN_PAGE: { readonly [K in keyof Platform]?: () => Platform[K] | undefined } = {
  getUserMedia: () => mediaDevices()?.getUserMedia?.bind(mediaDevices()),
  fetch: () => globalThis.fetch?.bind(globalThis),
  timers: () => systemTimers,
  permissions: () => globalThis.navigator?.permissions,
  // A page whose storage is blocked throws at the mere name.
  storage: () => attempt(() => globalThis.sessionStorage),
};

const mediaDevices = () => globalThis.navigator?.mediaDevices;

/** The platform of a browser page, each part looked up when it is used: importing the SDK touches none. */
export function resolvePlatform(given: GivenPlatform = {}): Platform {
  return new Proxy(given, {
    get(_, part: keyof Platform) {
      const found = given[part] ?? (IN_PAGE[part] ?? (() => Reflect.get(globalThis, part)))();
      return found ?? (part === 'permissions' || part === 'storage' ? undefined : missing(part));
    },
  }) as Platform;
}

/** Fails early where no call could ever be made. @throws PhoneError `webrtc_unsupported`. */
export function demandWebRtc(platform: Platform): void {
  void [platform.RTCPeerConnection, platform.MediaStream, platform.getUserMedia];
}

/** A page that is not secure has no microphone to ask for, so the text says of each part where there is one. */
function missing(name: string): never {
  const text = `There is no ${name} here. Use a current browser over https, or supply platform.${name}.`;
  throw new PhoneError('webrtc_unsupported', text);
}
