import type { CallCreate, CallTransferConsult, CallTrying, ClientMessage } from '../../../generated/v1/messages.js';

type Body<M> = Omit<M, 'type' | 'req_id'>;

/** What calls need of an authenticated connection. */
export interface Signalling {
  readonly isOver: boolean;
  /** @throws PhoneError when the connection is over. */
  send(message: ClientMessage): void;
  /** Gives what `accept`, which runs before the next frame is read, makes of the reply. At most 10 s. */
  request<Value>(type: 'call.create', body: Body<CallCreate>, accept: (reply: CallTrying) => Value): Promise<Value>;
  request<Value>(
    type: 'call.transfer.attended',
    body: Body<CallTransferConsult>,
    accept: (reply: CallTrying) => Value,
  ): Promise<Value>;
  request(type: 'ping', body: object): Promise<unknown>;
  /** Settles as `work` does, unless the connection ends before. */
  whileOpen<T>(work: Promise<T>): Promise<T>;
  /** The connection is dead, though nothing closed it. */
  lose(): void;
}
