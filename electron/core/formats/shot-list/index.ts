/** Lists of shots in tables, as people keep them: CSV, TSV and Markdown. */
import type { Format } from '../format.js';
import { MARKDOWN, readShotList, tableIn } from './read.js';

const EXTENSIONS = ['.csv', '.tsv', '.tab', ...MARKDOWN];

export { COLUMN_MEANINGS } from './columns.js';

export const shotList: Format = {
  id: 'shot-list',
  name: 'a shot list',
  extensions: EXTENSIONS,
  async recognises(input) {
    if (!EXTENSIONS.includes(input.extension)) return 0;
    try {
      const table = await tableIn(input);
      return table && table.rows.length > 0 ? 0.6 : 0;
    } catch {
      // It is damaged, which reading it says.
      return 0.1;
    }
  },
  read: readShotList,
};
