/** The types that all validator modules share. */
export function emitValidatorTypes(): string {
  return `/** One reason why data was refused. */
export interface SchemaError {
  /** Where in the data, as a JSON pointer. */
  readonly instancePath: string;
  /** The rule that was broken: \`required\`, \`type\`, \`const\`, \`enum\`, … */
  readonly keyword: string;
  /** What the rule asks for, such as \`missingProperty\` or \`type\`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** In words; only in the modules that are not made for browsers. */
  readonly message?: string;
}

export interface Validator<T> {
  (data: unknown): data is T;
  /** Why the last data was refused; null when it was not. */
  readonly errors?: readonly SchemaError[] | null;
}
`;
}
