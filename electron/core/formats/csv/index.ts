/** Scores for a spreadsheet. */
import { feedbackInSteps } from '../feedback/in-steps.js';
import type { Format } from '../format.js';
import { noteOnOmitted } from '../in-play.js';
import { csvOf, isOwn } from './rows.js';

/** Without it, spreadsheets read accents wrongly. */
const BYTE_ORDER_MARK = '\uFEFF';

export const csv: Format = {
  id: 'csv',
  name: 'a table of scores',
  extensions: ['.csv'],
  async recognises(input) {
    if (input.extension !== '.csv') return 0;
    return isOwn(await input.text().catch(() => '')) ? 1 : 0;
  },
  write: {
    id: 'csv',
    title: 'Export a table (CSV)',
    help: 'scores',
    keys: [],
    suffix: '-scores.csv',
    makes: 'file',
    mediaType: 'text/csv',
    bytes: async (context) => {
      noteOnOmitted(context);
      return Buffer.from(`${BYTE_ORDER_MARK}${csvOf(await feedbackInSteps(context))}`);
    },
  },
};
