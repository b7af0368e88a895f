import { PhoneError, type PhoneErrorCode } from '../../core/phone-error.js';
import { withDeadline } from '../../core/timing.js';
import type { Platform } from '../platform.js';

/** How long a permission prompt may stay open. */
export const PROMPT_WITHIN_MS = 60_000;

/** What the browser's refusal means, and what to do before the next try. */
function problemOf(refusal: unknown): readonly [PhoneErrorCode, string] {
  switch (refusal) {
    case 'NotAllowedError':
      return ['mic_permission_denied', 'was refused. Ask the user to allow it'];
    case 'SecurityError':
      return ['mic_permission_denied', 'is denied to this page. Check its Permissions-Policy'];
    case 'NotFoundError':
    case 'OverconstrainedError':
      return ['audio_device_unavailable', 'is missing. Connect one'];
    case 'NotReadableError':
    case 'AbortError':
      return ['audio_device_in_use', 'is in use or broken. Close other apps that use it'];
    default:
      return ['webrtc_unsupported', 'cannot be used here. Use a current browser'];
  }
}

/**
 * Opens the microphone; at most 60 s, which a permission prompt may take. One that comes later is stopped.
 * @throws PhoneError `mic_permission_denied`, `audio_device_unavailable`, `audio_device_in_use`, `webrtc_unsupported`.
 */
export async function openMicrophone(platform: Platform): Promise<MediaStreamTrack> {
  const opening = platform.getUserMedia({ audio: true }).catch((cause: unknown) => {
    throw noMicrophone(...problemOf(Object(cause).name), cause);
  });
  const stream = await withDeadline(
    platform.timers,
    PROMPT_WITHIN_MS,
    opening,
    () => noMicrophone('mic_permission_denied', 'was not allowed within 60 s. Ask the user to allow it'),
    stop,
  );
  const [track] = stream.getAudioTracks();
  if (track) return track;
  stop(stream);
  throw noMicrophone(...problemOf('NotFoundError'));
}

const noMicrophone = (code: PhoneErrorCode, problem: string, cause?: unknown) =>
  new PhoneError(code, `The microphone ${problem}, then try again.`, { cause });

/** Whether opening it asks nobody. Rejects where the browser cannot tell. */
export async function isMicrophoneGranted(platform: Platform): Promise<boolean> {
  const name = 'microphone' as PermissionName; // Not every browser has it in its list.
  return (await platform.permissions?.query({ name }))?.state === 'granted';
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
