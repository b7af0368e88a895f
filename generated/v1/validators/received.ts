// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 2fbea2286b446677).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

import type { ServerMessageType } from '../messages.js';
import type { Fields } from './rules.js';

/** The fields of each message beside its type, and their types; bounds are not checked. */
export const serverMessageShapes: Readonly<Record<ServerMessageType, Fields>> = {
  'sdp.offer': { call_id: 'string', sdp: 'string' },
  'sdp.answer': { call_id: 'string', sdp: 'string' },
  'sdp.pranswer': { call_id: 'string', sdp: 'string' },
  'ice.candidate': { call_id: 'string', candidate: 'string', sdp_mid: 'string|null', sdp_m_line_index: 'integer|null' },
  'ice.done': { call_id: 'string' },
  authenticated: { 'req_id?': 'string', user_id: 'string', account_id: 'string', 'reconnected?': 'boolean' },
  'auth.refreshed': { 'req_id?': 'string' },
  pong: { 'req_id?': 'string' },
  'network.changed': {},
  error: { code: 'string', message: 'string', 'req_id?': 'string', 'call_id?': 'string', 'fatal?': 'boolean', 'retry_after_seconds?': 'number', 'context?': { 'users?': ['string'] } },
  'call.trying': { 'req_id?': 'string', call_id: 'string' },
  'call.ringing': { call_id: 'string' },
  'call.incoming': { call_id: 'string', from: 'string', from_name: 'string|null', to: 'string' },
  'call.answered': { call_id: 'string', 'answered_at?': 'string' },
  'call.held': { call_id: 'string', held_by: 'local|remote' },
  'call.resumed': { call_id: 'string' },
  'call.ended': { call_id: 'string', reason: 'hangup|no-answer|busy|failed|transferred|rejected', duration_seconds: 'integer|null', 'answered_elsewhere?': 'boolean' },
  'call.restored': { call_id: 'string', state: 'ringing|active|held', direction: 'inbound|outbound', from: 'string', from_name: 'string|null', to: 'string', answered_at: 'string|null', 'held_by?': 'local|remote', 'muted?': 'boolean', 'duration_seconds?': 'integer' },
  'presence.list': { 'req_id?': 'string', users: [{ user_id: 'string', name: 'string', status: 'available|on_call|dnd|away|offline', 'status_text?': 'string', 'do_not_disturb?': 'boolean', updated_at: 'string' }] },
  'presence.update': { user_id: 'string', name: 'string', status: 'available|on_call|dnd|away|offline', 'status_text?': 'string', 'do_not_disturb?': 'boolean', updated_at: 'string' },
};
