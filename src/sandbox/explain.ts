/** A generated validator, as far as its reader needs it. */
export interface SchemaValidator {
  (data: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string; params: Record<string, unknown> }[] | null;
}

/** What the validator found last, in words. */
export function explain({ errors }: SchemaValidator): string {
  const [error] = errors ?? [];
  if (!error) return 'it breaks the contract';
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  const { additionalProperty, allowedValues } = error.params;
  const what = additionalProperty
    ? `unknown field ${JSON.stringify(String(additionalProperty).slice(0, 64))}`
    : error.message;
  return `${where}${where && ' '}${what}${Array.isArray(allowedValues) ? ` (${allowedValues.join(', ')})` : ''}`;
}
