import { join } from 'node:path';
import type { Work } from '@core/jobs/index.js';
import { exportBoard } from './export-board.js';
import type { Exported, FormatWriter, WriteContext } from './format.js';
import { mustKeepBoard } from './keep-board.js';
import { saveExport } from './save-export.js';
import { stepsOf } from './steps.js';

/**
 * An export as the work of a job; saved at `path`, where there is one. `made` gets it once it is whole. Throws what the
 * writer throws, or DISK_FULL and the like from the disk.
 */
export const exportWork =
  (
    writer: FormatWriter,
    board: WriteContext,
    {
      choices = {},
      path,
    }: { readonly choices?: Readonly<Record<string, string>>; readonly path: string | null },
    made: (exported: Exported) => void,
  ): Work =>
  async (control) => {
    const step = stepsOf(control);
    const { review } = board.board;
    if (path !== null) await mustKeepBoard(review, [path]);
    const exported = await exportBoard(writer, board, choices, step);
    if (path !== null) {
      const { makes, files } = exported;
      if (makes === 'folder')
        await mustKeepBoard(
          review,
          files.map((file) => join(path, file.path)),
        );
      await saveExport(exported, path, step);
    }
    made(exported);
    return `${exported.name} is exported.`;
  };
