import { classesOf } from '../guard/rest-errors.js';
import type { ErrorCode, Model } from '../model/types.js';

/** Makes `docs/errors.md`, which describes every error that a user of the SDK can get. */
export function emitErrorsPage(model: Model): string {
  return [INTRODUCTION, overview(model), details(model), serverErrors(model), restCodes(model)]
    .join('\n\n')
    .concat('\n');
}

const INTRODUCTION = `# Errors

Everything that a phone throws, rejects with or emits as \`error\` is a \`PhoneError\`, with two exceptions: a promise that
you abort rejects with the reason of your \`AbortSignal\`, and \`playAudio()\` rejects as the browser's \`play()\` does. The
server client throws a [\`DialStackError\`](#errors-of-the-server-client). For the errors of the sandbox see
[sandbox.md](sandbox.md).

A \`PhoneError\` has these properties:

| property | meaning |
| --- | --- |
| \`code\` | What happened: one of the codes below. Decide by this, not by \`message\`. |
| \`message\` | The same for a person, and what to do. It never holds a token. |
| \`fatal\` | Whether the connection ended with it. |
| \`shouldRetry\` | Whether the same request may succeed when you make it again unchanged. |
| \`retryAfterMs\` | The least time to wait before you try again, in milliseconds, if the service named one. |
| \`callId\` | The call that it concerns, if it concerns one. |
| \`rawCode\` | The service's own code, where it differs from \`code\`. |
| \`context\` | \`users\` of a presence error; \`suggestions\` for an address that was refused. |

\`\`\`ts
import { PhoneError } from '@dialstack/sdk/webrtc';

/** What to show the user. */
export function textFor(error: unknown): string {
  if (!(error instanceof PhoneError)) throw error;
  if (error.code === 'emergency_address_required') return 'Enter your address before you call.';
  if (error.fatal) return \`\${error.message} The phone is disconnected.\`;
  return error.shouldRetry ? \`\${error.message} Try again.\` : error.message;
}
\`\`\``;

function overview(model: Model): string {
  const { errorCodes } = model;
  return [
    '## Codes of the phone',
    table(
      ['code', 'what happened', 'fatal', 'retry'],
      Object.entries(errorCodes).map(([code, entry]) => [
        `[\`${code}\`](#${code})`,
        firstSentence(entry.meaning),
        { always: 'yes', sometimes: 'sometimes', never: 'no' }[whenFatal(model, code)],
        yesOrNo(entry.retry),
      ]),
    ),
  ].join('\n\n');
}

/** Whether an error with this code ends the connection. A code that can also refuse a request sometimes does not. */
function whenFatal({ errorCodes, restErrorCodes }: Model, code: string): 'always' | 'sometimes' | 'never' {
  const role = errorCodes[code]?.role;
  if (role === 'answer') return 'never';
  const isRefusal = Object.values(restErrorCodes).some(({ phoneCode }) => phoneCode === code);
  return role === 'both' || isRefusal ? 'sometimes' : 'always';
}

function details(model: Model): string {
  const { errorCodes, closeCodes } = model;
  return Object.entries(errorCodes)
    .map(([code, entry]) => {
      const closeCode = closeCodes.find(({ errors }) => errors.includes(code))?.code;
      return [
        `### \`${code}\`\n`,
        `${entry.meaning}\n`,
        `- **What to do:** ${entry.advice}`,
        `- **Fatal:** ${fatality(whenFatal(model, code), entry, closeCode)}`,
        `- **Retry unchanged:** ${entry.retry ? 'Yes.' : 'No.'}`,
        `- **Where you see it:** ${entry.seenIn.map(place).join(', ')}.`,
      ].join('\n');
    })
    .join('\n\n');
}

function fatality(
  when: 'always' | 'sometimes' | 'never',
  { reconnect = 'never' }: ErrorCode,
  closeCode: number | undefined,
): string {
  if (when === 'never') return 'No.';
  const ending = `it ends the connection (close code ${closeCode})`;
  return `${when === 'always' ? `Yes, ${ending}.` : `Only when ${ending}.`} ${AFTERWARDS[reconnect]}`;
}

const AFTERWARDS: Record<NonNullable<ErrorCode['reconnect']>, string> = {
  never: 'The phone does not reconnect.',
  'new-token': 'The phone asks `onTokenExpiring` for a token and reconnects. Without `onTokenExpiring` it does not.',
  'by-hand': 'The phone does not reconnect until you call `connect()`.',
  backoff: 'The phone reconnects by itself after a wait, unless `autoReconnect` is false.',
};

/** Formats where an error is seen: `phone.call()` is code as a whole, in `error event` only the name is. */
const place = (text: string) =>
  text.replace(/^(\S+)( event)$|^(.+)$/, (_, event, kind, code) => (event ? `the \`${event}\`${kind}` : `\`${code}\``));

function serverErrors({ serverErrors }: Model): string {
  return [
    '## Errors of the server client',
    `\`new DialStack({ apiKey })\` and its methods throw or reject with one of these classes. Each extends
\`DialStackError\`, which has \`status\` (undefined when there was no response), \`code\`, \`param\`, \`requestId\` and
\`retryAfterMs\`. The client repeats a request by itself where a retry may help; what you catch failed every time.`,
    table(
      ['class', 'status', 'what happened', 'retry later', 'what to do'],
      Object.entries(serverErrors).map(([name, { statuses, meaning, retry, advice }]) => [
        `\`${name}\``,
        statuses.join(', ') || '—',
        meaning,
        yesOrNo(retry),
        advice,
      ]),
    ),
  ].join('\n\n');
}

function restCodes({ restErrorCodes, serverErrors }: Model): string {
  const rows = Object.entries(restErrorCodes).map(([code, { statuses, phoneCode, meaning }]) => [
    `\`${code}\``,
    statuses.join(', '),
    meaning,
    [...new Set(statuses.flatMap((status) => classesOf(status, serverErrors)))].map(inCode).join(', '),
    inCode(phoneCode),
  ]);
  return [
    '## Codes of the REST API',
    `The service names a code in the body of a refused request. In a \`DialStackError\` it is \`code\`, in a \`PhoneError\` it is
\`rawCode\`. Later versions may add codes.`,
    table(['code', 'status', 'what happened', 'server client', '`code` of the phone'], rows),
  ].join('\n\n');
}

const inCode = (text: string) => `\`${text}\``;

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

const firstSentence = (text: string) => /^.*?\.(?= [A-Z`]|$)/.exec(text)?.[0] ?? text;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
