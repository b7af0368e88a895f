import { publicNumberOf } from './calls/dial-plan.js';
import { EMERGENCY_SERVICES, SERVICES } from './calls/services.js';
import type { Sandbox, SandboxUser } from './sandbox.js';

/** What a person needs to know of a running sandbox: addresses, key, users with a token each, numbers to call. */
export async function describe(sandbox: Sandbox): Promise<string> {
  const line = async ({ id, name, extension, number }: SandboxUser) =>
    `  ${extension}  ${number}  ${name}  ${id}\n       token ${await sandbox.createToken(id)}`;
  const users = await Promise.all(sandbox.users.map(line));
  const others = await Promise.all(sandbox.otherAccount.users.map(line));
  const services = [...SERVICES, ...EMERGENCY_SERVICES].map((service) => {
    const number = SERVICES.includes(service) ? publicNumberOf(service) : '';
    return `  ${service.code}  ${number.padEnd(12)}  ${service.title}`;
  });
  return `DialStack sandbox

  apiBaseUrl        ${sandbox.apiBaseUrl}
  signalingBaseUrl  ${sandbox.signalingBaseUrl}
  API key           ${sandbox.apiKey}
  account           ${sandbox.accountId}
  control           POST ${sandbox.apiBaseUrl}/sandbox/<command>, see dialstack sandbox --help

Users, and a token for each that works for 24 hours here:
${users.join('\n')}

Another account, ${sandbox.otherAccount.id}, which sees nothing of this one:
${others.join('\n')}

Numbers to call (those with + are on the public network, and need an emergency address first):
${services.join('\n')}
`;
}
