/** Scores for a spreadsheet. */
import { feedbackOf } from '../feedback/feedback.js';
import type { Format } from '../format.js';
import { csvOf } from './rows.js';

export const csv: Format = {
  id: 'csv',
  name: 'a table of scores',
  extensions: [],
  recognises: async () => 0,
  write: {
    id: 'csv',
    title: 'Export a table (CSV)',
    help: 'scores',
    keys: [],
    suffix: '-scores.csv',
    makes: 'file',
    mediaType: 'text/csv',
    bytes: async (context) => Buffer.from(csvOf(feedbackOf(context))),
  },
};
