import { restAnswerMaxBytes } from '../../generated/v1/limits.js';
import { attempt } from '../core/attempt.js';

/** The JSON of an answer; undefined when it is none, or larger than the service sends. */
export async function readJson(response: Response): Promise<unknown> {
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

const parse = (text: string): unknown => attempt(() => JSON.parse(text || 'null'));
