import { expect, it } from 'vitest';
import { withoutSecret } from '../../../src/core/secret.js';

it.each([
  ['Who is aaaa.bbbb? aaaa.bbbb!', 'aaaa.bbbb', 'Who is …? …!'],
  ['nothing of it', 'aaaa.bbbb', 'nothing of it'],
  ['a token that is a word stays: token', 'token', 'a token that is a word stays: token'],
  ['an empty one is nowhere', '', 'an empty one is nowhere'],
])('%j without %j is %j', (text, secret, shown) => expect(withoutSecret(text, secret)).toBe(shown));
