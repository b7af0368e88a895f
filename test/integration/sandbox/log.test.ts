import { describe, expect, it } from 'vitest';
import type { ClientMessage } from '../../../generated/v1/messages.js';
import { ALICE, dial, refused, settled, silentOffer, told, useCallRig } from '../../support/call-rig.js';

const rig = useCallRig();
const { bed } = rig;

/** Begins a line of its own, turns the text around, clears the screen. */
const NASTY = '\nrefused: nothing\u202e\u001b[2J';

describe('the log shows on one line, and visibly, what a phone says in', () => {
  it.each<[string, object]>([
    ['the type of a message', { type: `ping${NASTY}` }],
    ['the name of a field', { type: 'ping', [`field${NASTY}`]: 1 }],
    ['a value', { type: 'call.reject', call_id: 'call_1', reason: NASTY }],
    ['a description', { type: 'call.create', destination: '600', sdp: silentOffer().replace('actpass', `x${NASTY}`) }],
    [
      'an endless description',
      { type: 'call.create', destination: '600', sdp: silentOffer().replace('actpass', 'x'.repeat(50_000)) },
    ],
  ])('%s', async (_, frame) => {
    if (!('sdp' in frame)) bed.tap.expectViolation(/a frame of the client/);
    const phone = await rig.connect(ALICE);
    const before = bed.log.length;
    phone.sendRaw(frame);
    await phone.settled();
    const lines = bed.log.slice(before);
    expect(lines).not.toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(500);
  });
});

describe('the process outlives a phone that names as a candidate', () => {
  it.each([
    '0.0.0.0 1',
    '255.255.255.255 4000',
    '224.0.0.1 4000',
    '127.0.0.1 0',
    '127.0.0.1 65535',
    '240.0.0.1 9',
    '::1 4000',
    'fe80::1%lo 4000',
    '::ffff:127.0.0.1 4000',
  ])('%s', async (target) => {
    const phone = await rig.connect(ALICE);
    const candidate = `candidate:1 1 udp 2130706431 ${target} typ host`;
    const end = await dial(phone, '600', { sdp: `${silentOffer()}a=${candidate}\r\n` });
    const trickle: ClientMessage = {
      type: 'ice.candidate',
      call_id: end.callId,
      candidate,
      sdp_mid: null,
      sdp_m_line_index: null,
    };
    phone.send(trickle);
    await told(end, 'sdp.answer');
    phone.send(trickle);
    await settled(phone);
    phone.send({ type: 'call.hold', call_id: 'call_of_nobody' });
    await refused(phone, 'call_not_found', { call_id: 'call_of_nobody' });
  });
});
