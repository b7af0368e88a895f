import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { commandTables } from '../../../support/command-tables.js';

const PAGE = 'docs/sandbox.md';
/** The first table after a heading. */
const tableUnder = (heading: string) => new RegExp(`(?<=^### ${heading}\\n(?:(?!^[#|]).*\\n)*)(?:^\\|.*\\n)+`, 'm');

// With UPDATE_DOCS=1 the tables are written instead.
it.each(commandTables())('the table %s of docs/sandbox.md is what the commands declare', async (heading, table) => {
  const page = await readFile(PAGE, 'utf8');
  const [found] = tableUnder(heading).exec(page) ?? [];
  expect(found, `a table under ${heading}`).toBeDefined();
  if (process.env.UPDATE_DOCS)
    await writeFile(
      PAGE,
      page.replace(tableUnder(heading), () => `${table}\n`),
    );
  else expect(found).toBe(`${table}\n`);
});
