import { restAnswerMaxBytes } from '../../generated/v1/limits.js';
import { attempt } from '../core/attempt.js';
import { withoutSecret } from '../core/secret.js';

/**
 * The JSON of an answer, without the credential that it was asked for with, should it repeat that; undefined when it is
 * none, or larger than the service sends.
 */
export async function readJson(response: Response, credential: string): Promise<unknown> {
  const parse = (text: string): unknown => attempt(() => JSON.parse(withoutSecret(text, credential) || 'null'));
  // Another fetch may give another kind of stream.
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
