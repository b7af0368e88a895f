// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 0ef1bcbe2fc9a4a7).
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
  authenticated: { 'req_id?': 'string|null', user_id: 'string', account_id: 'string', 'reconnected?': 'boolean|null' },
  'auth.refreshed': { 'req_id?': 'string|null' },
  pong: { 'req_id?': 'string|null' },
  'network.changed': {},
  error: { code: 'string', message: 'string', 'req_id?': 'string|null', 'call_id?': 'string|null', 'fatal?': 'boolean|null', 'retry_after_seconds?': 'number|null', 'context?': ['null', { 'users?': ['null', ['string']] }] },
  'call.trying': { 'req_id?': 'string|null', call_id: 'string' },
  'call.ringing': { call_id: 'string' },
  'call.incoming': { call_id: 'string', from: 'string', from_name: 'string|null', to: 'string' },
  'call.answered': { call_id: 'string', 'answered_at?': 'string|null' },
  'call.held': { call_id: 'string', held_by: 'local|remote' },
  'call.resumed': { call_id: 'string' },
  'call.ended': { call_id: 'string', reason: 'hangup|no-answer|busy|failed|transferred|rejected', duration_seconds: 'integer|null', 'answered_elsewhere?': 'boolean|null' },
  'call.restored': { call_id: 'string', state: 'ringing|active|held', direction: 'inbound|outbound', from: 'string', from_name: 'string|null', to: 'string', answered_at: 'string|null', 'held_by?': 'local|remote|null', 'muted?': 'boolean|null', 'duration_seconds?': 'integer|null' },
  'presence.list': { 'req_id?': 'string|null', users: [{ user_id: 'string', name: 'string', status: 'available|on_call|dnd|away|offline', 'status_text?': 'string|null', 'do_not_disturb?': 'boolean|null', updated_at: 'string' }] },
  'presence.update': { user_id: 'string', name: 'string', status: 'available|on_call|dnd|away|offline', 'status_text?': 'string|null', 'do_not_disturb?': 'boolean|null', updated_at: 'string' },
};
