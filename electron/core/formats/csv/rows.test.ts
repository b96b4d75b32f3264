import { EMPTY_DERIVED, type TakeAnalysis } from '@shared/analysis.js';
import type { Records, Request } from '@shared/records/index.js';
import { aBoard, aNote } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackOf } from '../feedback/feedback.js';
import { contextOf } from '../testing/context.js';
import { aFinding } from '../testing/findings.js';
import { csvOf } from './rows.js';

/** The fields of an RFC 4180 text. */
function fieldsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') continue;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const records = aBoard(4);
const request = (state: Request['state']) => ({ id: state, shotId: 'shot-2', state }) as Request;
const analysed = {
  takeId: 'take-2',
  scores: { description: 0.876, style: 1, characters: null, quality: 0 },
  verdicts: [] as TakeAnalysis['verdicts'],
} as TakeAnalysis;

function rowOf(all: Records, shot: number, analysis = analysed): Record<string, string> {
  const findings = [
    aFinding(2, 'soft, "grey"'),
    aFinding(2, 'known', { dismissed: true }),
    aFinding(2, 'dark'),
  ];
  const derived = { ...EMPTY_DERIVED, findings, analyses: { 'take-2': analysis } };
  const [header = [], ...rows] = fieldsOf(csvOf(feedbackOf(contextOf(all, { derived }))));
  expect(rows).toHaveLength(4);
  return Object.fromEntries(header.map((name, at) => [name, rows[shot]?.[at] ?? '']));
}

describe('the scores as CSV', () => {
  it('have a row a shot, with what is open and what was made, and an empty cell for what was not judged', () => {
    const ordered = { a: request('done'), b: request('failed'), c: request('done') };
    const comment = {
      b: aNote('b', { shotId: 'shot-2', at: Date.UTC(2026, 10, 29), text: 'Good now' }),
      a: aNote('a', { shotId: 'shot-2' }),
    };
    expect(rowOf({ ...records, comment, request: ordered }, 2)).toEqual({
      number: '3',
      scene: 'Harbour',
      status: 'pending',
      description_score: '88',
      style_score: '100',
      characters_score: '',
      quality_score: '0',
      findings: 'soft, "grey" | dark',
      rounds: '2',
      picture: 'frames/2.png',
      description: 'Mira waits under a red umbrella',
      note: '',
      comments: 'Ann, 2026-11-28: Darker, please\nAnn, 2026-11-29: Good now',
      not_judged: '',
    });
  });

  it('say why nothing was judged, so that an empty cell is not read as praise', () => {
    const verdicts = [{ outcome: 'not-judged', reason: 'of another world' }] as TakeAnalysis['verdicts'];
    expect(rowOf(records, 2, { ...analysed, verdicts }).not_judged).toBe('of another world');
  });

  it('have empty cells for a shot without a scene and without a picture', () => {
    const bare = { ...records.shot['shot-0'], scene: null, pickId: null } as Records['shot'][string];
    const row = rowOf({ ...records, shot: { ...records.shot, 'shot-0': bare } }, 0);
    expect(row).toMatchObject({ scene: '', picture: '', description_score: '', findings: '', rounds: '0' });
  });

  const withNote = (note: string): string => {
    const shot = { ...records.shot['shot-0'], note } as Records['shot'][string];
    return csvOf(feedbackOf(contextOf({ ...records, shot: { ...records.shot, 'shot-0': shot } })));
  };

  it('give any text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/^[=+\-@\t\r]/.test(text));
        expect(fieldsOf(withNote(text))[1]?.at(-3)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@x', '\tx'])('keep %j a text, no formula', (text) => {
    expect(fieldsOf(withNote(text))[1]?.at(-3)).toBe(`'${text}`);
  });
});
