import type { CallHold, CallResume, CallTransfer, CallTransferComplete } from '../../../generated/v1/messages.js';

type WithoutCall<M> = M extends unknown ? Omit<M, 'call_id'> : never;
export type Command = WithoutCall<CallHold | CallResume | CallTransfer | CallTransferComplete>;

/** What is asked for. A hold and a resume are one wish, of which the last counts; a consultation holds the call as well. */
export type CommandKind = 'hold' | 'consult' | 'transfer' | 'complete';

export const HOLD = { type: 'call.hold' } as const;
export const RESUME = { type: 'call.resume' } as const;

/** The commands of one call that the service has not answered: one of each kind, in the order in which they were given. */
export class PendingCommands extends Map<CommandKind, Command> {
  override set(kind: CommandKind, command: Command): this {
    this.delete(kind);
    return super.set(kind, command);
  }

  /** The service did this, or it is taken back. */
  settle(settled: Command): void {
    for (const [kind, command] of this) if (command === settled) this.delete(kind);
  }

  /** The service refused a command. It answers in order, so that is the oldest; false when it was about something else. */
  refuse(): boolean {
    const [oldest] = this.keys();
    return oldest !== undefined && this.delete(oldest);
  }

  /** All of them, which are forgotten. */
  take(): Command[] {
    const commands = [...this.values()];
    this.clear();
    return commands;
  }
}
