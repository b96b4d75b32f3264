import { commentsFile } from '@shared/comments.js';
import { type Figure, figure } from '@shared/records/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Steps } from './easel.js';
import { commentsIn, fileOf, type Kept, keptFrom, storedFrom, withDrawing } from './kept.js';

const SHOTS = [
  { id: 's1', number: '1', sha256: 'a'.repeat(64) },
  { id: 's2', number: '2', sha256: '' },
];
const AT = '2026-11-28T09:00:00.000Z';
const LATER = '2026-11-28T10:00:00.000Z';
const LINE: Figure = figure.parse({ kind: 'pen', points: [[0.1, 0.2, 0.5]], colour: 'red', size: 0.012 });

const kept = (more: Partial<Kept> = {}): Kept => ({ ...keptFrom(null), author: ' Ann ', ...more });
const draw = (of: Kept, figures: readonly Figure[], at: string, steps: Steps = []) =>
  withDrawing(of, 's1', { figures, at, steps });
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
    const drawn = draw(draw(kept(), [LINE], AT), [LINE, LINE], LATER);
    expect(sent(drawn)).toMatchObject([{ text: '', at: AT, drawing: [LINE, LINE], place: null }]);
    const both = { ...drawn, texts: { s1: { text: 'This', at: LATER } } };
    expect(sent(both)).toMatchObject([{ text: 'This', at: LATER, drawing: [LINE, LINE] }]);
    expect(sent(draw(both, [], LATER))).toMatchObject([{ text: 'This' }]);
    expect(sent(draw(drawn, [], LATER))).toEqual([]);
    expect(drawn.drawings.s1?.figures, 'nothing is changed in its place').toHaveLength(2);
  });

  it('is there again when the page is opened anew, also what a page of before kept, and nothing of anybody else', () => {
    const said = draw(kept({ texts: { s1: { text: 'This', at: AT } } }), [LINE], AT);
    expect(keptFrom(storedFrom(said))).toEqual(said);
    const { drawings: _, ...before } = said;
    expect(keptFrom(JSON.stringify(before))).toEqual({ ...said, drawings: {} });
    for (const other of ['null', '3', '{"a":1}', '"texts"']) expect(keptFrom(other)).toEqual(keptFrom(null));
  });

  it('is drawn no more where all was taken away, which can be taken back', () => {
    const gone = draw(draw(kept(), [LINE], AT), [], AT, [[], [LINE]]);
    expect(sent(gone)).toEqual([]);
    expect(keptFrom(storedFrom(gone)).drawings.s1?.steps).toEqual([[], [LINE]]);
    expect(draw(gone, [LINE], LATER, [[]]).drawings.s1?.at, 'it is begun anew').toBe(LATER);
  });

  it('keeps what can be taken back, each figure once however many steps have it', () => {
    const figures = Array.from({ length: 8 }, (_, n): Figure => ({ ...LINE, size: 0.01 + n / 1e4 }));
    const some = fc.array(fc.nat({ max: 7 }), { maxLength: 12 });
    const list = (places: readonly number[]) => places.map((place) => figures[place] as Figure);
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 30 }), (now, before) => {
        const drawn = draw(kept(), list(now), AT, before.map(list));
        const stored = storedFrom(drawn);
        expect(keptFrom(stored)).toEqual(drawn);
        const different = new Set([...now, ...before.flat()]).size;
        const again = now.length - new Set(now).size;
        expect(stored.split('"pen"').length - 1).toBe(different + again);
        expect(keptFrom(storedFrom(drawn, false)).drawings.s1 ?? {}).not.toHaveProperty('steps');
      }),
      { numRuns: 200 },
    );
  });
});
