import type { Model, RestErrorCode, ServerError } from '../model/types.js';

/** Returns the problems of the tables of REST errors, which OpenAPI has no place for. */
export function restErrorProblems({
  restSchemas,
  operations,
  errorCodes,
  restErrorCodes,
  serverErrors,
}: Model): string[] {
  const listed = (restSchemas.RestErrorCode?.enum ?? []).map(String);
  const answered = operations.flatMap(({ responses }) => Object.keys(responses).map(Number));
  const statuses = [...answered, ...Object.values(restErrorCodes).flatMap((entry) => entry.statuses ?? [])];
  const refusals = [...new Set(statuses)].filter((status) => status >= 400);
  return [
    ...listed
      .filter((code) => !(code in restErrorCodes))
      .map((code) => `x-error-codes: ${code} is missing; RestErrorCode lists it`),
    ...Object.entries(restErrorCodes).flatMap(([code, entry]) =>
      codeProblems(code, entry, listed, Object.keys(errorCodes)),
    ),
    ...Object.entries(serverErrors).flatMap(([name, entry]) => classProblems(name, entry)),
    ...(Object.keys(serverErrors).length > 0
      ? refusals
          .filter((status) => classesOf(status, serverErrors).length !== 1)
          .map((status) => `x-server-errors: ${status} must belong to exactly one class`)
      : []),
  ];
}

/** The error classes for a response with this status. In a valid document there is exactly one. */
export function classesOf(status: number, serverErrors: Model['serverErrors']): string[] {
  return Object.keys(serverErrors).filter((name) =>
    serverErrors[name]?.statuses.some((own) => (own === '5xx' ? status >= 500 : own === status)),
  );
}

function codeProblems(code: string, entry: RestErrorCode, listed: string[], phoneCodes: string[]): string[] {
  const at = `x-error-codes.${code}`;
  return [
    ...(listed.includes(code) ? [] : [`${at}: not in RestErrorCode; add it there or drop it`]),
    ...(entry.statuses?.length > 0 ? [] : [`${at}: no statuses; list those that it comes with`]),
    ...(phoneCodes.includes(entry.phoneCode) ? [] : [`${at}: phoneCode must be a code of the signalling document`]),
    ...(entry.meaning ? [] : [`${at}: no meaning`]),
  ];
}

function classProblems(name: string, { statuses, retry, meaning, advice }: ServerError): string[] {
  const at = `x-server-errors.${name}`;
  return [
    ...(Array.isArray(statuses) ? [] : [`${at}: statuses must be a list, which may be empty`]),
    ...(typeof retry === 'boolean' ? [] : [`${at}: retry must be true or false`]),
    ...(meaning && advice ? [] : [`${at}: needs a meaning and an advice`]),
  ];
}
