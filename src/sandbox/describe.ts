import { printable } from '../core/printable.js';
import { publicNumberOf } from './calls/dial-plan.js';
import { EMERGENCY_SERVICES, SERVICES } from './calls/services.js';
import type { Sandbox } from './sandbox.js';
import type { SandboxUser } from './world/built-in.js';

/** A token has its place on a line. */
const LONGEST_LINE = 4000;

/** What a person needs to know of a running sandbox: addresses, key, users with a token each, numbers to call. */
export async function describe(sandbox: Sandbox): Promise<string> {
  const linesOf = async (users: readonly SandboxUser[]) => {
    const lines = users.map(async ({ id, name, extension, number }) => [
      `  ${extension}  ${number}  ${name}  ${id}`,
      `       token ${await sandbox.createToken(id)}`,
    ]);
    return (await Promise.all(lines)).flat();
  };
  const services = [...SERVICES, ...EMERGENCY_SERVICES].map((service) => {
    const number = SERVICES.includes(service) ? publicNumberOf(service) : '';
    return `  ${service.code}  ${number.padEnd(12)}  ${service.title}`;
  });
  const lines = [
    'DialStack sandbox',
    '',
    `  apiBaseUrl        ${sandbox.apiBaseUrl}`,
    `  signalingBaseUrl  ${sandbox.signalingBaseUrl}`,
    `  API key           ${sandbox.apiKey}`,
    `  account           ${sandbox.accountId}`,
    `  control           POST ${sandbox.apiBaseUrl}/sandbox/<command>, see dialstack sandbox --help`,
    '',
    'Users, and a token for each that works for 24 hours here:',
    ...(await linesOf(sandbox.users)),
    '',
    `Another account, ${sandbox.otherAccount.id}, which sees nothing of this one:`,
    ...(await linesOf(sandbox.otherAccount.users)),
    '',
    'Numbers to call (those with + are on the public network, and need an emergency address first):',
    ...services,
    '',
  ];
  return lines.map((line) => printable(line, LONGEST_LINE)).join('\n');
}
