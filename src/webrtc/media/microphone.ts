import { PhoneError, type PhoneErrorCode } from '../../core/phone-error.js';
import { withDeadline } from '../../core/timing.js';
import type { Platform } from '../platform.js';

/** How long a permission prompt may stay open. */
export const PROMPT_WITHIN_MS = 60_000;

const PROBLEMS: Readonly<Record<string, readonly [PhoneErrorCode, string]>> = {
  NotAllowedError: [
    'mic_permission_denied',
    'The microphone was refused. Ask the user to allow it for this site, then try again.',
  ],
  SecurityError: ['mic_permission_denied', 'This page may not use the microphone: check its Permissions-Policy.'],
  NotFoundError: ['audio_device_unavailable', 'There is no microphone. Connect one, then try again.'],
  OverconstrainedError: ['audio_device_unavailable', 'No microphone fits the constraints.'],
  NotReadableError: [
    'audio_device_in_use',
    'The microphone cannot be opened; another program may hold it. Close that, then try again.',
  ],
  AbortError: ['audio_device_in_use', 'The microphone failed to start. Try again.'],
};

/**
 * Opens the microphone; at most 60 s, which a permission prompt may take. One that comes later is stopped.
 * @throws PhoneError `mic_permission_denied`, `audio_device_unavailable`, `audio_device_in_use`, `webrtc_unsupported`.
 */
export async function openMicrophone(platform: Platform): Promise<MediaStreamTrack> {
  const opening = platform.getUserMedia({ audio: true }).catch((cause: unknown) => {
    const name = (cause as { name?: string } | null)?.name ?? '';
    const [code, message] = (Object.hasOwn(PROBLEMS, name) && PROBLEMS[name]) || [
      'webrtc_unsupported',
      'The microphone cannot be used here.',
    ];
    throw new PhoneError(code as PhoneErrorCode, message, { cause });
  });
  const stream = await withDeadline(
    platform.timers,
    PROMPT_WITHIN_MS,
    opening,
    () => new PhoneError('mic_permission_denied', 'The question for the microphone was left open for 60 s.'),
    stop,
  );
  const [track] = stream.getAudioTracks();
  if (track) return track;
  stop(stream);
  throw new PhoneError('audio_device_unavailable', 'The microphone gave no audio track.');
}

/** Whether opening it asks nobody. Rejects where the browser cannot tell. */
export async function isMicrophoneGranted(platform: Platform): Promise<boolean> {
  const name = 'microphone' as PermissionName; // Not every browser has it in its list.
  return (await platform.permissions?.query({ name }))?.state === 'granted';
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
