import { describe, expect, it } from 'vitest';
import { faultOf, rowsOf } from './support/shown-rows.js';

const rows = rowsOf('docs/faults.md', 'what happens');

describe('the table of faults', () => {
  it('has forty rows or more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  it.each(rows.map((row) => [row[0], row]))('%s: its test is there', (_, row) => {
    expect(faultOf(row ?? [], { count: 5, isTitled: false })).toBeUndefined();
  });
});
