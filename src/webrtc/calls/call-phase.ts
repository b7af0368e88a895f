import type {
  CallEnded,
  CallHangup,
  CallReject,
  HoldSide,
  ServerMessage,
  ServerMessageMap,
} from '../../../generated/v1/messages.js';

export type CallState = 'trying' | 'ringing' | 'active' | 'held' | 'ended';
export type CallDirection = 'inbound' | 'outbound';
export type EndReason = CallEnded['reason'];
export type Farewell = Pick<CallHangup, 'type'> | Omit<CallReject, 'call_id'>;

/** A frame about a call that the call itself takes. */
export type CallMessage = Extract<ServerMessage, { call_id: string }>;

/** Where a call is. Each value says all of it: nothing else of a call's progress is kept anywhere. */
export type Phase =
  | { readonly at: 'trying' }
  | { readonly at: 'alerting' }
  /** It rings here. `answer`: how far the user's answer has come; one that was refused may be given again. */
  | { readonly at: 'offered'; readonly answer: 'none' | 'preparing' | 'sent' | 'refused' }
  /** `heldBy` is the side that the service named last, `byUs` whether we hold it, which the other side may do as well. */
  | { readonly at: 'up'; readonly heldBy: HoldSide | undefined; readonly byUs: boolean }
  /** We left, and the service has not confirmed it; until then the call shows the state that it had. */
  | {
      readonly at: 'leaving';
      readonly farewell: Farewell;
      readonly before: Phase;
      readonly patience: unknown;
    }
  | { readonly at: 'ended'; readonly elsewhere: boolean };

export type PhaseOf<At extends Phase['at']> = Extract<Phase, { at: At }>;

export const firstPhase = (direction: CallDirection): Phase =>
  direction === 'outbound' ? { at: 'trying' } : { at: 'offered', answer: 'none' };

const isUnanswered = ({ at }: Phase) => at === 'trying' || at === 'alerting' || at === 'offered';

type Transitions<Types extends CallMessage['type'] = CallMessage['type']> = {
  readonly [T in Types]?: (phase: Phase, message: ServerMessageMap[T]) => Phase | undefined;
};

/** Where each frame leads; a frame that is missing, or gives nothing, changes no phase. */
const TRANSITIONS: Transitions = {
  'call.ringing': ({ at }) => (at === 'trying' ? { at: 'alerting' } : undefined),
  'call.answered': (phase) => (isUnanswered(phase) ? { at: 'up', heldBy: undefined, byUs: false } : undefined),
  'call.held': (phase, { held_by }) =>
    phase.at === 'up' ? { ...phase, heldBy: held_by, byUs: phase.byUs || held_by === 'local' } : undefined,
  'call.resumed': (phase) =>
    phase.at === 'up' && (phase.heldBy || phase.byUs) ? { at: 'up', heldBy: undefined, byUs: false } : undefined,
  'call.ended': ({ at }, { answered_elsewhere }) =>
    at === 'ended' ? undefined : { at: 'ended', elsewhere: answered_elsewhere ?? false },
};

/** The phase after a frame; undefined when the frame changes none. */
export function nextPhase<T extends CallMessage['type']>(
  phase: Phase,
  message: ServerMessageMap[T],
): Phase | undefined {
  return (TRANSITIONS as Transitions<T>)[message.type as T]?.(phase, message);
}

/** What the page is shown of a phase. */
export function stateOf(phase: Phase): CallState {
  switch (phase.at) {
    case 'trying':
    case 'ended':
      return phase.at;
    case 'alerting':
    case 'offered':
      return 'ringing';
    case 'up':
      return phase.heldBy ? 'held' : 'active';
    case 'leaving':
      return stateOf(phase.before);
  }
}
