import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../src/csv.ts';

/** The rows of a table, read as RFC 4180 says. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('a table is read back as it was, whatever is in its cells', () => {
  const rows = [['الكدير', 'say "no"', 'a,b'], ['two\r\nlines', '', 'x\ny'], ['"', ',', ' ']];
  const text = csv(rows);
  assert.equal(text[0], '\uFEFF');
  assert.deepEqual(parsed(text.slice(1)), rows);
});

test('text that a spreadsheet would reckon with is text there too, and numbers are numbers', () => {
  const text = csv([['=HYPERLINK("http://x")', '+1', '-1', '@A1', '\tx', '\rx', 'a=b'], [-1, 0.5, null]]);
  assert.equal(text, '\uFEFF"\'=HYPERLINK(""http://x"")",\'+1,\'-1,\'@A1,\'\tx,"\'\rx",a=b\r\n-1,0.5,\r\n');
});

test('no rows are no lines', () => {
  assert.equal(csv([]), '\uFEFF');
});
