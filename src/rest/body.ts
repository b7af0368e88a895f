import { restAnswerMaxBytes } from '../../generated/v1/limits.js';
import { attempt } from '../core/attempt.js';
import { withoutSecret } from '../core/secret.js';

/**
 * Reads an answer as JSON. If it repeats the credential of the request, `…` takes its place. Returns undefined if the
 * answer is not JSON, or larger than the contract allows.
 */
export async function readJson(response: Response, credential: string): Promise<unknown> {
  const parse = (text: string): unknown => attempt(() => JSON.parse(withoutSecret(text, credential) || 'null'));
  // A user's fetch may return another kind of stream.
  const reader = response.body?.pipeThrough?.(new TextDecoderStream()).getReader();
  if (!reader) return parse(await response.text());
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parse(text);
    text += value;
    if (text.length > restAnswerMaxBytes) return undefined;
  }
}
