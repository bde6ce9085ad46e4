/** Cells that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Before the first cell, so that Excel reads UTF-8. */
const MARK = '\uFEFF';

/**
 * A table as CSV (RFC 4180), each row ended. Text that a spreadsheet would
 * reckon with begins with an apostrophe; numbers stand as they are, null is an
 * empty cell.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
