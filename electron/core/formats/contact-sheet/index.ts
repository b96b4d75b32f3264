/** Contact sheets: all shots on pages for people to look through, as PDF and as a page that a client comments in. */
import type { Format } from '../format.js';
import { htmlOf } from './html/sheet.js';
import { COLUMNS, PAPER, ROWS, SHOW } from './options.js';
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
    options: [COLUMNS, ROWS, SHOW, PAPER],
    makes: 'file',
    mediaType: 'application/pdf',
    bytes: pdfOf,
  },
};

export const contactSheetHtml: Format = {
  id: 'contact-sheet-html',
  name: 'a contact sheet',
  extensions: [],
  recognises: async () => 0,
  write: {
    id: 'html',
    title: 'Export a page to comment in (HTML)',
    help: 'a contact sheet that a client opens in a browser and comments in',
    keys: [],
    suffix: '-contact-sheet.html',
    options: [COLUMNS, SHOW],
    makes: 'file',
    mediaType: 'text/html',
    bytes: (context) => htmlOf(context),
  },
};
