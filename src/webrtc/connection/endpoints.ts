import { apiBaseUrl as publicApi, signallingPath } from '../../../generated/v1/endpoints.js';
import { baseUrl } from '../../core/base-url.js';
import { PhoneError } from '../../core/phone-error.js';

export interface Addresses {
  readonly apiBaseUrl?: string | undefined;
  readonly signalingBaseUrl?: string | undefined;
  readonly allowInsecure?: boolean | undefined;
}

export interface Endpoints {
  /** Without a trailing slash. */
  readonly api: string;
  readonly signalling: string;
}

/** Where the service is: the signalling address follows from the REST base unless it is given. */
export function resolveEndpoints({ apiBaseUrl = publicApi, signalingBaseUrl, allowInsecure }: Addresses): Endpoints {
  const parse = (option: string, value: unknown, scheme: 'https' | 'wss'): string => {
    const url = baseUrl(option, value, scheme, allowInsecure);
    if (typeof url === 'string') throw new PhoneError('transport_closed', url);
    return url.href.replace(/\/+$/, '');
  };
  const api = parse('apiBaseUrl', apiBaseUrl, 'https');
  const derived = api.replace('http', 'ws').replace('://api.', '://webrtc.');
  const signalling = parse('signalingBaseUrl', signalingBaseUrl === undefined ? derived : signalingBaseUrl, 'wss');
  return { api, signalling: signalling.endsWith(signallingPath) ? signalling : signalling + signallingPath };
}
