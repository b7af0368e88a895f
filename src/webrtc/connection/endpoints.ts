import { apiBaseUrl as publicApi, signallingPath } from '../../../generated/v1/endpoints.js';
import { attempt } from '../../core/attempt.js';
import { PhoneError } from '../../core/phone-error.js';

export interface Endpoints {
  /** Without a trailing slash. */
  readonly api: string;
  readonly signalling: string;
}

/** Where the service is (contract, servers): the signalling address follows from the REST base unless it is given. */
export function resolveEndpoints(apiBaseUrl: string = publicApi, signalingBaseUrl?: string): Endpoints {
  const api = parse('apiBaseUrl', apiBaseUrl, /^https?:$/);
  const signalling =
    signalingBaseUrl === undefined ? new URL(api) : parse('signalingBaseUrl', signalingBaseUrl, /^wss?:$/);
  if (signalingBaseUrl === undefined) {
    signalling.protocol = signalling.protocol.replace('http', 'ws');
    signalling.hostname = signalling.hostname.replace(/^api\./, 'webrtc.');
  }
  const path = trimmed(signalling.pathname);
  signalling.pathname = path.endsWith(signallingPath) ? path : path + signallingPath;
  return { api: trimmed(api.href), signalling: signalling.href };
}

const trimmed = (path: string) => path.replace(/\/+$/, '');

function parse(option: string, value: string, protocol: RegExp): URL {
  const url = attempt(() => new URL(value));
  if (url && protocol.test(url.protocol) && !/[?#]|\/\/[^/]*@/.test(url.href)) return url;
  const form = option === 'apiBaseUrl' ? 'https://host' : 'wss://host';
  throw new PhoneError('transport_closed', `${option} must be an address like ${form}, without query or credentials.`);
}
