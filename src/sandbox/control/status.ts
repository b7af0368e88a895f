import { command } from './command.js';

/** A phone that is connected, or that dropped and still has calls. */
export interface PhoneStatus {
  /** The user's id. */
  readonly user: string;
  readonly extension: string | null;
  readonly connected: boolean;
  /** The IP address at which the service sees the phone. Empty if it is not connected, unless `moveNetwork` set one. */
  readonly network: string;
  readonly calls: readonly CallStatus[];
}

/** One phone's side of a call. */
export interface CallStatus {
  /** The `call_id` of this phone. The other phone of the call has another one. */
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  /** `trying`, `ringing`, `answering` or `active`. */
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly muted: boolean;
  /** The last 100 DTMF digits that the phone sent during the call, decoded from its audio. */
  readonly digits: string;
}

/** Commands that show and reset the state of the sandbox. */
export const status = {
  status: command({
    about:
      'Returns `phones`, each with `user`, `extension`, `connected`, `network` and `calls`. A call has `id`, `direction`, `state`, `from`, `to`, `muted` and `digits`: the DTMF that the phone sent, decoded from the audio. A phone that dropped is listed until its grace time ends, if it had calls',
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
      'Cancels what has not happened yet: refusals, delayed, lost and failed replies and frames, the rest of a restart. Thaws frozen phones and undoes `moveNetwork`. Effects that have happened stay',
    seen: 'Frames that waited for a thaw',
    parameters: {},
    run({ faults, world, sessions }): void {
      faults.clear();
      for (const user of world.users) user.network = undefined;
      for (const { socket } of sessions.all) socket?.thaw();
    },
  }),
};
