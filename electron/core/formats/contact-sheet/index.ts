/** Contact sheets: all shots on pages for people to look through. */
import type { Format } from '../format.js';
import { COLUMNS, PAPER, ROWS } from './options.js';
import { pdfOf } from './pdf/sheet.js';

export const contactSheetPdf: Format = {
  id: 'contact-sheet-pdf',
  name: 'a contact sheet',
  extensions: [],
  recognises: async () => 0,
  write: {
    id: 'pdf',
    title: 'Export a contact sheet (PDF)',
    help: 'a contact sheet to print',
    keys: [],
    suffix: '-contact-sheet.pdf',
    options: [COLUMNS, ROWS, PAPER],
    makes: 'file',
    mediaType: 'application/pdf',
    bytes: pdfOf,
  },
};
