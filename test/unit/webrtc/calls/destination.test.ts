import { describe, expect, it } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { normalizeCallerId, normalizeDestination } from '../../../../src/webrtc/calls/destination.js';

const LONGEST = '12345678901234567890123456789012';

describe('a destination', () => {
  it.each([
    ['+14155550123', '+14155550123'],
    ['+1 (415) 555-0123', '+14155550123'],
    ['+1.415.555.0123', '+14155550123'],
    [' +49 30 1234567 ', '+49301234567'],
    ['+999999999999999', '+999999999999999'],
    ['101', '101'],
    ['1-0-1', '101'],
    ['0', '0'],
    ['911', '911'],
    ['*67', '*67'],
    ['#31#', '#31#'],
    ['*98#', '*98#'],
    ['4155550123', '4155550123'],
    ['0014155550123', '0014155550123'],
    [LONGEST, LONGEST],
    [`(${LONGEST})`, LONGEST],
    ['tel:+14155550123', '+14155550123'],
    [' TEL:+1-415-555-0123', '+14155550123'],
    ['101\n', '101'],
    ['\t101\r\n', '101'],
    ['+1\u00a0415\u00a05550123', '+14155550123'],
    ['+1\u2009415\u202f555\u30000123', '+14155550123'],
    ['+1\u2010415\u2011555\u2012\u2013\u2014\u20150123', '+14155550123'],
    ['+1\u2212415\ufe63555\uff0d0123', '+14155550123'],
    ['\u202a+14155550123\u202c', '+14155550123'],
    ['\ufeff1\u00ad0\u200b1\u2060', '101'],
  ])('%s is dialled as %s', (given, dialled) => {
    expect(normalizeDestination(given)).toBe(dialled);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['only separators', ' -.() '],
    ['only a plus', '+'],
    ['two pluses', '++14155550123'],
    ['a plus inside', '1+415'],
    ['a country code that starts with 0', '+0155550123'],
    ['one digit after the plus', '+1'],
    ['16 digits after the plus', '+1234567890123456'],
    ['33 digits', `${LONGEST}3`],
    ['letters', '1-800-FLOWERS'],
    ['a name', 'alice'],
    ['a SIP address', 'sip:alice@example.com'],
    ['a slash', '415/5550123'],
    ['a comma', '101,,202'],
    ['an extension behind a number', '+14155550123;ext=7'],
    ['digits of another script', '١٠١'],
    ['full-width digits', '１０１'],
    ['undefined', undefined],
    ['null', null],
    ['a number', 101],
    ['an array', ['101']],
    ['an object that says 101', { toString: () => '101' }],
  ])('is refused when it is %s', (_, given) => {
    expect(() => normalizeDestination(given)).toThrow(PhoneError);
    expect(() => normalizeDestination(given)).toThrow(expect.objectContaining({ code: 'invalid_message' }));
  });

  it.each([
    ['1-800-FLOWERS', 'not F.'],
    ['sip:alice@example.com', 'not s.'],
    ['415/5550123', 'not /.'],
    ['+14155550123;ext=7', 'not ;.'],
    ['1+415', 'not +.'],
    ['１０１', 'not １.'],
    ['101\u001b[2J', 'not \\u{1b}.'],
    ['101😀', 'not 😀.'],
  ])('%j is refused with what a number is, and the character that is wrong: %s', (given, named) => {
    expect(() => normalizeDestination(given)).toThrow(named);
    expect(() => normalizeDestination(given)).toThrow('E.164 (+14155550123), or an extension');
  });

  it('names no character when each could be part of a number', () => {
    expect(() => normalizeDestination('+0')).toThrow(/digits, \* and #\.$/);
  });

  it('is not repeated in the refusal', () => {
    expect(() => normalizeDestination('+1415555012x')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('555012x') }),
    );
  });
});

describe('a caller id', () => {
  it.each([
    ['+14155550101', '+14155550101'],
    ['+1 (415) 555-0101', '+14155550101'],
  ])('%s is sent as %s', (given, sent) => {
    expect(normalizeCallerId(given)).toBe(sent);
  });

  it.each(['', '101', '4155550101', '+0155550101', '*67', 'anonymous', null, 14155550101])(
    'is refused when it is %j',
    (given) => {
      expect(() => normalizeCallerId(given)).toThrow(PhoneError);
      expect(() => normalizeCallerId(given)).toThrow(expect.objectContaining({ code: 'invalid_message' }));
    },
  );
});
