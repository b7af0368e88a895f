import { describe, expect, it } from 'vitest';
import { type CallMessage, type CallState, nextState } from '../../../../src/webrtc/calls/call-state.js';

const STATES: CallState[] = ['trying', 'ringing', 'active', 'held', 'ended'];

/** From each state in the order above: where the frame leads; `.` is nowhere. */
const TABLE: Record<CallMessage['type'], string> = {
  'call.trying': '. . . . .',
  'call.ringing': 'ringing . . . .',
  'call.answered': 'active active . . .',
  'call.held': '. . held held .',
  'call.resumed': '. . . active .',
  'call.ended': 'ended ended ended ended .',
  'call.incoming': '. . . . .',
  'call.restored': '. . . . .',
  'sdp.offer': '. . . . .',
  'sdp.answer': '. . . . .',
  'sdp.pranswer': '. . . . .',
  'ice.candidate': '. . . . .',
  'ice.done': '. . . . .',
};

const rows = Object.entries(TABLE).flatMap(([type, line]) =>
  line.split(' ').map((to, index) => [type as CallMessage['type'], STATES[index] ?? 'ended', to] as const),
);

describe('the state of a call', () => {
  it.each(rows)('on %s in %s goes to %s', (type, from, to) => {
    expect(nextState(from, type)).toBe(to === '.' ? undefined : to);
  });

  it('is left by no frame once it is ended', () => {
    expect(rows.filter(([type, from]) => from === 'ended' && nextState(from, type))).toEqual([]);
  });
});
