/** Compares the conformance matrix, the tests that it names, and the list of rows. */

export interface SourceText {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** A line of the page: the test that it names, and under which heading it stands. */
interface PageLine {
  readonly heading: string;
  readonly path: string;
  readonly title: string;
}

/** The titles of a file's tests; anything but a plain test with a literal title is a fault. */
function testsIn({ path, text }: SourceText): { titles: string[]; faults: string[] } {
  const code = text.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  const titles = [...code.matchAll(/\bit\('([^']+)',/g)].map(([, title = '']) => title);
  const all = [...code.matchAll(/(?<![.\w])(?:it|test|suite)\b\s*[.(]/g)].length;
  const skipped = /\b(?:describe|it|test)\s*\.\s*\w+/.exec(code)?.[0];
  return {
    titles,
    faults: [
      ...(all === titles.length ? [] : [`${path}: ${all} tests, ${titles.length} of them with a plain title`]),
      ...(skipped ? [`${path}: ${skipped} may leave a test out`] : []),
    ],
  };
}

const LINE = /^\|.*\| \[([^\]]+)\]\(\.\.\/([^)]+)\): (.+) \|$/;

function linesOf(page: string): { lines: PageLine[]; faults: string[] } {
  const lines: PageLine[] = [];
  const faults: string[] = [];
  let heading = '';
  for (const text of page.split('\n')) {
    heading = /^## (.+)$/.exec(text)?.[1] ?? heading;
    if (!text.startsWith('|') || /^\| (name|---) \|/.test(text)) continue;
    const [, label, path = '', title = ''] = LINE.exec(text) ?? [];
    const cells = text.split(/(?<!\\)\|/).slice(1, -1);
    if (cells.length !== 4 || cells.some((cell) => !cell.trim())) faults.push(`not four cells: ${text}`);
    else if (!path || path !== `test/reference/${label}`) faults.push(`names no test: ${text}`);
    else lines.push({ heading, path, title });
  }
  return { lines, faults };
}

const repeated = (all: readonly string[]): string[] => all.filter((one, n) => all.indexOf(one) !== n);

/** Every difference between the rows, the tests and the page, one line each. */
export function differences(
  rows: readonly { readonly section: string; readonly title: string }[],
  sources: readonly SourceText[],
  page: string,
): string[] {
  const found = sources.map((source) => ({ path: source.path, ...testsIn(source) }));
  const tests = found.flatMap(({ path, titles }) => titles.map((title) => ({ path, title })));
  const { lines, faults } = linesOf(page);
  const wanted = rows.map(({ title }) => title);
  const tested = tests.map(({ title }) => title);
  return [
    ...found.flatMap((one) => one.faults),
    ...faults,
    ...repeated(wanted).map((title) => `twice a row: ${title}`),
    ...repeated(tested).map((title) => `twice a test: ${title}`),
    ...wanted.filter((title) => !tested.includes(title)).map((title) => `no test: ${title}`),
    ...tested.filter((title) => !wanted.includes(title)).map((title) => `no row: ${title}`),
    ...lines
      .filter(({ path, title }) => !tests.some((test) => test.path === path && test.title === title))
      .map(({ path, title }) => `the page says that ${path} has ${title}`),
    ...differenceOfOrder(
      rows.map(({ section, title }) => `${section}: ${title}`),
      lines.map(({ heading, title }) => `${heading}: ${title}`),
    ),
  ];
}

/** The page has the rows in their order, each once. */
function differenceOfOrder(rows: readonly string[], page: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(rows.length, page.length) }, (_, n) => n).find((n) => rows[n] !== page[n]);
  return at === undefined ? [] : [`line ${at + 1} of the page is ${page[at]}, not ${rows[at]}`];
}
