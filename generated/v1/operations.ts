// Generated, do not edit. Made by `make generate`.
// From specs/v1/rest.openapi.yaml (sha256 6b92b727e0086960).

import type { operations as types } from './rest.js';

export interface Operation {
  readonly method: 'POST' | 'GET' | 'PUT';
  readonly path: string;
  readonly credential: 'apiKey' | 'userToken';
  /** Whether the operation takes an `Idempotency-Key`. */
  readonly idempotent: boolean;
  readonly successStatus: number;
}

/** The REST operations, by operationId. */
export const operations = {
  createUser: { method: 'POST', path: '/v1/users', credential: 'apiKey', idempotent: true, successStatus: 201 },
  createUserSession: { method: 'POST', path: '/v1/user_sessions', credential: 'apiKey', idempotent: true, successStatus: 201 },
  revokeUserSessions: { method: 'POST', path: '/v1/users/{user}/revoke_sessions', credential: 'apiKey', idempotent: true, successStatus: 200 },
  getIceServers: { method: 'GET', path: '/v1/webrtc/ice-servers', credential: 'userToken', idempotent: false, successStatus: 200 },
  getPresence: { method: 'GET', path: '/v1/me/presence', credential: 'userToken', idempotent: false, successStatus: 200 },
  setPresence: { method: 'PUT', path: '/v1/me/presence', credential: 'userToken', idempotent: false, successStatus: 200 },
  getEmergencyAddress: { method: 'GET', path: '/v1/me/emergency-address', credential: 'userToken', idempotent: false, successStatus: 200 },
  setEmergencyAddress: { method: 'POST', path: '/v1/me/emergency-address', credential: 'userToken', idempotent: false, successStatus: 200 },
  listDirectory: { method: 'GET', path: '/v1/me/directory', credential: 'userToken', idempotent: false, successStatus: 200 },
} as const satisfies Record<OperationId & keyof types, Operation>;

export type OperationId = 'createUser' | 'createUserSession' | 'revokeUserSessions' | 'getIceServers' | 'getPresence' | 'setPresence' | 'getEmergencyAddress' | 'setEmergencyAddress' | 'listDirectory';
