import type { CallIncoming, CallRestored, PresenceUpdate } from '../../generated/v1/messages.js';
import type { CallMessage } from './calls/call-state.js';
import type { ServiceMessage } from './connection/session.js';

type Type = ServiceMessage['type'];
type Message<T extends Type> = Extract<ServiceMessage, { type: T }>;
type Routes = { readonly [T in Type]: (message: Message<T>) => void };

export interface Destinations {
  readonly calls: {
    incoming(message: CallIncoming): void;
    restored(message: CallRestored): void;
    deliver(message: CallMessage): void;
  };
  onNetworkChanged(): void;
  onPresence(update: PresenceUpdate): void;
}

/** Brings what the service says to whom it concerns. A type that the contract gains does not compile without a route. */
export function routeTo({ calls, onNetworkChanged, onPresence }: Destinations): (message: ServiceMessage) => void {
  const deliver = (message: CallMessage) => calls.deliver(message);
  const answersNothing = () => {};
  const routes: Routes = {
    authenticated: answersNothing,
    'auth.refreshed': answersNothing,
    pong: answersNothing,
    'presence.list': answersNothing,
    'network.changed': onNetworkChanged,
    'call.trying': deliver,
    'call.ringing': deliver,
    'call.incoming': (message) => calls.incoming(message),
    'call.answered': deliver,
    'call.held': deliver,
    'call.resumed': deliver,
    'call.ended': deliver,
    'call.restored': (message) => calls.restored(message),
    'sdp.offer': deliver,
    'sdp.answer': deliver,
    'sdp.pranswer': deliver,
    'ice.candidate': deliver,
    'ice.done': deliver,
    'presence.update': onPresence,
  };
  return <T extends Type>(message: Message<T>) => (routes[message.type as T] as (message: Message<T>) => void)(message);
}
