import { describe, expect, it } from 'vitest';
import {
  type CallMessage,
  type CallState,
  nextPhase,
  type Phase,
  stateOf,
} from '../../../../src/webrtc/calls/call-phase.js';

const STATES: CallState[] = ['trying', 'ringing', 'active', 'held', 'ended'];

/** A phase in each state. */
const PHASES: Record<CallState, Phase> = {
  trying: { at: 'trying' },
  ringing: { at: 'alerting' },
  active: { at: 'up', heldBy: undefined, byUs: false },
  held: { at: 'up', heldBy: 'remote', byUs: false },
  ended: { at: 'ended', elsewhere: false },
};

const frame = (type: CallMessage['type']) =>
  ({ type, call_id: 'call_1', held_by: 'local', reason: 'hangup', duration_seconds: null }) as unknown as CallMessage;

const nextState = (from: CallState, type: CallMessage['type']): CallState | undefined => {
  const next = nextPhase(PHASES[from], frame(type), false);
  return next && stateOf(next);
};

/** From each state in the order above: where the frame leads; `.` is nowhere. */
const TABLE: Record<CallMessage['type'], string> = {
  'call.trying': '. . . . .',
  'call.ringing': 'ringing . . . .',
  'call.answered': 'active active . . .',
  'call.held': '. . held held .',
  'call.resumed': '. . active active .',
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

  it('tells our hold from that of the other side, which may hold as well', () => {
    const held = (phase: Phase, held_by: 'local' | 'remote') =>
      nextPhase(phase, { type: 'call.held', call_id: 'call_1', held_by }, false);
    const ours = held(PHASES.active, 'local');
    expect(ours).toEqual({ at: 'up', heldBy: 'local', byUs: true });
    expect(ours && held(ours, 'remote')).toEqual({ at: 'up', heldBy: 'remote', byUs: true });
    expect(held(PHASES.active, 'remote')).toEqual({ at: 'up', heldBy: 'remote', byUs: false });
  });

  it('keeps our hold, whatever the service says, until we ask it to end that', () => {
    const ours: Phase = { at: 'up', heldBy: 'local', byUs: true };
    const both: Phase = { at: 'up', heldBy: 'remote', byUs: true };
    const resumed = { type: 'call.resumed', call_id: 'call_1' } as const;
    const held = { type: 'call.held', call_id: 'call_1', held_by: 'remote' } as const;
    expect([nextPhase(ours, resumed, false), nextPhase(both, resumed, false)]).toEqual([ours, ours]);
    expect(nextPhase(ours, resumed, true)).toEqual(PHASES.active);
    expect([nextPhase(ours, held, false), nextPhase(ours, held, true)]).toEqual([both, PHASES.held]);
  });

  it('shows the state that it had while it is being left', () => {
    const farewell = { type: 'call.hangup' } as const;
    expect(stateOf({ at: 'leaving', farewell, before: PHASES.active, patience: 0 })).toBe('active');
  });
});
