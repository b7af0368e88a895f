import { inspect } from 'node:util';
import type { Logger } from '../../src/core/logger.js';
import type { TappedFrame } from './contract-tap.js';

/** Example numbers in messages. They look like the numbers of the sandbox's users, but are no leak. */
const EXAMPLES = /\(\+1415555\d{4}\)/g;

/** A text that must not appear in logs, events or errors. */
interface Secret {
  readonly what: string;
  readonly text: string;
}

/** Collects everything that was logged, emitted, thrown or rejected, and finds secrets in it. */
export class Overheard {
  readonly #said: { where: string; text: string }[] = [];
  readonly #secrets = new Map<string, Secret>();

  /** Collects what a phone logs. */
  readonly logger: Logger = {
    debug: (message) => this.hear('log', message),
    warn: (message) => this.hear('log', message),
  };

  /** How many texts were collected since the last search. */
  get count(): number {
    return this.#said.length;
  }

  hear(where: string, subject: unknown): void {
    this.#said.push(...renderings(subject).map((text) => ({ where, text })));
  }

  /** Collects and returns the error of a promise. Fails if the promise resolves. */
  async refusal(where: string, work: Promise<unknown> | (() => unknown)): Promise<unknown> {
    const error = await (async () => (typeof work === 'function' ? work() : work))().then(
      () => Promise.reject(new Error(`${where} should have failed`)),
      (cause: unknown) => cause,
    );
    this.hear(where, error);
    return error;
  }

  /** Adds a token as a secret: as a whole, and its claims and signature. Its header is the same for all tokens. */
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

  /** Adds a number as a secret, both as it was given and as it is on the wire. */
  number(text: string): string {
    for (const form of [text, text.replace(/[ .\-()]/g, '')]) this.#keep('a number', form.replace(/^\+/, ''));
    return text;
  }

  /** Adds the SDP and the candidates of these frames as secrets. */
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

  /** Returns the secrets found since the last search, for example `a token in the error of connect(): …`. */
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

/** Every way in which an application may print a value. */
function renderings(subject: unknown): string[] {
  if (typeof subject === 'string') return [subject];
  return [
    String(subject),
    JSON.stringify(subject) ?? '',
    inspect(subject, { depth: null, showHidden: true, getters: true, maxStringLength: null, maxArrayLength: null }),
    ...(subject instanceof Error ? [subject.stack ?? '', ...renderings(subject.cause ?? '')] : []),
  ];
}
