import { inspect } from 'node:util';
import type { Logger } from '../../src/core/logger.js';
import type { TappedFrame } from './contract-tap.js';

/** Numbers that messages give as an example of their form; the sandbox's users happen to have such. */
const EXAMPLES = /\(\+1415555\d{4}\)/g;

/** Something that nobody but its owner may read. */
interface Secret {
  readonly what: string;
  readonly text: string;
}

/** Everything that was logged, emitted, thrown or rejected, and what of it is nobody's business. */
export class Overheard {
  readonly #said: { where: string; text: string }[] = [];
  readonly #secrets = new Map<string, Secret>();

  /** Writes down what a phone logs. */
  readonly logger: Logger = {
    debug: (message) => this.hear('log', message),
    warn: (message) => this.hear('log', message),
  };

  /** How much was heard since the last search. */
  get count(): number {
    return this.#said.length;
  }

  hear(where: string, subject: unknown): void {
    this.#said.push(...renderings(subject).map((text) => ({ where, text })));
  }

  /** Hears what a promise rejects with, and gives that; fails when it resolves. */
  async refusal(where: string, work: Promise<unknown> | (() => unknown)): Promise<unknown> {
    const error = await (async () => (typeof work === 'function' ? work() : work))().then(
      () => Promise.reject(new Error(`${where} was to fail`)),
      (cause: unknown) => cause,
    );
    this.hear(where, error);
    return error;
  }

  /** A token is secret as a whole, and in each part that is not the same for everybody. */
  token(text: string): string {
    const [, claims = '', signature = ''] = text.split('.');
    for (const part of [text, claims, signature]) this.#keep('a token', part);
    return text;
  }

  key(text: string): string {
    this.#keep('an API key', text);
    return text;
  }

  credential(text: string): string {
    this.#keep('a TURN credential', text);
    return text;
  }

  /** A number, in the form in which it was given and in that of the wire. */
  number(text: string): string {
    for (const form of [text, text.replace(/[ .\-()]/g, '')]) this.#keep('a number', form.replace(/^\+/, ''));
    return text;
  }

  /** What crossed the wire: descriptions and candidates. */
  frames(frames: readonly TappedFrame[]): void {
    for (const { message } of frames) {
      if ('sdp' in message && message.sdp) this.description(message.sdp);
      if ('candidate' in message && message.candidate) this.#keep('a candidate', message.candidate);
    }
  }

  description(sdp: string): string {
    for (const line of sdp.split(/\r?\n/)) this.#keep('a line of SDP', line);
    return sdp;
  }

  /** What was heard since the last search, secrets named: `a token in the error of connect(): …`. */
  takeLeaks(): string[] {
    const secrets = [...this.#secrets.values()];
    return this.#said.splice(0).flatMap(({ where, text }) => {
      const bare = text.replace(EXAMPLES, '');
      return secrets
        .filter((secret) => bare.includes(secret.text))
        .map(({ what, text: found }) => `${what} (${found.slice(0, 12)}…) in ${where}: ${text.slice(0, 300)}`);
    });
  }

  #keep(what: string, text: string): void {
    if (text.length >= 6) this.#secrets.set(text, { what, text });
  }
}

/** Every way in which somebody may write it down. */
function renderings(subject: unknown): string[] {
  if (typeof subject === 'string') return [subject];
  return [
    String(subject),
    JSON.stringify(subject) ?? '',
    inspect(subject, { depth: null, showHidden: true, getters: true, maxStringLength: null, maxArrayLength: null }),
    ...(subject instanceof Error ? [subject.stack ?? '', ...renderings(subject.cause ?? '')] : []),
  ];
}
