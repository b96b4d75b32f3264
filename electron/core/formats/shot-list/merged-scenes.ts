import type { TableRow } from './shot-table.js';

/**
 * The rows with the scene of the row above where a spreadsheet had one cell for several rows: every scene stands once,
 * with blanks below it. `at`: the column of scenes.
 */
export function withMergedScenes(rows: readonly TableRow[], at: number): TableRow[] {
  const scenes = rows.map(({ cells }) => cells[at]?.trim() ?? '');
  const filled = scenes.filter(Boolean);
  if (!scenes[0] || filled.length === rows.length || new Set(filled).size < filled.length) return [...rows];
  let scene = '';
  return rows.map((row, index) => {
    scene = scenes[index] || scene;
    return { ...row, cells: row.cells.map((cell, column) => (column === at ? scene : cell)) };
  });
}
