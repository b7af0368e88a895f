// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).
// From specs/v1/rest.openapi.yaml (sha256 6b92b727e0086960).
// From specs/v1/schemas.yaml (sha256 388456410d5bfc0d).

import type { ServerMessageType } from './messages.js';
import type { Fields, Shape } from './validators/rules.js';

/** The shapes of the fields of each message, without its `type`. */
export const serverMessageShapes: Readonly<Record<ServerMessageType, Fields>> = {
  'sdp.offer': { call_id: 's', sdp: 's' },
  'sdp.answer': { call_id: 's', sdp: 's' },
  'sdp.pranswer': { call_id: 's', sdp: 's' },
  'ice.candidate': { call_id: 's', candidate: 's', sdp_mid: 's|0', sdp_m_line_index: 'i|0' },
  'ice.done': { call_id: 's' },
  authenticated: { req_id: 's|0|?', user_id: 's', account_id: 's', reconnected: 'b|0|?' },
  'auth.refreshed': { req_id: 's|0|?' },
  pong: { req_id: 's|0|?' },
  'network.changed': {},
  error: { code: 's', message: 's', req_id: 's|0|?', call_id: 's|0|?', fatal: 'b|0|?', retry_after_seconds: 'n|0|?', context: ['0|?', { users: ['0|?', ['s']] }] },
  'call.trying': { req_id: 's|0|?', call_id: 's' },
  'call.ringing': { call_id: 's' },
  'call.incoming': { call_id: 's', from: 's', from_name: 's|0', to: 's' },
  'call.answered': { call_id: 's', answered_at: 's|0|?' },
  'call.held': { call_id: 's', held_by: 'local|remote' },
  'call.resumed': { call_id: 's' },
  'call.ended': { call_id: 's', reason: 'hangup|no-answer|busy|failed|transferred|rejected', duration_seconds: 'i|0', answered_elsewhere: 'b|0|?' },
  'call.restored': { call_id: 's', state: 'ringing|active|held', direction: 'inbound|outbound', from: 's', from_name: 's|0', to: 's', answered_at: 's|0', held_by: 'local|remote|0|?', muted: 'b|0|?', duration_seconds: 'i|0|?' },
  'presence.list': { req_id: 's|0|?', users: [{ user_id: 's', name: 's', status: 'available|on_call|dnd|away|offline', status_text: 's|0|?', do_not_disturb: 'b|0|?', updated_at: 's' }] },
  'presence.update': { user_id: 's', name: 's', status: 'available|on_call|dnd|away|offline', status_text: 's|0|?', do_not_disturb: 'b|0|?', updated_at: 's' },
};

type Request = readonly [method: string, path: string, answer: Shape];

/** The operations with a user token: the request, and the shape of the answer. */
export const userRequests = {
  getIceServers: ['GET', '/v1/webrtc/ice-servers', { ice_servers: [{ urls: ['s', ['s']], username: 's|?', credential: 's|?' }], expires_at: 's' }],
  getPresence: ['GET', '/v1/me/presence', { status: 'available|dnd|away', status_text: 's|0', updated_at: 's' }],
  setPresence: ['PUT', '/v1/me/presence', { status: 'available|dnd|away', status_text: 's|0', updated_at: 's' }],
  getEmergencyAddress: ['GET', '/v1/me/emergency-address', { id: 's', street: 's', street2: 's|0', city: 's', state: 's', zip: 's', country: 's', validated_at: 's' }],
  setEmergencyAddress: ['POST', '/v1/me/emergency-address', { id: 's', street: 's', street2: 's|0', city: 's', state: 's', zip: 's', country: 's', validated_at: 's' }],
  listDirectory: ['GET', '/v1/me/directory', { object: 'list', url: 's', next_page_url: 's|0', previous_page_url: 's|0', data: [{ user: 's', display_name: 's' }] }],
} as const satisfies Record<string, Request>;

/** The operations with an API key: the request, and the shape of the answer. */
export const platformRequests = {
  createUser: ['POST', '/v1/users', { id: 's', account: 's', name: 's|0', email: 's|0', extension: 's|0', created_at: 's' }],
  createUserSession: ['POST', '/v1/user_sessions', { user: 's', account: 's', client_secret: 's', expires_at: 's' }],
  revokeUserSessions: ['POST', '/v1/users/{user}/revoke_sessions', { user: 's', sessions_revoked_at: 's' }],
} as const satisfies Record<string, Request>;

/** The shapes of the fields of an error response. */
export const refusal: Fields = { error: 's', code: 's|?', type: 's|?', param: 's|?', doc_url: 's|?', suggestions: ['?', [{ street: 's', street2: 's|0|?', city: 's', state: 's', zip: 's', country: 's' }]] };
