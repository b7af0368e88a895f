import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../../src/sandbox/addresses.js';
import { OptionError } from '../../../src/sandbox/option-error.js';

const at = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;

const LOOPBACK = [at('127.0.0.1', true), at('::1', true)];
const ONE = { lo: LOOPBACK, eth0: [at('192.0.2.2'), at('fe80::1')], usb0: [at('169.254.1.1')] };
const TWO = { ...ONE, wlan0: [at('198.51.100.3')] };
const NONE = { lo: LOOPBACK };

describe('with these options the sandbox is', () => {
  it.each([
    [{}, { listen: '127.0.0.1', media: '127.0.0.1', shown: '127.0.0.1', isOpen: false }],
    [{ host: '127.0.0.5' }, { listen: '127.0.0.5', media: '127.0.0.5', shown: '127.0.0.5', isOpen: false }],
    [{ host: '::1' }, { listen: '::1', media: '::1', shown: '[::1]', isOpen: false }],
    [{ host: 'localhost' }, { shown: 'localhost', isOpen: false, allowHosts: ['localhost'] }],
    [{ host: '192.0.2.2' }, { listen: '192.0.2.2', media: '192.0.2.2', shown: '192.0.2.2', isOpen: true }],
    [{ host: '0.0.0.0' }, { listen: '0.0.0.0', media: '192.0.2.2', shown: '192.0.2.2', isOpen: true }],
    [{ host: '::' }, { listen: '::', media: '192.0.2.2', shown: '192.0.2.2', isOpen: true }],
    [{ host: '0:0:0:0:0:0:0:0' }, { media: '192.0.2.2', isOpen: true }],
    [
      { host: '0.0.0.0', mediaAddress: '127.0.0.1' },
      { media: '127.0.0.1', shown: '127.0.0.1', isOpen: true },
    ],
    [{ allowHosts: ['A.test', '::FFFF'] }, { allowHosts: ['a.test', '[::ffff]'], isOpen: false }],
  ])('%j at %j', async (options, expected) => {
    expect(await addressesOf(options, ONE)).toMatchObject(expected);
  });
});

describe('it cannot start', () => {
  it.each([
    [
      'at every address, of which there are two',
      { host: '0.0.0.0' },
      TWO,
      /several addresses: 192\.0\.2\.2, 198\.51\.100\.3\..*--media-address/,
    ],
    ['at every address, where there is none', { host: '0.0.0.0' }, NONE, /only loopback addresses.*--media-address/],
    ['at a name that cannot be found', { host: 'no such name' }, ONE, /host must be an IP address/],
    ['at no host', { host: '' }, ONE, /host must be an IP address/],
    [
      'with audio at every address',
      { host: '0.0.0.0', mediaAddress: '0.0.0.0' },
      ONE,
      /media address .*must be one of/,
    ],
    ['with audio at a name', { mediaAddress: 'localhost' }, ONE, /media address .*must be one of/],
    ["with audio at another machine's address", { mediaAddress: '203.0.113.1' }, ONE, /media address .*must be one of/],
    ['over IPv4 with audio over IPv6', { host: '0.0.0.0', mediaAddress: '::1' }, ONE, /must be an IPv4 address/],
  ])('%s', async (_, options, interfaces, words) => {
    const starting = addressesOf(options, interfaces);
    await expect(starting).rejects.toThrow(OptionError);
    await expect(starting).rejects.toThrow(words);
  });

  it('says so on one line, whatever the host is', async () => {
    await expect(addressesOf({ host: 'x\n\u001b[2K\u009b\u202e\u2028' }, ONE)).rejects.toThrow(/^[ -~]+$/);
  });
});
