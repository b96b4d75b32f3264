import { EMPTY_DERIVED } from '@shared/analysis.js';
import type { Records } from '@shared/records/index.js';
import type { WriteContext, WriterContext, WrittenBoard } from '../format.js';

/** What a writer is given, for records that no application holds. */
export function contextOf(
  records: Records,
  board: Partial<WrittenBoard> & { readonly folder?: string } = {},
  changes: Partial<Omit<WriteContext, 'board'>> = {},
): WriteContext {
  const { folder = '/board', ...parts } = board;
  return {
    board: {
      review: { records, folder, skipped: [] },
      derived: EMPTY_DERIVED,
      judge: null,
      fileOf: async (take) => `${folder}/${take.path}`,
      ...parts,
    },
    version: '1.2.3',
    generator: 'storybook',
    frameRate: '24',
    now: 1_700_000_000_000,
    target: null,
    ...changes,
  };
}

/** The same with what was chosen, going on at every step; what the writer tells is added to `notes`. */
export const writerContextOf = (
  context: WriteContext,
  chosen: WriterContext['chosen'] = {},
  notes: string[] = [],
): WriterContext => ({
  ...context,
  chosen,
  step: async () => undefined,
  note: (text) => void notes.push(text),
});
