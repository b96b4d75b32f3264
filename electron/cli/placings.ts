/** "This goes there", for a terminal: what a graph is given before it is used for the first time. */
import { PLACED_NAMES, type Placing } from '@shared/contract/index.js';

/** Letters of a value that are shown. */
const LONGEST = 60;

export function placingTold({ graph, nodes, rows, missing, added }: Placing): string {
  const width = Math.max(...rows.map(({ value }) => PLACED_NAMES[value].length));
  return [
    `Used for the first time: ${graph}, ${nodes} nodes. This goes there:`,
    ...rows.map(({ value, node: { id, type, title }, input, before, after }) => {
      const name = PLACED_NAMES[value].padEnd(width);
      const where = `${title ? `“${title}”, ${type}` : type} (node ${id}${added.includes(id) ? ', put in' : ''}), ${input}`;
      return `  ${name}  ${where}: ${shown(before)} becomes ${shown(after)}`;
    }),
    ...missing.map((value) => `  ${PLACED_NAMES[value].padEnd(width)}  has no place in it, and is left out`),
  ].join('\n');
}

function shown(value: string): string {
  const line = value.replace(/\s*\n\s*/g, ' ');
  return line === '' ? 'nothing' : `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`;
}

/** Of what still waits at the end. */
export function noteOnPlacings(placings: readonly Placing[]): string | null {
  const waiting = placings.reduce((sum, one) => sum + one.waiting, 0);
  if (waiting === 0) return null;
  return [
    ...placings.map(placingTold),
    `Waiting for a yes to that, and kept: ${waiting}. Say it in the window, where you can also change what goes where, or run this with --allow-graphs.`,
  ].join('\n');
}
