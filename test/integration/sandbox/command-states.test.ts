import { describe, expect, it } from 'vitest';
import type { ClientMessage } from '../../../generated/v1/messages.js';
import {
  ALICE,
  BOB,
  call,
  dial,
  type End,
  hold,
  refused,
  rings,
  settled,
  silentAnswer,
  silentOffer,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';

const rig = useCallRig();

/** Brings a call to a state, and gives the end that a command is tried on. */
const STATES = {
  trying: async () => dial(await rig.connect(ALICE), '606'),
  'ringing outbound': async () => {
    const end = await dial(await rig.connect(ALICE), '604');
    await told(end, 'call.ringing');
    return end;
  },
  'ringing inbound': async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await dial(alice, '102');
    const end = await rings(bob);
    await told(end, 'sdp.offer');
    return end;
  },
  active: async () => (await connected())[0],
  'held by this side': async () => {
    const [end] = await connected();
    hold(end);
    await told(end, 'call.held');
    return end;
  },
  'held by the other side': async () => {
    const [end, other] = await connected();
    hold(other);
    await told(end, 'call.held');
    return end;
  },
} satisfies Record<string, () => Promise<End>>;

type State = keyof typeof STATES;

const connected = async () => call(await rig.connect(ALICE), await rig.connect(BOB));

const COMMANDS = {
  'call.answer': (call_id) => ({ type: 'call.answer', call_id }),
  'call.reject': (call_id) => ({ type: 'call.reject', call_id }),
  'call.hangup': (call_id) => ({ type: 'call.hangup', call_id }),
  'call.hold': (call_id) => ({ type: 'call.hold', call_id }),
  'call.resume': (call_id) => ({ type: 'call.resume', call_id }),
  'call.mute': (call_id) => ({ type: 'call.mute', call_id }),
  'call.unmute': (call_id) => ({ type: 'call.unmute', call_id }),
  'call.transfer': (call_id) => ({ type: 'call.transfer', call_id, destination: '600' }),
  consult: (call_id) => ({
    type: 'call.transfer.attended',
    call_id,
    step: 'consult',
    destination: '600',
    sdp: silentOffer(),
  }),
  'complete, without a consultation': (call_id) => ({ type: 'call.transfer.attended', call_id, step: 'complete' }),
  'sdp.offer': (call_id) => ({ type: 'sdp.offer', call_id, sdp: silentOffer() }),
  'sdp.answer': (call_id) => ({ type: 'sdp.answer', call_id, sdp: silentAnswer() }),
  'ice.candidate': (call_id) => ({
    type: 'ice.candidate',
    call_id,
    candidate: 'candidate:1 1 udp 2130706431 127.0.0.1 50000 typ host',
    sdp_mid: '0',
    sdp_m_line_index: 0,
  }),
  'ice.done': (call_id) => ({ type: 'ice.done', call_id }),
} satisfies Record<string, (callId: string) => ClientMessage>;

type Command = keyof typeof COMMANDS;

/** What a command that is allowed is followed by; `silence` is no reply and no change. */
const ALLOWED: Readonly<Record<State, Partial<Record<Command, string>>>> = {
  trying: { 'call.hangup': 'ended hangup', ...unanswered() },
  'ringing outbound': { 'call.hangup': 'ended hangup', ...unanswered() },
  'ringing inbound': {
    'call.answer': 'silence',
    'call.reject': 'ended rejected',
    'call.hangup': 'ended rejected',
    ...unanswered(),
  },
  active: { 'call.hold': 'held local', 'call.resume': 'resumed', ...up() },
  'held by this side': { 'call.hold': 'held local', 'call.resume': 'resumed', consult: 'silence', ...up() },
  'held by the other side': { 'call.hold': 'held local', 'call.resume': 'held remote', ...up() },
};

function unanswered(): Partial<Record<Command, string>> {
  return { 'call.mute': 'silence', 'call.unmute': 'silence', 'ice.candidate': 'silence', 'ice.done': 'silence' };
}

function up(): Partial<Record<Command, string>> {
  return {
    ...unanswered(),
    'call.hangup': 'ended hangup',
    'call.transfer': 'ended transferred',
    consult: 'held local',
  };
}

/** Outside the contract's table: when a phone may offer anew depends on more than the state. */
const NOT_IN_TABLE: Readonly<Partial<Record<State, readonly Command[]>>> = {
  trying: ['sdp.offer'],
  'ringing outbound': ['sdp.offer'],
  active: ['sdp.offer'],
  'held by this side': ['sdp.offer'],
  'held by the other side': ['sdp.offer'],
};

const states = Object.keys(STATES) as State[];
const commands = Object.keys(COMMANDS) as Command[];

describe.each(states)('on a call that is %s,', (state) => {
  const inTable = commands.filter((command) => !NOT_IN_TABLE[state]?.includes(command));
  const allowed = inTable.filter((command) => ALLOWED[state][command] !== undefined);

  it.each(allowed.map((command) => [command, ALLOWED[state][command]]))(
    '%s is followed by %s',
    async (command, effect) => {
      const end = await STATES[state]();
      const before = story(end);
      end.phone.send(COMMANDS[command as Command](end.callId));
      await settled(end.phone);
      const after = story(end).slice(before.length);
      expect(after).toEqual(effect === 'silence' ? [] : [effect]);
      expect(end.phone.received.map(({ type }) => type)).not.toContain('error');
    },
  );

  it.each(inTable.filter((command) => !allowed.includes(command)))(
    '%s gets invalid_message, and the call stays',
    async (command) => {
      const end = await STATES[state]();
      const before = story(end);
      end.phone.send(COMMANDS[command](end.callId));
      await refused(end.phone, 'invalid_message', { call_id: end.callId });
      await settled(end.phone);
      expect(story(end)).toEqual(before);
    },
  );
});

describe('on an unknown call,', () => {
  const silent: readonly Command[] = ['ice.candidate', 'ice.done'];

  it.each(commands.filter((command) => !silent.includes(command)))('%s gets call_not_found', async (command) => {
    const phone = await rig.connect(ALICE);
    phone.send(COMMANDS[command]('call_unknown'));
    await refused(phone, 'call_not_found', { call_id: 'call_unknown' });
  });

  it.each(silent)('%s is ignored in silence', async (command) => {
    const phone = await rig.connect(ALICE);
    phone.send(COMMANDS[command]('call_unknown'));
    await settled(phone);
    expect(phone.received.map(({ type }) => type)).not.toContain('error');
  });
});

it('the req_id of a transfer is echoed on its error, beside the call_id', async () => {
  const phone = await rig.connect(ALICE);
  const { callId } = await dial(phone, '604');
  phone.send({ type: 'call.transfer', req_id: 'r1', call_id: callId, destination: '600' });
  await refused(phone, 'invalid_message', { req_id: 'r1', call_id: callId });
  phone.send({ type: 'call.transfer.attended', req_id: 'r2', call_id: callId, step: 'complete' });
  await refused(phone, 'invalid_message', { req_id: 'r2', call_id: callId });
});
