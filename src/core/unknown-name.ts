/** The words of a text, as a type: `Words<'on off'>` is `'on' | 'off'`. */
export type Words<Text> = Text extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Text;

/** What to say of a name that is not among the words of `known`, with the names to choose from. Undefined for a known name. */
export const unknownName = (kind: string, name: string, known: string): string | undefined =>
  known.split(' ').includes(name) ? undefined : `There is no ${kind} ${name}. Known: ${known}.`;
