/** A child process that has only media legs. Its test checks that it ends when they are closed. */
import { holdMusic, MediaLeg } from '../../../src/sandbox/media/index.js';

export type ToLegProcess =
  | { readonly kind: 'answer'; readonly phone: number; readonly sdp: string }
  | { readonly kind: 'offer-only' }
  | { readonly kind: 'close' };

export type ToTest =
  | { readonly kind: 'ready' | 'connected' | 'closed' }
  | { readonly kind: 'answer'; readonly phone: number; readonly sdp: string };

const legs: MediaLeg[] = [];

function newLeg(): MediaLeg {
  const leg = new MediaLeg({ address: '127.0.0.1', onConnected: () => tell({ kind: 'connected' }) });
  legs.push(leg);
  leg.hear({ kind: 'clip', clip: holdMusic(), loop: true });
  return leg;
}

function tell(message: ToTest, then = () => {}): void {
  process.send?.(message, then);
}

process.on('message', async (message: ToLegProcess) => {
  switch (message.kind) {
    case 'answer':
      tell({ kind: 'answer', phone: message.phone, sdp: await newLeg().answer(message.sdp) });
      break;
    case 'offer-only':
      await newLeg().offer();
      break;
    case 'close':
      await Promise.all(legs.map((leg) => leg.close()));
      tell({ kind: 'closed' }, () => process.disconnect());
  }
});

tell({ kind: 'ready' });
