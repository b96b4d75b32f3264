/** What is chosen about a contact sheet. */
import type { WriterOption } from '../format.js';

const upTo8 = Array.from({ length: 8 }, (_, at) => {
  const value = String(at + 1);
  return { value, title: value };
});

export const COLUMNS: WriterOption = {
  id: 'columns',
  title: 'Columns',
  help: 'frames across a contact sheet',
  choices: upTo8,
  otherwise: '3',
};

export const ROWS: WriterOption = {
  id: 'rows',
  title: 'Rows',
  help: 'frames down a page',
  choices: upTo8,
  otherwise: '2',
};

export const SHOW: WriterOption = {
  id: 'show',
  title: 'Show',
  help: 'what a contact sheet says of each frame',
  choices: [
    { value: 'all', title: 'Everything' },
    { value: 'descriptions', title: 'Descriptions and notes' },
    { value: 'pictures', title: 'Pictures alone' },
  ],
  otherwise: 'all',
};

export const PAPER: WriterOption = {
  id: 'paper',
  title: 'Paper',
  help: 'of the pages, landscape',
  choices: [
    { value: 'a4', title: 'A4' },
    { value: 'letter', title: 'Letter' },
  ],
  otherwise: 'a4',
};

/** Width and height in points of 1/72 inch: ISO 216 and ANSI/ASME Y14.1, landscape. */
export const PAPER_SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a4: [841.89, 595.28],
  letter: [792, 612],
};
