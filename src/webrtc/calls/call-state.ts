import type { ServerMessage } from '../../../generated/v1/messages.js';

export type CallState = 'trying' | 'ringing' | 'active' | 'held' | 'ended';

/** A frame about a call that the call itself takes. */
export type CallMessage = Extract<ServerMessage, { call_id: string }>;

type Step = Partial<Record<CallState, CallState>>;

const stay: Step = {};

/** Where each frame leads from each state; elsewhere it changes nothing. A frame that is missing here does not compile. */
const NEXT: Record<CallMessage['type'], Step> = {
  'call.trying': stay,
  'call.incoming': stay,
  'call.ringing': { trying: 'ringing' },
  'call.answered': { trying: 'active', ringing: 'active' },
  'call.held': { active: 'held', held: 'held' },
  'call.resumed': { held: 'active' },
  'call.restored': stay,
  'call.ended': { trying: 'ended', ringing: 'ended', active: 'ended', held: 'ended' },
  'sdp.offer': stay,
  'sdp.answer': stay,
  'sdp.pranswer': stay,
  'ice.candidate': stay,
  'ice.done': stay,
};

/** The state after a frame, or undefined when the frame changes none. */
export const nextState = (state: CallState, type: CallMessage['type']): CallState | undefined => NEXT[type][state];
