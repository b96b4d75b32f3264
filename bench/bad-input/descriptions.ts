/** Descriptions of 48,000 characters that say the same little thing over and over: none may take the reader long. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '@models/storybook/world/index.js';
import { type Kind, unless } from './kind.js';

const LENGTH = { full: 48_000, small: 1500 };
const COUNT = { full: 80, small: 8 };
/** Processor seconds that a description may take. */
const LONGEST = 1;

/** What readers of text stumble over: brackets that never close, lists without end, names, marks, other scripts. */
const PARTS = [
  'a, ',
  'a girl, ',
  'a girl in a red coat. ',
  'a girl in a red coat, ',
  'fox. ',
  'Mira, ',
  'Mira and ',
  'red ',
  'of the ',
  'with a girl ',
  'who ',
  'is walking and ',
  'not ',
  'to the left of ',
  'at night ',
  'INT. HOUSE - DAY\n',
  'the sign reads ',
  'she says ',
  'numbers 1',
  '- a\n',
  'a: b, ',
  '{a|b}',
  '(a:1.2), ',
  '((a',
  '[',
  '<lora:a:1>',
  '"a',
  '“a ',
  '’s ',
  'A. B. ',
  '日本',
  'на ',
  '👩‍🎨',
  '\u0301',
  '\u202e',
  '.\n\t',
  '1',
];

/** A sentence without end before a great many short ones, and the same part, or two, again and again. */
function pathological(length: number, count: number): string[] {
  const random = seededRandom(11);
  const part = (): string => PARTS[Math.floor(random() * PARTS.length)] as string;
  const repeated = (one: string): string => one.repeat(Math.ceil(length / one.length)).slice(0, length);
  return [
    'red '.repeat(length / 20) + '. fox'.repeat(length / 6),
    ...PARTS.slice(0, count - 1).map(repeated),
    ...Array.from({ length: Math.max(0, count - 1 - PARTS.length) }, () => repeated(part() + part())),
  ];
}

export const descriptions: Kind = {
  name: 'descriptions without end',
  looks: false,
  // Each takes most of a second at its opening.
  opened: 120,
  seconds: 240,
  mebibytes: 900,
  async make(folder, full) {
    const [length, count] = full ? [LENGTH.full, COUNT.full] : [LENGTH.small, COUNT.small];
    const shots = pathological(length, count).map((description, at) => ({ shotId: at + 1, description }));
    const file = join(folder, 'shots.json');
    await writeFile(file, JSON.stringify({ shots }));
    return file;
  },
  wrong({ error, shots, read, slowest }, full) {
    const { text, processor } = slowest;
    const slow = `${processor.toFixed(2)} s of the processor for ${JSON.stringify(text)}`;
    return (
      unless(error === null && shots === (full ? COUNT.full : COUNT.small), `${shots} shots: ${error}`) ??
      unless(read === shots, `${read} read`) ??
      unless(!full || processor <= LONGEST, slow)
    );
  },
};
