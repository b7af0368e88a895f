// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 2fbea2286b446677).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

import type { ServerMessageMap, ServerMessageType } from '../messages.js';
import { fields, finite, flag, list, nullable, oneOf, text, validators, whole } from './rules.js';
import type { Validator } from './types.js';

/** Fields and their types, by the type of the message; bounds are not checked, and the first error is kept. */
export const serverMessageValidators = validators<{
  readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]>;
}>({
  'sdp.offer': [{ call_id: text, sdp: text }],
  'sdp.answer': [{ call_id: text, sdp: text }],
  'sdp.pranswer': [{ call_id: text, sdp: text }],
  'ice.candidate': [{ call_id: text, candidate: text, sdp_mid: nullable(text), sdp_m_line_index: nullable(whole) }],
  'ice.done': [{ call_id: text }],
  authenticated: [{ user_id: text, account_id: text }, { req_id: nullable(text), reconnected: nullable(flag) }],
  'auth.refreshed': [{}, { req_id: nullable(text) }],
  pong: [{}, { req_id: nullable(text) }],
  'network.changed': [{}],
  error: [{ code: text, message: text }, { req_id: nullable(text), call_id: nullable(text), fatal: nullable(flag), retry_after_seconds: nullable(finite), context: nullable(fields({}, { users: nullable(list(text)) })) }],
  'call.trying': [{ call_id: text }, { req_id: nullable(text) }],
  'call.ringing': [{ call_id: text }],
  'call.incoming': [{ call_id: text, from: text, from_name: nullable(text), to: text }],
  'call.answered': [{ call_id: text }, { answered_at: nullable(text) }],
  'call.held': [{ call_id: text, held_by: oneOf('local', 'remote') }],
  'call.resumed': [{ call_id: text }],
  'call.ended': [{ call_id: text, reason: oneOf('hangup', 'no-answer', 'busy', 'failed', 'transferred', 'rejected'), duration_seconds: nullable(whole) }, { answered_elsewhere: nullable(flag) }],
  'call.restored': [{ call_id: text, state: oneOf('ringing', 'active', 'held'), direction: oneOf('inbound', 'outbound'), from: text, from_name: nullable(text), to: text, answered_at: nullable(text) }, { held_by: nullable(oneOf('local', 'remote')), muted: nullable(flag), duration_seconds: nullable(whole) }],
  'presence.list': [{ users: list(fields({ user_id: text, name: text, status: oneOf('available', 'on_call', 'dnd', 'away', 'offline'), updated_at: text }, { status_text: nullable(text), do_not_disturb: nullable(flag) })) }, { req_id: nullable(text) }],
  'presence.update': [{ user_id: text, name: text, status: oneOf('available', 'on_call', 'dnd', 'away', 'offline'), updated_at: text }, { status_text: nullable(text), do_not_disturb: nullable(flag) }],
});
