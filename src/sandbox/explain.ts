import type { Validator } from '../../generated/v1/validators/types.js';
import { printable } from '../core/printable.js';

/** Describes the first error of the validator's last run. */
export function explain({ errors }: Pick<Validator<unknown>, 'errors'>): string {
  const [error] = errors ?? [];
  if (!error) return 'it breaks the contract';
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  const { additionalProperty, allowedValues } = error.params;
  const what = additionalProperty
    ? `unknown field ${JSON.stringify(String(additionalProperty).slice(0, 64))}`
    : error.message;
  return printable(
    `${where}${where && ' '}${what}${Array.isArray(allowedValues) ? ` (${allowedValues.join(', ')})` : ''}`,
  );
}
