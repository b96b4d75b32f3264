import { bringForward, type EditContext, makeEdit, newSeed, notSaid } from '@core/edits/index.js';
import { type FrameStyle, styleExcuse } from '@core/measures/index.js';
import type { Edit, Finding } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { BoardAnswers } from '../board-answers.js';
import { byCertainty, claimFinding } from '../claim-finding.js';
import { type FindingRow, type Found, findingKind } from '../finding-kind.js';
import type { Frame } from '../frame.js';
import { alsoIn, notLike } from '../sentences.js';

const asked = claimFinding({
  kind: 'style-drift',
  answers: ({ kind }) => kind === 'style',
  severity: (found) => byCertainty(found, 'high'),
  message: ({ claim, elsewhere }) =>
    `${notLike(claim)}${alsoIn(elsewhere, (where) => ` The style is right in ${where}.`)}`,
  edits: bringForward,
});

interface Drift extends Found {
  readonly style: FrameStyle;
}

/** Spreads of the board from which a drift is grave rather than clear. */
const GRAVELY = 10;

const seen = findingKind<'style-drift', Drift>({
  kind: 'style-drift',
  find: drifts,
  severity: ({ style }) =>
    Math.max(0, ...style.measures.map(({ z }) => z ?? 0)) >= GRAVELY ? 'high' : 'medium',
  message: ({ style }) => driftSentence(style),
  edits: sayStyle,
});

/** The description's or the canon's style is missed, or the pixels say that a frame was drawn by another hand. */
export const styleDrift: FindingRow<'style-drift'> = {
  ...asked,
  detect: (frame, board) => [...asked.detect(frame, board), ...seen.detect(frame, board)],
  edits: (finding, context) => (finding.claimIds.length > 0 ? asked : seen).edits(finding, context),
};

/** Faults that leave nothing of a picture's colours to compare. */
const DROWNS: ReadonlySet<string> = new Set(['clippedLow', 'clippedHigh', 'colourRange']);

/** Beside another fault of the picture a drift is said too: it was flagged by what that fault cannot cause. */
function drifts(frame: Frame, board: BoardAnswers): Drift[] {
  const style = board.style(frame);
  if (!style?.flagged || board.quality(frame).some(({ name, flagged }) => flagged && DROWNS.has(name)))
    return [];
  const leaving = style.measures.filter(({ flagged }) => flagged);
  if (styleExcuse(style, frame.shot.description) !== null) return [];
  const items = (leaving.length > 0 ? leaving : style.measures.slice(0, 1)).map(({ name, z }) => ({
    shotId: frame.shot.id,
    takeId: frame.take.id,
    label: `${name}, away from the other shots`,
    value: z,
    region: null,
  }));
  return [
    {
      about: '',
      claimIds: [],
      factId: null,
      evidence: { items, detail: style.difference?.detail ?? '' },
      style,
    },
  ];
}

const COLOURING = new Set(['colour', 'tone', 'saturation']);

/** "This shot looks drawn in another style: it has rougher surfaces and more grain than the other shots." */
function driftSentence({ measures, difference }: FrameStyle): string {
  const leaving = measures.filter(({ flagged }) => flagged);
  const coloured = leaving.length > 0 && leaving.every(({ name }) => COLOURING.has(name));
  const what = coloured ? 'This shot is coloured in another way' : 'This shot looks drawn in another style';
  if (difference?.sign) return `This shot has left the style of the others: ${difference.sign.words}.`;
  const words = difference?.words ?? [];
  return words.length > 0 ? `${what}: it has ${words.join(' and ')} than the other shots.` : `${what}.`;
}

/** The style of the whole board, where the pixels and not a claim say that a frame left it. */
export function sayStyle(finding: Finding, context: EditContext): Edit[] {
  const phrase = context.styleBrief.trim().replace(/[.,;]+$/, '');
  if (!phrase)
    return newSeed(finding, 'Try another seed: the board has no style in words that the prompt could name');
  if (!says(context.reading.prompt, phrase))
    return [
      makeEdit(finding, {
        kind: 'add-style',
        reason: notSaid(phrase),
        insert: phrase,
        at: 'end',
      }),
    ];
  return newSeed(finding, 'Try another seed: the prompt names the style already');
}
