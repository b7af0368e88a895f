/**
 * A child process that starts a sandbox, talks to it and stops it during the call. Then the process must end by itself.
 */
import { NodePhoneMedia } from './audio/node-phone-media.js';
import { startTestbed } from './start-testbed.js';
import { WirePhone } from './wire-phone.js';

const bed = await startTestbed();
const phone = await WirePhone.connect(bed);
const media = new NodePhoneMedia();
media.speak(620);
phone.send({ type: 'call.create', destination: '600', sdp: await media.offer() });
await media.acceptAnswer((await phone.next('sdp.answer')).sdp);
await media.hears(620);
await bed.stop();
await media.close();
console.log('stopped');
