// Generated, do not edit. Made by `make generate`.
// From specs/v1/rest.openapi.yaml (sha256 bfd034172890f8f1).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

import type { Fields, Shape } from './validators/rules.js';

type Request = readonly [method: string, path: string, answer: Shape];

/** The operations of a user token: how to ask, and the fields of the answer with their types. */
export const userRequests = {
  getIceServers: ['GET', '/v1/webrtc/ice-servers', { ice_servers: [{ urls: ['string', ['string']], 'username?': 'string', 'credential?': 'string' }], expires_at: 'string' }],
  getPresence: ['GET', '/v1/me/presence', { status: 'available|dnd|away', status_text: 'string|null', updated_at: 'string' }],
  setPresence: ['PUT', '/v1/me/presence', { status: 'available|dnd|away', status_text: 'string|null', updated_at: 'string' }],
  getEmergencyAddress: ['GET', '/v1/me/emergency-address', { id: 'string', street: 'string', street2: 'string|null', city: 'string', state: 'string', zip: 'string', country: 'string', validated_at: 'string' }],
  setEmergencyAddress: ['POST', '/v1/me/emergency-address', { id: 'string', street: 'string', street2: 'string|null', city: 'string', state: 'string', zip: 'string', country: 'string', validated_at: 'string' }],
  listDirectory: ['GET', '/v1/me/directory', { object: 'list', url: 'string', next_page_url: 'string|null', previous_page_url: 'string|null', data: [{ user: 'string', display_name: 'string' }] }],
} as const satisfies Record<string, Request>;

/** The same of the operations of an API key. */
export const platformRequests = {
  createUser: ['POST', '/v1/users', { id: 'string', account: 'string', name: 'string|null', email: 'string|null', extension: 'string|null', created_at: 'string' }],
  createUserSession: ['POST', '/v1/user_sessions', { user: 'string', account: 'string', client_secret: 'string', expires_at: 'string' }],
  revokeUserSessions: ['POST', '/v1/users/{user}/revoke_sessions', { user: 'string', sessions_revoked_at: 'string' }],
} as const satisfies Record<string, Request>;

/** The fields of a refusal. */
export const refusal: Fields = { error: 'string', 'code?': 'string', 'type?': 'string', 'param?': 'string', 'doc_url?': 'string', 'suggestions?': [{ street: 'string', 'street2?': 'string|null', city: 'string', state: 'string', zip: 'string', country: 'string' }] };
