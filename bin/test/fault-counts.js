/** What is shown is to be true again within this. */
const TRUE_WITHIN_S = 30;

/** @typedef {{ kind: string, injected: number, acknowledged: number, lost: number, trueAfterS: number | undefined }} Row */

/**
 * One row a kind, in the order in which they came, and their sum.
 * @param {string} lines JSON objects as tests/faults/count.ts writes them
 * @returns {Row[]}
 */
export function addUp(lines) {
  const rows = new Map();
  for (const line of lines.split('\n').filter(Boolean)) {
    const one = JSON.parse(line);
    rows.set(one.kind, add(rows.get(one.kind) ?? empty(one.kind), one));
  }
  return [...rows.values(), [...rows.values()].reduce(add, empty('together'))];
}

const empty = (kind) => ({ kind, injected: 0, acknowledged: 0, lost: 0, trueAfterS: undefined });

const add = (row, { injected, acknowledged = 0, lost = 0, trueAfterS }) => ({
  kind: row.kind,
  injected: row.injected + injected,
  acknowledged: row.acknowledged + acknowledged,
  lost: row.lost + lost,
  trueAfterS: trueAfterS === undefined ? row.trueAfterS : Math.max(row.trueAfterS ?? 0, trueAfterS),
});

/** @param {Row[]} rows */
export function isTrue(rows) {
  const { injected, lost, trueAfterS = 0 } = rows.at(-1);
  return injected > 0 && lost === 0 && trueAfterS <= TRUE_WITHIN_S;
}

/** @param {Row[]} rows */
export function describeCounts(rows) {
  const table = [['fault', 'injected', 'acknowledged', 'lost', 'true after s'], ...rows.map(cellsOf)];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const align = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  return table.map((row) => row.map(align).join('  ').trimEnd()).join('\n');
}

const cellsOf = ({ kind, injected, acknowledged, lost, trueAfterS }) => [
  kind,
  String(injected),
  acknowledged > 0 ? String(acknowledged) : '–',
  acknowledged > 0 || lost > 0 ? String(lost) : '–',
  trueAfterS === undefined ? '–' : trueAfterS.toFixed(1),
];
