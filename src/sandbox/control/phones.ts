import type { PhoneSession } from '../phones/phone-session.js';
import type { PhoneSocket } from '../phones/phone-socket.js';
import type { User } from '../world/world.js';
import type { ControlPort } from './command.js';
import { ControlError } from './control-error.js';

/** The result of a command: how many connected phones it acted on. */
export interface Affected {
  readonly phones: number;
}

/** @throws ControlError 404 if no user has this id, extension or number. */
export function userOf({ world }: ControlPort, reference: string): User {
  const user = world.find(reference);
  if (!user) throw new ControlError(404, world.unknownUser(reference));
  return user;
}

/** The connected phones of a user, or all of them. @throws ControlError 409 if there are fewer than `atLeast`. */
export function phonesOf(port: ControlPort, user: string | undefined, atLeast = 1): PhoneSession[] {
  const { sessions } = port;
  const phones =
    user === undefined ? sessions.all.filter(({ isHere }) => isHere) : sessions.phonesOf(userOf(port, user));
  if (phones.length < atLeast) throw new ControlError(409, `No phone${user ? ` of ${user}` : ''} is connected.`);
  return phones;
}

export function eachSocket(
  port: ControlPort,
  user: string | undefined,
  act: (socket: PhoneSocket) => void,
  atLeast = 1,
): Affected {
  const phones = phonesOf(port, user, atLeast);
  for (const { socket } of phones) if (socket) act(socket);
  return { phones: phones.length };
}
