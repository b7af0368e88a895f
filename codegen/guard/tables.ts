import type { CloseCode, ErrorCode, Limit, Model } from '../model/types.js';

const PLACE = /^(?:new [A-Z]\w*\(\)|(?:phone|call)\.[a-z]\w*\(\)|[a-z]+ event)$/i;

/** Returns the problems of the tables that AsyncAPI has no place for, which the document keeps under `x-` keys. */
export function tableProblems({ subprotocol, version, limits, closeCodes, errorCodes }: Model): string[] {
  return [
    ...(subprotocol ? [] : ['channels.phone: no x-subprotocol; add the name that the handshake offers']),
    ...(version ? [] : ['info.version: missing']),
    ...Object.entries(limits).flatMap(([name, limit]) => limitProblems(name, limit)),
    ...Object.entries(errorCodes).flatMap(([code, entry]) => errorProblems(code, entry, closeCodes)),
    ...closeCodes.flatMap((entry) => closeProblems(entry, closeCodes, errorCodes)),
  ];
}

function limitProblems(name: string, { value, description }: Limit): string[] {
  const at = `x-limits.${name}`;
  return [
    ...(/^[a-z][A-Za-z0-9]*$/.test(name) ? [] : [`${at}: its name becomes a property; write it in camelCase`]),
    ...([value].flat().every(Number.isFinite) ? [] : [`${at}: value must be a number or numbers`]),
    ...(description ? [] : [`${at}: no description; say what is limited`]),
  ];
}

function errorProblems(code: string, entry: ErrorCode, closeCodes: readonly CloseCode[]): string[] {
  const at = `x-error-codes.${code}`;
  const ends = entry.role !== 'answer';
  const closes = closeCodes.some(({ errors }) => errors.includes(code));
  const among = (name: 'raisedBy' | 'role' | 'reconnect', allowed: string[]) =>
    allowed.includes(entry[name] ?? '') ? [] : [`${at}: ${name} must be one of ${allowed.join(', ')}`];
  return [
    ...among('raisedBy', ['server', 'sdk']),
    ...among('role', ['ending', 'answer', 'both']),
    ...(ends ? among('reconnect', ['never', 'new-token', 'by-hand', 'backoff']) : []),
    ...(!ends && entry.reconnect ? [`${at}: reconnect without an ending; drop it or change the role`] : []),
    ...(!ends && closes ? [`${at}: has a close code but ends no connection; change the role or x-close-codes`] : []),
    ...(ends && entry.raisedBy === 'server' && !closes
      ? [`${at}: ends connections with no entry in x-close-codes; add one`]
      : []),
    ...(typeof entry.retry === 'boolean' ? [] : [`${at}: retry must be true or false`]),
    ...(entry.meaning && entry.advice ? [] : [`${at}: needs a meaning and an advice`]),
    ...(entry.seenIn?.length > 0 && entry.seenIn.every((place) => PLACE.test(place))
      ? []
      : [`${at}: seenIn must list places such as phone.call() or error event`]),
  ];
}

function closeProblems(entry: CloseCode, all: readonly CloseCode[], errorCodes: Model['errorCodes']): string[] {
  const { code, name, errors, meaning } = entry;
  const at = `x-close-codes ${code} ${name}`;
  const others = all.filter((other) => other !== entry);
  return [
    ...(Number.isInteger(code) && code >= 1000 && code < 5000 ? [] : [`${at}: code must be from 1000 to 4999`]),
    ...(/^[a-z][a-z0-9_]*$/.test(name) ? [] : [`${at}: write its name in snake_case`]),
    ...(others.some((other) => other.code === code || other.name === name)
      ? [`${at}: listed twice; join the entries`]
      : []),
    ...errors
      .filter((error) => !(error in errorCodes))
      .map((error) => `${at}: ${error} is not in x-error-codes; add it`),
    ...errors
      .filter((error) => others.some((other) => other.errors.includes(error)))
      .map((error) => `${at}: ${error} has another close code too; keep one`),
    ...(meaning ? [] : [`${at}: no meaning`]),
  ];
}
