import { describe, expect, it } from 'vitest';
import { doubled, type Mutant, outdated, scoresOf, table } from './score.js';

const mutant = (noticed: boolean, extra: Partial<Mutant> = {}): Mutant => ({
  file: 'a.ts',
  row: 1,
  line: 'return a > b;',
  becomes: 'a >= b',
  noticed,
  ...extra,
});
const named = { file: 'a.ts', line: 'return a > b;', becomes: 'a >= b', reason: 'a is never b' };

describe('the score of a rule file', () => {
  it('is the share that was noticed, with the worst file first', () => {
    const mutants = [
      mutant(true, { file: 'good.ts' }),
      mutant(true, { file: 'good.ts', byTimeout: true }),
      mutant(true),
      mutant(true),
      mutant(true),
      mutant(false, { row: 7 }),
    ];
    const [bad, good] = scoresOf(mutants, []);
    expect(bad).toMatchObject({ file: 'a.ts', planted: 4, noticed: 3, score: 0.75, byTimeout: 0 });
    expect(bad?.missed.map(({ row }) => row)).toEqual([7]);
    expect(good).toMatchObject({ file: 'good.ts', score: 1, byTimeout: 1, missed: [] });
  });

  it('leaves out what is named as equivalent, in that file, on that line, by that change only', () => {
    const mutants = [mutant(false), mutant(false, { becomes: 'a < b' }), mutant(true)];
    const [score] = scoresOf(mutants, [named, { ...named, file: 'b.ts', becomes: 'a < b' }]);
    expect(score).toMatchObject({ equivalent: 1, noticed: 1, score: 0.5 });
    expect(score?.missed.map(({ becomes }) => becomes)).toEqual(['a < b']);
  });

  it('names what stands in the list twice, each but the first', () => {
    const other = { ...named, becomes: 'a < b' };
    const again = { ...named, reason: 'said anew' };
    expect(doubled([named, other, again])).toEqual([again]);
  });

  it('counts as noticed what a test notices although it is named', () => {
    expect(scoresOf([mutant(true)], [named])[0]).toMatchObject({ noticed: 1, equivalent: 0, score: 1 });
  });

  it('says which names are outdated, of the files that were run', () => {
    const other = { ...named, file: 'not-run.ts' };
    const gone = { ...named, line: 'return b < a;' };
    expect(outdated([mutant(false)], [named, gone, other])).toEqual([gone]);
    expect(outdated([mutant(true)], [named])).toEqual([named]);
  });

  it('prints whether the bar of 85 % is met', () => {
    const of = (noticed: number) =>
      table(
        scoresOf(
          Array.from({ length: 20 }, (_, index) => mutant(index < noticed)),
          [],
        ),
      );
    expect(of(17)).toMatch(/a\.ts .* 85 % +met/);
    expect(of(16)).toMatch(/a\.ts .* 80 % +MISSED/);
  });

  it('says of a sample how many faults there are, and where the share of all of them lies', () => {
    const scores = scoresOf([...Array(18).fill(mutant(true)), mutant(false), mutant(false)], []);
    expect(table(scores, { 'a.ts': 200 })).toMatch(/a\.ts +20 of 200 .* 90 % \(70–97\) +met/);
  });

  it('tells apart what was cut off, and sums up all files', () => {
    const mutants = [
      ...Array(9).fill(mutant(true)),
      mutant(false, { isCut: true }),
      mutant(false, { file: 'b.ts' }),
      mutant(true, { file: 'b.ts' }),
    ];
    const [, first] = scoresOf(mutants, []);
    expect(first).toMatchObject({ file: 'a.ts', cut: 1, noticed: 9, score: 0.9 });
    const lines = table(scoresOf(mutants, [])).split('\n');
    expect(lines.find((line) => line.startsWith('a.ts'))).toMatch(/a\.ts +10 +9 +0 +0 +1 +90 % +met/);
    expect(lines.at(-1)).toBe('2 files, 1 of them at the bar; 10 of 12 faults noticed (83 %), 1 cut off');
  });
});
