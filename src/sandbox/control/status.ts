import { command } from './command.js';

export interface PhoneStatus {
  readonly user: string;
  readonly extension: string | null;
  readonly connected: boolean;
  readonly network: string;
  readonly calls: readonly CallStatus[];
}

export interface CallStatus {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly muted: boolean;
  /** What the phone dialled during the call, as it was decoded from its audio. */
  readonly digits: string;
}

/** Looking and cleaning up. */
export const status = {
  status: command({
    about:
      'Gives `phones`: for each its `user`, `extension`, `connected`, `network` and `calls`. A call has `id`, `direction`, `state`, `from`, `to`, `muted` and `digits`: the DTMF that the phone sent, as it was decoded from the audio. A phone that dropped stays for the grace time if it had calls',
    seen: 'Nothing',
    parameters: {},
    run({ sessions, exchange }): { phones: PhoneStatus[] } {
      const legs = [...exchange.legs];
      const callsOf = (session: object): CallStatus[] =>
        legs
          .filter((leg) => leg.session === session)
          .map(({ id, direction, state, caller: { from, to }, muted, digits }) => ({
            id,
            direction,
            state,
            from,
            to,
            muted,
            digits,
          }));
      const phones = sessions.all.map((session) => ({
        user: session.user.id,
        extension: session.user.extension,
        connected: session.isHere,
        network: session.user.network ?? session.socket?.network ?? '',
        calls: callsOf(session),
      }));
      return { phones };
    },
  }),

  reset: command({
    about:
      "Whatever was asked for and has not happened does not happen any more: refusals, late, lost and failed replies and frames, a restart's absence. Frozen phones thaw, moved ones are back. What has happened stays",
    seen: 'What waited for a thaw',
    parameters: {},
    run({ faults, world, sessions }): void {
      faults.clear();
      for (const user of world.users) user.network = undefined;
      for (const { socket } of sessions.all) socket?.thaw();
    },
  }),
};
