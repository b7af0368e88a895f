import { RemoteHost } from '../remote-host.js';
import { startTestbed, type Testbed } from '../start-testbed.js';
import { BrowserPhone } from './browser-phone.js';
import { findChromium, launchChromium } from './chromium.js';
import { startLabServer } from './lab-server.js';

/** The phone's microphone. */
export const VOICE_HZ = 440;

/** A phone in a Chromium on a remote machine, and the service on this one. */
export interface RemotePhone {
  readonly host: RemoteHost;
  readonly bed: Testbed;
  readonly phone: BrowserPhone;
  /** Loads a new page and connects its phone. */
  connect(options?: { throughTap?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

export async function startRemotePhone(): Promise<RemotePhone> {
  const host = await RemoteHost.plugIn();
  const bed = await startTestbed({ host: host.gateway, limits: { callCreatesPerWindow: 1000 } });
  const lab = await startLabServer({ host: host.gateway });
  const executablePath = await host.program(findChromium() ?? 'chromium');
  // The microphone needs a secure context, and this page does not come from loopback.
  const args = [`--unsafely-treat-insecure-origin-as-secure=${lab.url}`];
  const phone = await BrowserPhone.open(lab.url, VOICE_HZ, {
    launch: (microphone) => launchChromium(microphone, { executablePath, args }),
  });
  const token = await bed.sandbox.createToken(bed.sandbox.users[0]?.id ?? '');
  return {
    host,
    bed,
    phone,
    async connect({ throughTap = true } = {}) {
      await phone.load(lab.url);
      const { apiBaseUrl, signalingBaseUrl } = throughTap ? bed : bed.sandbox;
      await phone.connect({ token, apiBaseUrl, signalingBaseUrl, allowInsecure: true });
    },
    async stop() {
      await phone.close();
      await lab.stop();
      await bed.stop();
      await host.stop();
    },
  };
}
