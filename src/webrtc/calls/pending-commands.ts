import type { CallHold, CallResume, CallTransfer, CallTransferComplete } from '../../../generated/v1/messages.js';

type WithoutCall<M> = M extends unknown ? Omit<M, 'call_id'> : never;
export type Command = WithoutCall<CallHold | CallResume | CallTransfer | CallTransferComplete>;

/** What is asked for. A hold and a resume are one wish, of which the last counts; a consultation holds the call as well. */
export type CommandKind = 'hold' | 'consult' | 'transfer' | 'complete';

/** The commands of one call that the service has not answered: one of each kind, in the order in which they were given. */
export class PendingCommands {
  readonly #commands = new Map<CommandKind, Command>();

  add(kind: CommandKind, command: Command): void {
    this.#commands.delete(kind);
    this.#commands.set(kind, command);
  }

  has(kind: CommandKind, type: Command['type']): boolean {
    return this.#commands.get(kind)?.type === type;
  }

  /** The service did this, or it is taken back. */
  settle(type: Command['type']): void {
    for (const [kind, command] of this.#commands) if (command.type === type) this.#commands.delete(kind);
  }

  /** The service refused a command. It answers in order, so that is the oldest; false when it was about something else. */
  refuse(): boolean {
    const [oldest] = this.#commands.keys();
    return oldest !== undefined && this.#commands.delete(oldest);
  }

  /** All of them, which are forgotten. */
  take(): Command[] {
    const commands = [...this.#commands.values()];
    this.#commands.clear();
    return commands;
  }
}
