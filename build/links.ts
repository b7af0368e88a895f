import { posix } from 'node:path';

/** A link from a Markdown document to a file of the same tree. */
export interface Link {
  /** The linked file, from the root of the tree. */
  readonly path: string;
  /** Includes the `#`. Empty if the link has none. */
  readonly anchor: string;
}

const CODE = /(^```[\s\S]*?^```|`[^`\n]+`)/m;
const TARGET = /(?<=\]\()[^()\s]+(?=[)\s])|(?<=^\[[^\]]+\]: +)\S+|(?<=\b(?:href|src)=")[^"]+(?=")/gm;
const ABSOLUTE = /^(?:[a-z][a-z+.-]*:|\/\/)/i;

/** Replaces the target of each relative link by what `targetOf` returns, or leaves it if that is undefined. */
export function replaceLinks(document: string, text: string, targetOf: (link: Link) => string | undefined): string {
  const replaceIn = (prose: string) =>
    prose.replace(TARGET, (target) => {
      if (ABSOLUTE.test(target)) return target;
      const [, path = '', anchor = ''] = /^([^#]*)(.*)$/.exec(target) ?? [];
      const linked = path === '' ? document : posix.join(posix.dirname(document), decodeURI(path));
      return targetOf({ path: linked.replace(/\/$/, ''), anchor }) ?? target;
    });
  // split() puts the code at the odd indexes.
  return text
    .split(CODE)
    .map((part, index) => (index % 2 === 0 ? replaceIn(part) : part))
    .join('');
}

/** The relative links of a Markdown document. */
export function linksOf(document: string, text: string): Link[] {
  const links: Link[] = [];
  replaceLinks(document, text, (link) => {
    links.push(link);
    return undefined;
  });
  return links;
}

/** The anchors of a Markdown document: one for each heading, as GitHub makes them, and each `id`. */
export function anchorsOf(text: string): Set<string> {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const ids = [...prose.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => `#${id}`);
  const headings = [...prose.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => slug(heading));
  const seen = new Map<string, number>();
  const numbered = headings.map((heading) => {
    const before = seen.get(heading) ?? 0;
    seen.set(heading, before + 1);
    return before === 0 ? heading : `${heading}-${before}`;
  });
  return new Set([...ids, ...numbered]);
}

const slug = (heading: string): string =>
  `#${heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')}`;
