/** The words of a text as a type: `Words<'on off'>` is `'on' | 'off'`. */
export type Words<Text> = Text extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Text;

/** Says that a name is not among the words of `known`, and lists these. Undefined if it is one of them. */
export const unknownName = (kind: string, name: string, known: string): string | undefined =>
  known.split(' ').includes(name) ? undefined : `There is no ${kind} ${name}. Known: ${known}.`;

/** Says which option is unknown, if one is. A misspelt option must not be ignored in silence. */
export const unknownOption = (options: object, known: string): string | undefined =>
  Object.keys(options)
    .map((name) => unknownName('option', name, known))
    .find(Boolean);
