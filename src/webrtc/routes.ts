import type { CallIncoming, CallRestored, PresenceUpdate } from '../../generated/v1/messages.js';
import type { CallMessage } from './calls/call-phase.js';
import type { ServiceMessage } from './connection/session.js';

type Type = ServiceMessage['type'];
type Message<T extends Type> = Extract<ServiceMessage, { type: T }>;
/** What the call itself takes. */
type OfCall = Exclude<CallMessage, CallIncoming | CallRestored>;

/** What is not said of a call that should be known. A type that the contract gains does not compile without a route. */
type Routes = { readonly [T in Exclude<Type, OfCall['type']>]: (message: Message<T>) => void };

export interface Destinations {
  readonly calls: {
    incoming(message: CallIncoming): void;
    restored(message: CallRestored): void;
    deliver(message: CallMessage): void;
  };
  onNetworkChanged(): void;
  onPresence(update: PresenceUpdate): void;
}

/** Brings what the service says to whom it concerns. */
export function routeTo({ calls, onNetworkChanged, onPresence }: Destinations): (message: ServiceMessage) => void {
  const answersNothing = () => {};
  const routes: Routes = {
    authenticated: answersNothing,
    'auth.refreshed': answersNothing,
    pong: answersNothing,
    'presence.list': answersNothing,
    'network.changed': onNetworkChanged,
    'call.incoming': (message) => calls.incoming(message),
    'call.restored': (message) => calls.restored(message),
    'presence.update': onPresence,
  };
  const isOfCall = (message: ServiceMessage): message is OfCall => !(message.type in routes);
  return (message) => {
    if (isOfCall(message)) calls.deliver(message);
    else (routes[message.type] as (message: ServiceMessage) => void)(message);
  };
}
