import { request } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { Timeline } from '../../../examples/call/timeline.js';
import { ControlError, describe as describeSandbox } from '../../../src/sandbox/index.js';
import { ALICE, silentOffer, useCallRig } from '../../support/call-rig.js';

const rig = useCallRig();
const { bed } = rig;

/** Whatever a terminal would obey, that begins a line, or that cannot be seen. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
const HOSTILE = {
  ESC: '\u001b[2K\u001b[1A',
  'a carriage return': '\rNew API key: sk_live_x',
  'a new line': '\nNew API key: sk_live_x',
  OSC: '\u001b]52;c;aGk=\u0007',
  C1: '\u009b2K\u009d52;c;aGk=\u009c',
  bidi: '\u202eevil\u2066x\u2069',
  'a line separator': '\u2028New API key\u2029',
  'a zero width': 'a\u200bb\ufeff',
} as const;
const texts = Object.entries(HOSTILE);

const commandText = async (body: object, name = 'ring') => {
  const response = await fetch(`${bed.sandbox.apiBaseUrl}/sandbox/${name}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bed.sandbox.apiKey}` },
    body: JSON.stringify(body),
  });
  return response.text();
};

function logIsClean(): void {
  expect(bed.log.length).toBeGreaterThan(0);
  for (const line of bed.log) expect(line).not.toMatch(UNSEEN);
}

describe.each(texts)('%s', (_, text) => {
  it('of a caller’s name does not reach the log, nor of a number', async () => {
    const phone = await rig.connect(ALICE);
    expect(await commandText({ user: '101', fromName: text })).not.toMatch(UNSEEN);
    expect((await phone.next('call.incoming')).from_name).toBe(text);
    expect(await commandText({ user: '101', from: text })).not.toMatch(UNSEEN);
    expect(await commandText({ user: text })).not.toMatch(UNSEEN);
    expect(await commandText({ [text]: 1 })).not.toMatch(UNSEEN);
    expect(await commandText({}, encodeURIComponent(text))).not.toMatch(UNSEEN);
    logIsClean();
  });

  it('of a control command does not reach the error', () => {
    const act = () => bed.sandbox.control.freeze({ user: `${text}x` });
    expect(act).toThrow(ControlError);
    expect(act).not.toThrow(UNSEEN);
  });

  it('of a description, or of a field that nobody knows, does not reach the log', async () => {
    bed.tap.expectViolation(/a frame of the client/);
    const phone = await rig.connect(ALICE);
    const dial = { type: 'call.create', destination: '600' };
    phone.sendRaw({ ...dial, req_id: 'r1', sdp: `v=0\r\nm=audio ${text} RTP/AVP 0\r\na=${text}\r\n` });
    phone.sendRaw({ ...dial, req_id: 'r2', sdp: silentOffer().replace(/AB:AB:AB/g, text), [text]: 1 });
    phone.sendRaw({ type: 'call.hold', call_id: text });
    phone.sendRaw({ type: text });
    await phone.settled();
    logIsClean();
  });

  it('of a body or a header does not reach the log, and comes escaped to who asks', async () => {
    const created = await fetch(`${bed.sandbox.apiBaseUrl}/v1/users`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bed.sandbox.apiKey}`, 'DialStack-Account': bed.sandbox.accountId },
      body: JSON.stringify({ name: text, [text]: 1 }),
    });
    const answer = await created.text();
    expect(created.status).toBe(201);
    expect(answer).not.toMatch(UNSEEN);
    expect(JSON.parse(answer).name).toBe(text);
    logIsClean();
  });

  it('of a host does not reach the answer', async () => {
    const { hostname, port } = new URL(bed.sandbox.apiBaseUrl);
    const headers = { Host: text.replace(/[\r\n\p{Cc}]/gu, '!').replace(/[^\0-\u00ff]/g, '\u009b') };
    const answer = await new Promise<string>((resolve, reject) => {
      const asked = request({ host: hostname, port, headers }, async (response) =>
        resolve(Buffer.concat(await response.toArray()).toString('latin1')),
      );
      asked.on('error', reject).end();
    });
    expect(answer).toMatch(/^[ -~]*$/);
  });

  it('does not reach the report of make call', () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    new Timeline().line(text, text);
    new Timeline().heading(text);
    const [[line], [heading]] = printed.mock.calls as [[string], [string]];
    printed.mockRestore();
    expect(line).not.toMatch(UNSEEN);
    expect(heading.slice(1)).not.toMatch(UNSEEN);
  });

  it('does not reach what is told of a sandbox', async () => {
    const linesOf = async (word: string) => {
      const users = [{ id: 'user_1', name: word, extension: word, number: word }];
      const fields = { apiKey: word, apiBaseUrl: word, users, createToken: async () => word };
      return (await describeSandbox({ ...bed.sandbox, ...fields })).split('\n');
    };
    const told = await linesOf(text);
    expect(told.length).toBe((await linesOf('x')).length);
    for (const line of told) expect(line).not.toMatch(UNSEEN);
  });
});
