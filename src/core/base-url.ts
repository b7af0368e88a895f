import { attempt } from './attempt.js';

/** Whether a URL's `hostname` is always this machine: nobody on a network reads what is sent there. */
export const isLoopback = (hostname: string): boolean => /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1]$/.test(hostname);

/**
 * The address of a service, as the option with this name gives it; or a sentence that says what is wrong with it, which
 * never repeats the value. Credentials go there, so it must be encrypted, but on loopback or where that is allowed.
 */
export function baseUrl(
  option: string,
  value: unknown,
  secure: 'https' | 'wss',
  allowInsecure?: boolean,
): URL | string {
  const wanted = `${option} must be an address like ${secure}://host`;
  const url = typeof value === 'string' && attempt(() => new URL(value));
  if (!url) return `${wanted}.`;
  const scheme = url.protocol.slice(0, -1);
  if (url.username || url.password || /[?#]/.test(url.href))
    return `${wanted}, without credentials, query or fragment.`;
  if (scheme === secure) return url;
  if (`${scheme}s` !== secure) return `${wanted}.`;
  if (allowInsecure === true || isLoopback(url.hostname)) return url;
  return `${wanted}: ${scheme}:// is not encrypted. allowInsecure: true allows it.`;
}
