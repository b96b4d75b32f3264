import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { boardOf } from '@testing/derived-board.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allActions } from '../actions/index.js';
import { EMPTY_MIRROR, INITIAL_SESSION } from '../stores/index.js';
import { ranked, scoreOf } from './rank.js';

const state = {
  document: { ...EMPTY_MIRROR, open: true, ...boardOf(3, [1]) },
  session: { ...INITIAL_SESSION, shotId: 's1' },
  settings: { ...DEFAULT_SETTINGS, automatic: true },
};
/** What the palette offers on an open board. */
const OFFERED = allActions(state).filter((action) => !action.keyOnly && action.enabled(state));
const idsFor = (typed: string) => ranked(OFFERED, typed).map(({ entry }) => entry.id);

describe('how well an entry is met', () => {
  const score = (typed: string, title = 'Analyse this shot again', words = 'judge') =>
    scoreOf({ title, words }, typed);

  it('is nothing where a word is met by nothing, or nothing was typed', () => {
    expect(score('zebra')).toBe(0);
    expect(score('shot zebra')).toBe(0);
    expect(score('  ')).toBe(0);
  });

  it('counts whole words above beginnings, those above middles, and the title above other words', () => {
    const falling = [score('shot'), score('sho'), score('judge'), score('jud'), score('hot'), score('udge')];
    expect(falling.every((one) => one > 0)).toBe(true);
    expect([...falling].sort((a, b) => b - a)).toEqual([
      score('shot'),
      score('sho'),
      score('judge'),
      score('jud'),
      score('hot'),
      score('udge'),
    ]);
    expect(new Set(falling).size).toBe(falling.length - 1);
  });

  it('counts every word that was typed, in any order and case', () => {
    expect(score('AGAIN shot')).toBe(score('shot again'));
    expect(score('shot again')).toBe(4);
    expect(score('shot aga')).toBe(3.5);
  });

  it('is met by every title as it is written', () => {
    for (const entry of OFFERED) expect(scoreOf(entry, entry.title), entry.title).toBeGreaterThan(0);
    expect(score('sheet (PDF)', 'Export a contact sheet (PDF)…')).toBe(4);
  });

  it('is highest where the title begins as typed', () => {
    expect(score('analyse')).toBe(6);
    expect(score('analyse th')).toBe(5.5);
    expect(score('again')).toBe(4);
  });
});

describe('the palette', () => {
  it('finds what it is asked for', () => {
    for (const [typed, id] of [
      ['analyse', 'analyse'],

      ['grid', 'view-grid'],
      ['hold', 'hold'],
      ['full', 'full-screen'],
      ['sort stars', 'sort-stars'],
      ['models', 'models'],
      ['generators', 'generators'],
      ['theme', 'theme'],
    ] as const)
      expect([typed, idsFor(typed)[0]]).toEqual([typed, id]);
  });

  it('has settings for the words that an artist looks for one by', () => {
    const offered = (typed: string) =>
      ranked(OFFERED, typed)
        .filter(({ entry }) => entry.isSetting)
        .map(({ entry }) => entry.id);
    for (const [typed, id] of [
      ['automatic', 'limits'],
      ['rounds', 'limits'],
      ['generator', 'generator'],
      ['judge', 'judge'],
      ['model', 'models'],
      ['device', 'models'],
      ['comfyui', 'generators'],
      ['address', 'generators'],
      ['theme', 'theme'],
      ['dark', 'theme'],
      ['shortcut', 'keys'],
      ['name', 'settings'],
    ] as const)
      expect([typed, offered(typed)]).toEqual([typed, expect.arrayContaining([id])]);
  });

  it('never puts what starts work first for a word that names a setting, however little is typed', () => {
    const settings = OFFERED.filter(({ isSetting }) => isSetting);
    const words = settings.flatMap(({ title, words = '' }) => `${title} ${words}`.match(/\p{L}+/gu) ?? []);
    expect(words.length).toBeGreaterThan(20);
    for (const word of words)
      for (let length = 1; length <= word.length; length++) {
        const typed = word.slice(0, length);
        const [first] = ranked(OFFERED, typed);
        expect([typed, first && Boolean(first.entry.startsWork)]).toEqual([typed, false]);
      }
  });

  it('still finds the work by its own name, also behind a setting', () => {
    expect(idsFor('start an automatic run')[0]).toBe('automatic');
    expect(idsFor('automatic')).toContain('automatic');
    expect(OFFERED.filter(({ startsWork }) => startsWork).map(({ id }) => id)).toEqual([
      'analyse',
      'analyse-shot',
      'analyse-again',
      'automatic',
    ]);
  });

  it('puts the best first and leaves out what is not met', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'sh', 'sort', 'compare w', 'take', 'st', '4 stars', 'zz'), (typed) => {
        const found = ranked(
          OFFERED.filter(({ isSetting }) => !isSetting),
          typed,
        );
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).sort((a, b) => b - a),
        );
        expect(found.every(({ entry }) => scoreOf(entry, typed) > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
