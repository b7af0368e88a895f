import { attempt } from './attempt.js';

/** Whether a URL's `hostname` always means this machine, so that nobody on a network can read what is sent. */
export const isLoopback = (hostname: string): boolean => /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1]$/.test(hostname);

/**
 * Parses the option that holds the address of a service. Returns a sentence if it cannot be used; the sentence never
 * repeats the value. Credentials are sent to this address, so it must be encrypted, except on loopback or if the user
 * allows it.
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
