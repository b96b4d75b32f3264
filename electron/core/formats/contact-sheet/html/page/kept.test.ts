import { commentsFile } from '@shared/comments.js';
import { type Figure, figure } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { commentsIn, fileOf, type Kept, keptFrom, withDrawing } from './kept.js';

const SHOTS = [
  { id: 's1', number: '1', sha256: 'a'.repeat(64) },
  { id: 's2', number: '2', sha256: '' },
];
const AT = '2026-11-28T09:00:00.000Z';
const LATER = '2026-11-28T10:00:00.000Z';
const LINE: Figure = figure.parse({ kind: 'pen', points: [[0.1, 0.2, 0.5]], colour: 'red', size: 0.012 });

const kept = (more: Partial<Kept> = {}): Kept => ({ ...keptFrom(null), author: ' Ann ', ...more });
const sent = (of: Kept) =>
  commentsFile.parse(JSON.parse(fileOf({ id: 'b', title: 'Harbour' }, commentsIn(of, SHOTS)))).comments;

describe('what a client said', () => {
  it('is a file that is read, each comment with its author, shot and picture', () => {
    const texts = { s2: { text: ' Darker, please ', at: AT }, s1: { text: '  ', at: AT } };
    const pins = {
      s1: [
        { x: 0.25, y: 1, text: 'Here', at: LATER },
        { x: 0, y: 0, text: ' ', at: AT },
      ],
    };
    expect(sent(kept({ texts, pins }))).toEqual([
      {
        shotId: 's1',
        number: '1',
        sha256: 'a'.repeat(64),
        author: 'Ann',
        at: LATER,
        text: 'Here',
        place: { x: 0.25, y: 1 },
      },
      { shotId: 's2', number: '2', sha256: null, author: 'Ann', at: AT, text: 'Darker, please', place: null },
    ]);
    expect(fileOf({ id: 'b', title: '</script>' }, [])).toMatch(
      /^\{"format":"continuist-comments","version":2,/,
    );
  });

  it('is one comment of a shot with what is drawn there, and one without words where it is only drawn', () => {
    const drawn = withDrawing(withDrawing(kept(), 's1', [LINE], AT), 's1', [LINE, LINE], LATER);
    expect(sent(drawn)).toMatchObject([{ text: '', at: AT, drawing: [LINE, LINE], place: null }]);
    const both = { ...drawn, texts: { s1: { text: 'This', at: LATER } } };
    expect(sent(both)).toMatchObject([{ text: 'This', at: LATER, drawing: [LINE, LINE] }]);
    expect(sent(withDrawing(both, 's1', [], LATER))).toMatchObject([{ text: 'This' }]);
    expect(sent(withDrawing(drawn, 's1', [], LATER))).toEqual([]);
    expect(drawn.drawings.s1?.figures, 'nothing is changed in its place').toHaveLength(2);
  });

  it('is there again when the page is opened anew, also what a page of before kept, and nothing of anybody else', () => {
    const said = withDrawing(kept({ texts: { s1: { text: 'This', at: AT } } }), 's1', [LINE], AT);
    expect(keptFrom(JSON.stringify(said))).toEqual(said);
    const { drawings: _, ...before } = said;
    expect(keptFrom(JSON.stringify(before))).toEqual({ ...said, drawings: {} });
    for (const other of ['null', '3', '{"a":1}', '"texts"']) expect(keptFrom(other)).toEqual(keptFrom(null));
  });
});
