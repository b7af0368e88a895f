import { describe, expect, it } from 'vitest';
import { baseUrl, isLoopback } from '../../../src/core/base-url.js';

const SCHEMES = [
  { secure: 'https', plain: 'http' },
  { secure: 'wss', plain: 'ws' },
] as const;

/** What `baseUrl` makes of a value: the address, or the sentence. */
const shown = (...given: Parameters<typeof baseUrl>) => String(baseUrl(...given));

const LOOPBACK = [
  ['localhost', 'localhost'],
  ['LOCALHOST', 'localhost'],
  ['app.localhost', 'app.localhost'],
  ['a.b.localhost', 'a.b.localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['127.255.1.2', '127.255.1.2'],
  ['127.1', '127.0.0.1'],
  ['0x7f.0.0.1', '127.0.0.1'],
  ['2130706433', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['[0:0:0:0:0:0:0:1]', '[::1]'],
] as const;

const ELSEWHERE = [
  'example.com',
  'localhost.example.com',
  'notlocalhost',
  'not-localhost',
  '127.0.0.1.example.com',
  '127.example.com',
  'example.com.',
  'localhost.',
  '.localhost',
  '128.0.0.1',
  '0.0.0.0',
  '10.0.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '[::]',
  '[::2]',
  '[::ffff:127.0.0.1]',
  '[fe80::1]',
  '1.127.0.0.1.example.com',
];

describe.each(SCHEMES)('an address that should be $secure:', ({ secure, plain }) => {
  it.each([
    [`${secure}://host`, `${secure}://host/`],
    [`${secure.toUpperCase()}://HOST`, `${secure}://host/`],
    [`${secure}://host:8443/base`, `${secure}://host:8443/base`],
    [`${secure}://host/a@b//c@d`, `${secure}://host/a@b//c@d`],
    [`  ${secure}://host\n`, `${secure}://host/`],
  ])('%j is taken, as %s', (value, href) => expect(shown('base', value, secure)).toBe(href));

  it.each(LOOPBACK)('unencrypted at %s is taken', (host, hostname) => {
    expect(shown('base', `${plain}://${host}:4100`, secure)).toBe(`${plain}://${hostname}:4100/`);
  });

  it.each(ELSEWHERE)('unencrypted at %s is refused, unless that is allowed', (host) => {
    const value = `${plain}://${host}:4100/`;
    const refusal = new RegExp(
      `^base must be an address like ${secure}://host: ${plain}:// is not encrypted\\. .*allowInsecure`,
    );
    expect(shown('base', value, secure)).toMatch(refusal);
    expect(shown('base', value, secure, false)).toMatch(refusal);
    expect(baseUrl('base', value, secure, true)).toBeInstanceOf(URL);
  });

  it.each([
    ['no address', 'host'],
    ['nothing', ''],
    ['a path', '/v1'],
    ['a port and no host', `${secure}://:443`],
    ['no host', `${secure}://`],
    ['a network path', '//host'],
    ['another protocol, ftp', 'ftp://host'],
    ['another protocol, javascript', 'javascript:alert(1)'],
    ['another protocol, data', 'data:text/plain,x'],
    ['another protocol, file', 'file:///etc/passwd'],
    ['another protocol, blob', `blob:${secure}://host/1`],
    ['a protocol that begins alike', `${secure}x://host`],
    ['a protocol that ends alike', `x${secure}://host`],
    ['the protocol of the other option', secure === 'wss' ? 'https://host' : 'wss://host'],
    ['the unencrypted one of the other option', secure === 'wss' ? 'http://localhost' : 'ws://localhost'],
    ['an impossible IP address', `${secure}://256.0.0.1`],
    ['a user', `${secure}://user@host`],
    ['a password', `${secure}://:word@host`],
    ['a user on loopback', `${plain}://user:word@localhost`],
    ['a host that looks like another', `${secure}://api.dialstack.ai@host`],
    ['a query', `${secure}://host?a=b`],
    ['an empty query', `${secure}://host?`],
    ['a fragment', `${secure}://host#a`],
    ['an empty fragment', `${secure}://host#`],
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', {}],
    ['a URL', new URL(`${secure}://host`)],
    ['an object that turns into an address', { toString: () => `${secure}://host` }],
  ])('%s is refused, also where what is not encrypted is allowed', (_, value) => {
    for (const allowInsecure of [false, true])
      expect(shown('base', value, secure, allowInsecure)).toMatch(
        new RegExp(`^base must be an address like ${secure}://host.*\\.$`),
      );
  });

  it('the sentence never repeats the value', () => {
    expect(shown('base', `${secure}://user:hunter2@host`, secure)).not.toContain('hunter2');
    expect(shown('base', `${plain}://hunter2.example`, secure)).not.toContain('hunter2');
  });
});

it('127.1 is no loopback name as long as no URL has made it an address', () => {
  expect(['127.1', '::1', ''].map(isLoopback)).toEqual([false, false, false]);
});
