import type { Board } from '@core/board/index.js';
import type { ExportKind } from '@shared/contract/index.js';
import type { Feedback } from '@shared/feedback.js';
import type { GeneratorId } from '@shared/records/index.js';
import { csvOf } from './csv.js';
import { feedbackOf } from './feedback.js';
import { revisedShots } from './revised-shots.js';

export { feedbackSchema } from './schema.js';

export interface ExportContext {
  readonly version: string;
  readonly generator: GeneratorId;
}

export interface ExportedText {
  /** A file name to offer. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

export function feedbackOfBoard(board: Board, { version, generator }: ExportContext): Feedback {
  const { review, derived, judge } = board;
  return feedbackOf({ records: review.records, derived, judge, generator, version, now: Date.now() });
}

/** Throws BAD_FILE when the shots file that the board was opened from can no longer be read. */
export async function exportText(
  board: Board,
  kind: ExportKind,
  context: ExportContext,
): Promise<ExportedText> {
  const stem = fileStem(Object.values(board.review.records.storyboard)[0]?.title ?? 'storyboard');
  if (kind === 'shots') {
    return {
      name: `${stem}-revised-shots.json`,
      mediaType: 'application/json',
      text: await revisedShots(board),
    };
  }
  const feedback = feedbackOfBoard(board, context);
  return kind === 'csv'
    ? { name: `${stem}-scores.csv`, mediaType: 'text/csv', text: csvOf(feedback) }
    : {
        name: `${stem}-feedback.json`,
        mediaType: 'application/json',
        text: `${JSON.stringify(feedback, null, 2)}\n`,
      };
}

/** Letters, digits and dashes only, so that it is a file name everywhere. */
const fileStem = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'storyboard';
