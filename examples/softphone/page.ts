import { printable } from '../../src/core/printable.js';
import { type Call, DialStackPhone, PhoneError } from '../../src/webrtc/index.js';

interface Surroundings {
  apiBaseUrl: string;
  signalingBaseUrl: string;
  users: { id: string; name: string; extension: string }[];
  services: { code: string; title: string }[];
}

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
};

const surroundings: Surroundings = await (await fetch('/surroundings')).json();
for (const { id, name, extension } of surroundings.users)
  element('user').append(new Option(`${extension} ${name}`, id));
for (const { code, title } of [
  ...surroundings.users.map((user) => ({ code: user.extension, title: user.name })),
  ...surroundings.services,
]) {
  element('numbers').append(new Option(title, code));
}

let phone: DialStackPhone | undefined;

element('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(connect);
});

element('dial').addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(async () => {
    const call = await phone?.call(element<HTMLInputElement>('destination').value);
    if (call) show(call);
  });
});

async function connect(): Promise<void> {
  phone?.disconnect();
  const user = element<HTMLSelectElement>('user').value;
  const response = await fetch('/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  const { token, error } = await response.json();
  if (!response.ok) throw new Error(error);
  const { apiBaseUrl, signalingBaseUrl } = surroundings;
  phone = new DialStackPhone({ token, apiBaseUrl, signalingBaseUrl });
  phone.on('connected', () => status('connected'));
  phone.on('disconnected', (error) => status(error ? `disconnected: ${printable(error.message)}` : 'not connected'));
  phone.on('error', tellProblem);
  phone.on('incoming', (call) => show(call));
  await phone.connect();
}

function status(text: string): void {
  element('status').textContent = text;
  element<HTMLFieldSetElement>('dialling').disabled = !phone?.isConnected;
}

/** A line for a call, with the buttons that its state allows. */
function show(call: Call): void {
  const line = document.createElement('li');
  // Whoever calls chooses the name: it must not look like another line, or like another text.
  const other = printable(call.direction === 'inbound' ? `${call.fromName ?? ''} ${call.from}` : call.to);
  const button = (label: string, act: () => void) => {
    const made = document.createElement('button');
    made.textContent = label;
    made.addEventListener('click', () => void attempt(async () => act()).then(draw));
    return made;
  };
  const draw = () => {
    const ringsHere = call.direction === 'inbound' && call.state === 'ringing';
    const label = document.createElement('span');
    const seconds = call.duration > 0 ? `, ${call.duration} s` : '';
    label.textContent = `${call.direction === 'inbound' ? 'from' : 'to'} ${other}: ${call.state}${seconds}`;
    const buttons = [
      ...(ringsHere ? [button('Answer', () => call.answer()), button('Reject', () => call.reject())] : []),
      ...(ringsHere
        ? []
        : [
            button('Hang up', () => call.hangup()),
            call.isMuted ? button('Unmute', () => call.unmute()) : button('Mute', () => call.mute()),
          ]),
      ...(call.state === 'active' ? [keypad(call, button)] : []),
    ];
    line.replaceChildren(label, ...buttons);
  };
  for (const name of ['trying', 'ringing', 'answered'] as const) {
    call.on(name, () => {
      log(`${other}: ${name}`);
      draw();
    });
  }
  call.on('audioBlocked', () => line.append(button('Play audio', () => void call.playAudio())));
  const ticking = setInterval(draw, 1000);
  call.on('ended', (reason) => {
    clearInterval(ticking);
    log(`${other}: ended (${reason}) after ${call.duration} s`);
    line.remove();
  });
  draw();
  element('calls').append(line);
}

function keypad(call: Call, button: (label: string, act: () => void) => HTMLElement): HTMLElement {
  const keys = document.createElement('div');
  keys.className = 'keypad';
  keys.append(...[...'123456789*0#'].map((digit) => button(digit, () => call.sendDtmf(digit))));
  return keys;
}

async function attempt(act: () => Promise<void>): Promise<void> {
  element('problem').textContent = '';
  try {
    await act();
  } catch (error) {
    tellProblem(error);
  }
}

function tellProblem(error: unknown): void {
  const text = error instanceof PhoneError ? `${error.message} (${error.code})` : String(error);
  element('problem').textContent = printable(text);
}

function log(text: string): void {
  element('log').prepend(`${new Date().toLocaleTimeString()}  ${text}\n`);
}
