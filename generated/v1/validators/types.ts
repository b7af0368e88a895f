// Generated, do not edit. Made by `make generate`.

/** One reason why data was refused. */
export interface SchemaError {
  /** The JSON pointer to the refused value in the data. */
  readonly instancePath: string;
  /** The rule that was broken: `required`, `type`, `const`, `enum`, … */
  readonly keyword: string;
  /** Details of the rule, such as `missingProperty` or `type`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Describes the error. Absent in modules that are made for browsers. */
  readonly message?: string;
}

export interface Validator<T> {
  (data: unknown): data is T;
  /** The errors of the last call. Null if the data was valid. */
  readonly errors?: readonly SchemaError[] | null;
}
