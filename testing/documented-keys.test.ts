/** `docs/keys.md`: our keys are those of the table of actions, the counts are right, and nothing takes more here. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keyLabel } from '../renderer/actions/keys.js';
import { actionById } from '../renderer/actions/table.js';
import { rowsIn } from './documented-rows.js';

const text = readFileSync(new URL('../docs/keys.md', import.meta.url), 'utf8');
const rows = rowsIn(text).filter(([act]) => act !== '');

/** What each line is, in the table of actions; null: an export's, whose keys are in the table of formats. */
const ACTION: Readonly<Record<string, string | null>> = {
  'next shot': 'next-shot',
  'previous shot': 'previous-shot',
  'next take, or version': 'next-take',
  'two stars': 'stars-2',
  keep: 'keep-frame',
  'reject, in full screen': 'reject',
  'undecided again': 'unflag',
  'full screen': 'full-screen',
  'leave it': 'leave-full-screen',
  'compare two': 'compare-side',
  'from one of two to the other': 'flip',
  'one faintly over the other': 'compare-onion',
  '100 %, and back': 'zoom',
  'the whole picture': 'zoom',
  grid: 'view-grid',
  'play, stop': 'play',
  'play backwards': 'play-back',
  'a frame of film on': 'frame-on',
  captions: 'captions',
  draw: 'draw',
  undo: 'undo',
  redo: 'redo',
  'a note in words': 'note',
  'next note': 'next-note',
  find: 'filter',
  'a place earlier': 'move-earlier',
  'a new shot': 'add-shot',
  double: 'double-shots',
  'take out of the board': 'omit',
  'select all': 'select-all',
  export: null,
  open: 'open',
  'the list of keys': 'keys',
};

const keyIn = (cell = ''): string | null => /^`(.+)`$/.exec(cell)?.[1] ?? null;
const presses = (key: string): number => key.split(/\+(?=.)/).length;
const FEEDBACK_KEYS = ['Mod+E'];

it('has each act once, with a key that the table of actions has for it', () => {
  expect(rows.map(([act]) => act)).toEqual(Object.keys(ACTION));
  const wrong = rows.filter(([act = '', ours]) => {
    const id = ACTION[act];
    const keys = id ? actionById(id).keys : FEEDBACK_KEYS;
    return !keys.some((key) => keyLabel(key, false).replaceAll(' ', '+') === keyIn(ours));
  });
  expect(wrong).toEqual([]);
});

it('counts the keys of every press', () => {
  const wrong = rows.flatMap(([act, ...cells]) =>
    [0, 2, 4, 6].flatMap((at) => {
      const key = keyIn(cells[at]);
      return cells[at + 1] === (key ? String(presses(key)) : '') ? [] : [`${act}: ${cells[at]}`];
    }),
  );
  expect(wrong).toEqual([]);
  expect(presses('Ctrl+Shift+Z')).toBe(3);
});

it('takes no more keys here than elsewhere', () => {
  const more = rows.filter(([, , ours, ...others]) =>
    [others[1], others[3], others[5]].some((count) => count && Number(count) < Number(ours)),
  );
  expect(more.map(([act]) => act)).toEqual([]);
});
