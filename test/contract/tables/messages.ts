import type { Fields } from '../support/fields.js';

// The messages of version v1 as the contract lists them, written by hand: what the documents and the generated code are
// held against. Each has a `type` besides.

const END_REASONS = 'hangup|no-answer|busy|failed|transferred|rejected';
export const PRESENCE = 'available|on_call|dnd|away|offline';

const call = { call_id: 'string' };
const description = { call_id: 'string', sdp: 'string' };
const candidate = {
  call_id: 'string',
  candidate: 'string',
  sdp_mid: 'string or null',
  sdp_m_line_index: 'integer or null',
};

/** A name may go on with ` / variant` where one type has several forms. */
export const clientMessages: Record<string, Fields> = {
  authenticate: { 'req_id?': 'string', token: 'string', 'session_id?': 'string', 'emergency_address_id?': 'string' },
  'auth.refresh': { 'req_id?': 'string', token: 'string' },
  ping: { 'req_id?': 'string' },
  'call.create': { 'req_id?': 'string', destination: 'string', sdp: 'string', 'caller_id?': 'string' },
  'call.answer': call,
  'call.reject': { call_id: 'string', 'reason?': 'busy|decline' },
  'call.hangup': call,
  'call.hold': call,
  'call.resume': call,
  'call.mute': call,
  'call.unmute': call,
  'call.transfer': { 'req_id?': 'string', call_id: 'string', destination: 'string' },
  'call.transfer.attended / consult': {
    'req_id?': 'string',
    call_id: 'string',
    step: 'consult',
    destination: 'string',
    sdp: 'string',
  },
  'call.transfer.attended / complete': { 'req_id?': 'string', call_id: 'string', step: 'complete' },
  'sdp.offer': description,
  'sdp.answer': description,
  'ice.candidate': candidate,
  'ice.done': call,
  'presence.subscribe': { 'req_id?': 'string', 'users?': 'array', 'users[]': 'string' },
};

const presenceEntry = (path = ''): Fields => ({
  [`${path}user_id`]: 'string',
  [`${path}name`]: 'string',
  [`${path}status`]: PRESENCE,
  [`${path}status_text?`]: 'string',
  [`${path}do_not_disturb?`]: 'boolean',
  [`${path}updated_at`]: 'timestamp',
});

/** An optional field of a server message may also be null; the table leaves that out. */
export const serverMessages: Record<string, Fields> = {
  authenticated: { 'req_id?': 'string', user_id: 'string', account_id: 'string', 'reconnected?': 'boolean' },
  'auth.refreshed': { 'req_id?': 'string' },
  pong: { 'req_id?': 'string' },
  'network.changed': {},
  error: {
    code: 'string',
    message: 'string',
    'req_id?': 'string',
    'call_id?': 'string',
    'fatal?': 'boolean',
    'retry_after_seconds?': 'number',
    'context?': 'object',
    'context.users?': 'array',
    'context.users[]': 'string',
  },
  'call.trying': { 'req_id?': 'string', call_id: 'string' },
  'call.ringing': call,
  'call.incoming': { call_id: 'string', from: 'string', from_name: 'string or null', to: 'string' },
  'call.answered': { call_id: 'string', 'answered_at?': 'timestamp' },
  'call.held': { call_id: 'string', held_by: 'local|remote' },
  'call.resumed': call,
  'call.ended': {
    call_id: 'string',
    reason: END_REASONS,
    duration_seconds: 'integer or null',
    'answered_elsewhere?': 'boolean',
  },
  'call.restored': {
    call_id: 'string',
    state: 'ringing|active|held',
    direction: 'inbound|outbound',
    from: 'string',
    from_name: 'string or null',
    to: 'string',
    answered_at: 'timestamp or null',
    'held_by?': 'local|remote',
    'muted?': 'boolean',
    'duration_seconds?': 'integer',
  },
  'sdp.offer': description,
  'sdp.answer': description,
  'sdp.pranswer': description,
  'ice.candidate': candidate,
  'ice.done': call,
  'presence.list': { 'req_id?': 'string', users: 'array', 'users[]': 'object', ...presenceEntry('users[].') },
  'presence.update': presenceEntry(),
};

export const bothDirections = ['ice.candidate', 'ice.done', 'sdp.answer', 'sdp.offer'];

/** What answers a request directly. */
export const replies: Record<string, string[]> = {
  authenticate: ['authenticated', 'error'],
  'auth.refresh': ['auth.refreshed', 'error'],
  ping: ['pong', 'error'],
  'call.create': ['call.trying', 'error'],
  'call.transfer': ['error'],
  'call.transfer.attended': ['call.trying', 'error'],
  'presence.subscribe': ['presence.list', 'error'],
};
