import { MediaLeg, type MediaLegOptions } from '../../../src/sandbox/media/index.js';
import { NodePhoneMedia } from './node-phone-media.js';
import { until } from './until.js';

/** A phone, its leg, and the events of the leg. */
export interface ConnectedLeg {
  readonly phone: NodePhoneMedia;
  readonly leg: MediaLeg;
  readonly told: { digits: string; connected: number; audio: number; failures: string[] };
  close(): Promise<void>;
}

/** Creates a leg and a phone that are not connected yet. */
export function newLeg({ address = '127.0.0.1', ...options }: Partial<MediaLegOptions> = {}): ConnectedLeg {
  const told: ConnectedLeg['told'] = { digits: '', connected: 0, audio: 0, failures: [] };
  const phone = new NodePhoneMedia({ address });
  const leg = new MediaLeg({
    address,
    onDigit: (digit) => {
      told.digits += digit;
    },
    onConnected: () => {
      told.connected++;
    },
    onAudio: () => {
      told.audio++;
    },
    onFailed: (reason) => told.failures.push(reason),
    onBroken: (reason) => told.failures.push(reason),
    ...options,
  });
  return {
    phone,
    leg,
    told,
    close: async () => {
      await Promise.all([leg.close(), phone.close()]);
    },
  };
}

/** Creates a leg that is connected to a phone, which speaks a tone. */
export async function connectedLeg(hz = 0, options: Partial<MediaLegOptions> = {}): Promise<ConnectedLeg> {
  const connection = newLeg(options);
  const { phone, leg } = connection;
  await phone.acceptAnswer(await leg.answer(await phone.offer()));
  await until('the media path', () => phone.connected && connection.told.connected > 0);
  if (hz > 0) phone.speak(hz);
  return connection;
}
