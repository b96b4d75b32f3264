import { BLAMELESS, makeEdit, newSeed } from '@core/edits/index.js';
import type { Writing } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import { type Found, findingKind } from '../finding-kind.js';
import type { Frame } from '../frame.js';
import { isInCorner, legible, writingAskedBy } from '../writing.js';

interface Stray extends Found {
  readonly isMark: boolean;
  readonly text: string;
}

/** Other shots in which a line stands at the same place before it is taken for a mark over the pictures. */
const REPEATED = 2;
const UNWANTED = ['text', 'watermark'];

/** Writing that no description and no prompt asks for, or a mark over the picture. */
export const strayText = findingKind<'stray-text', Stray>({
  kind: 'stray-text',
  find(frame, board) {
    const lines = legible(frame.writing ?? []);
    if (lines.length === 0) return [];
    const asked = askedFor(frame);
    if (asked === 'asked') return [];
    const again = (line: Writing) => board.alsoWritten(frame, line);
    const marks = lines.filter((line) => isInCorner(line) || again(line) >= REPEATED);
    const [first] = largestFirst(marks.length > 0 ? marks : asked === 'likely' ? [] : lines);
    if (!first) return [];
    const isMark = marks.length > 0;
    const { shot, take } = frame;
    const others = again(first);
    const parts = [
      `${lines.length} ${lines.length === 1 ? 'line' : 'lines'} read, letters ${first.confidence.toFixed(2)} sure`,
    ];
    if (others > 0) parts.push(`at the same place in ${others} other ${others === 1 ? 'shot' : 'shots'}`);
    const item = {
      shotId: shot.id,
      takeId: take.id,
      label: `“${first.text}”`,
      value: first.confidence,
      region: first.region,
    };
    return [
      {
        about: isMark ? 'watermark' : 'text',
        claimIds: [],
        factId: null,
        evidence: { items: [item], detail: parts.join('; ') },
        isMark,
        text: first.text,
      },
    ];
  },
  severity: () => 'medium',
  message: ({ isMark, text }) =>
    isMark
      ? `A watermark or signature seems to lie over this picture: “${text}”.`
      : `“${text}” is written in this picture, and nothing asks for writing.`,
  edits(finding, context) {
    const seed = newSeed(finding, BLAMELESS);
    const missing = UNWANTED.filter((word) => !says(context.negativePrompt, word));
    if (!context.can.negative || missing.length === 0) return seed;
    const insert = missing.join(', ');
    return [
      ...seed,
      makeEdit(finding, {
        kind: 'add-negative',
        reason: `Add “${insert}” to the negative prompt`,
        target: 'negative',
        insert,
        at: 'end',
      }),
    ];
  },
});

function askedFor({ shot, take, claims }: Frame): ReturnType<typeof writingAskedBy> {
  if (claims.some(({ kind, negated }) => kind === 'text' && !negated)) return 'asked';
  return writingAskedBy(`${shot.description}\n${take.prompt ?? ''}`);
}

const largestFirst = (lines: readonly Writing[]): Writing[] =>
  [...lines].sort((a, b) => b.region.width * b.region.height - a.region.width * a.region.height);
