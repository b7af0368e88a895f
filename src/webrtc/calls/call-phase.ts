import type { CallDirection, CallHangup, CallReject, HoldSide, ServerMessage } from '../../../generated/v1/messages.js';

export type { CallDirection, EndReason } from '../../../generated/v1/messages.js';
export type CallState = 'trying' | 'ringing' | 'active' | 'held' | 'ended';
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

const TALKING: Phase = { at: 'up', heldBy: undefined, byUs: false };

const isUnanswered = ({ at }: Phase) => at === 'trying' || at === 'alerting' || at === 'offered';

/**
 * The phase after a frame; undefined when the frame changes none. `isResuming`: the user asked to end our hold. Without
 * that our hold stays, whatever the service says: it must not be able to open the microphone.
 */
export function nextPhase(phase: Phase, message: CallMessage, isResuming: boolean): Phase | undefined {
  switch (message.type) {
    case 'call.ringing':
      return phase.at === 'trying' ? { at: 'alerting' } : undefined;
    case 'call.answered':
      return isUnanswered(phase) ? TALKING : undefined;
    case 'call.held': {
      if (phase.at !== 'up') return;
      // With our hold taken back, the other side's remains.
      const isStillOurs = phase.byUs && !isResuming;
      return { ...phase, heldBy: message.held_by, byUs: isStillOurs || message.held_by === 'local' };
    }
    case 'call.resumed':
      if (phase.at !== 'up') return;
      return phase.byUs && !isResuming ? { ...phase, heldBy: 'local' } : TALKING;
    case 'call.ended':
      return phase.at === 'ended' ? undefined : { at: 'ended', elsewhere: message.answered_elsewhere ?? false };
  }
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
