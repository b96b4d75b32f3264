/** The text of a cell, as much of it as has room. */
import type { Severity } from '@shared/severity.js';
import type { Cell } from '../cells.js';
import { LEADING } from './layout.js';
import type { Style, Typesetter } from './typesetter.js';
import type { Line } from './wrap.js';

export interface SetLine {
  readonly line: Line;
  readonly style: Style;
  /** Points from the left edge of its box. */
  readonly indent: number;
  /** The sign of a finding stands before it. */
  readonly sign: Severity | null;
}

export interface CellText {
  readonly lines: readonly SetLine[];
  /** Something is in the list at the end only. */
  readonly cut: boolean;
}

export interface Block {
  readonly text: string;
  readonly kind: 'head' | 'faint' | 'plain' | Severity;
}

export const INK = '#1a1a1a';
export const FAINT = '#595959';

/** Its shot's number, and its scene. */
export const nameOf = ({ number, scene }: Pick<Cell, 'number' | 'scene'>): string =>
  scene ? `${number} – ${scene}` : number;

/** In the order of what a client looks for. */
export function blocksOf(cell: Cell): Block[] {
  const { told, findings, description, prompt, note, comments } = cell;
  const plain = (name: string, text: string): Block[] =>
    text.trim() ? [{ text: `${name}: ${text}`, kind: 'plain' }] : [];
  return [
    { text: nameOf(cell), kind: 'head' },
    ...(told ? [{ text: told, kind: 'faint' } as const] : []),
    ...findings.map(({ severity, message }): Block => ({ text: message, kind: severity })),
    ...plain('Note', note),
    ...comments.map((text): Block => ({ text, kind: 'plain' })),
    ...plain('Description', description),
    ...(prompt.trim() === description.trim() ? [] : plain('Prompt', prompt)),
  ];
}

/** Text sizes that the sign of a finding takes. */
const SIGN_ROOM = 1.1;

const severityOf = (kind: Block['kind']): Severity | null =>
  kind === 'head' || kind === 'faint' || kind === 'plain' ? null : kind;

function styleOf(kind: Block['kind'], size: number): Style {
  if (kind === 'head') return { size: size * 1.1, weight: 'bold', colour: INK };
  return { size, weight: 'regular', colour: kind === 'faint' ? FAINT : INK };
}

/** `most`: lines; absent = as many as it takes. `size` and `width` in points. */
export async function setBlock(
  { text, kind }: Block,
  setter: Typesetter,
  { size, width, most }: { readonly size: number; readonly width: number; readonly most?: number },
): Promise<CellText> {
  const style = styleOf(kind, size);
  const sign = severityOf(kind);
  const indent = sign ? size * SIGN_ROOM : 0;
  const { lines, cut } = await setter.wrap(text, style, width - indent, most);
  return { lines: lines.map((line, at) => ({ line, style, indent, sign: at === 0 ? sign : null })), cut };
}

/** `size`, `width` and `height` in points. */
export async function setCellText(
  blocks: readonly Block[],
  setter: Typesetter,
  { size, width, height }: { readonly size: number; readonly width: number; readonly height: number },
): Promise<CellText> {
  const most = Math.floor(height / (size * LEADING));
  const lines: SetLine[] = [];
  for (const [at, { text, kind }] of blocks.entries()) {
    const room = most - lines.length;
    const isLast = at === blocks.length - 1;
    const setIn = (words: string) => setBlock({ text: words, kind }, setter, { size, width, most: room });
    let set = await setIn(text);
    const cut = set.cut || (!isLast && set.lines.length >= room);
    // What follows has no room either, which shows here.
    if (cut && !set.cut) set = await setIn(`${text} …`);
    lines.push(...set.lines);
    if (cut) return { lines, cut };
  }
  return { lines, cut: false };
}
