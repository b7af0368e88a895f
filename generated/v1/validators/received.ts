// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 218d524d770a297e).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

import type { ServerMessageMap, ServerMessageType } from '../messages.js';
import { fields, finite, flag, list, nullable, oneOf, table, text, validator, whole } from './rules.js';
import type { Validator } from './types.js';

/** Fields and their types, by the type of the message; bounds are not checked, and the first error is kept. */
export const serverMessageValidators: { readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]> } = table({
  'sdp.offer': validator(fields({ type: oneOf('sdp.offer'), call_id: text, sdp: text })),
  'sdp.answer': validator(fields({ type: oneOf('sdp.answer'), call_id: text, sdp: text })),
  'sdp.pranswer': validator(fields({ type: oneOf('sdp.pranswer'), call_id: text, sdp: text })),
  'ice.candidate': validator(fields({ type: oneOf('ice.candidate'), call_id: text, candidate: text, sdp_mid: nullable(text), sdp_m_line_index: nullable(whole) })),
  'ice.done': validator(fields({ type: oneOf('ice.done'), call_id: text })),
  authenticated: validator(fields({ type: oneOf('authenticated'), user_id: text, account_id: text }, { req_id: nullable(text), reconnected: nullable(flag) })),
  'auth.refreshed': validator(fields({ type: oneOf('auth.refreshed') }, { req_id: nullable(text) })),
  pong: validator(fields({ type: oneOf('pong') }, { req_id: nullable(text) })),
  'network.changed': validator(fields({ type: oneOf('network.changed') })),
  error: validator(fields({ type: oneOf('error'), code: text, message: text }, { req_id: nullable(text), call_id: nullable(text), fatal: nullable(flag), retry_after_seconds: nullable(finite), context: nullable(fields({}, { users: nullable(list(text)) })) })),
  'call.trying': validator(fields({ type: oneOf('call.trying'), call_id: text }, { req_id: nullable(text) })),
  'call.ringing': validator(fields({ type: oneOf('call.ringing'), call_id: text })),
  'call.incoming': validator(fields({ type: oneOf('call.incoming'), call_id: text, from: text, from_name: nullable(text), to: text })),
  'call.answered': validator(fields({ type: oneOf('call.answered'), call_id: text }, { answered_at: nullable(text) })),
  'call.held': validator(fields({ type: oneOf('call.held'), call_id: text, held_by: oneOf('local', 'remote') })),
  'call.resumed': validator(fields({ type: oneOf('call.resumed'), call_id: text })),
  'call.ended': validator(fields({ type: oneOf('call.ended'), call_id: text, reason: oneOf('hangup', 'no-answer', 'busy', 'failed', 'transferred', 'rejected'), duration_seconds: nullable(whole) }, { answered_elsewhere: nullable(flag) })),
  'call.restored': validator(fields({ type: oneOf('call.restored'), call_id: text, state: oneOf('ringing', 'active', 'held'), direction: oneOf('inbound', 'outbound'), from: text, from_name: nullable(text), to: text, answered_at: nullable(text) }, { held_by: nullable(oneOf('local', 'remote')), muted: nullable(flag), duration_seconds: nullable(whole) })),
  'presence.list': validator(fields({ type: oneOf('presence.list'), users: list(fields({ user_id: text, name: text, status: oneOf('available', 'on_call', 'dnd', 'away', 'offline'), updated_at: text }, { status_text: nullable(text), do_not_disturb: nullable(flag) })) }, { req_id: nullable(text) })),
  'presence.update': validator(fields({ type: oneOf('presence.update'), user_id: text, name: text, status: oneOf('available', 'on_call', 'dnd', 'away', 'offline'), updated_at: text }, { status_text: nullable(text), do_not_disturb: nullable(flag) })),
});
