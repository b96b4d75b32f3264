import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analysed, drawnBoard, happening } from './testing/drawn-changes.js';
import { KnownBoard } from './testing/known-board.js';

const history = fc.record({
  records: drawnBoard,
  seed: fc.nat(1000),
  happenings: fc.array(happening, { minLength: 1, maxLength: 25 }),
});

function lived({ records, seed, happenings }: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const board = new KnownBoard(records);
  if (seed % 4 > 0) analysed(seed)(board);
  if (seed % 3 > 0) board.settled();
  for (const happen of happenings) happen(board);
  return board;
}

it('comes to what deriving all at once gives, whatever happened in whatever order, and tells how', () => {
  fc.assert(
    fc.property(history, (drawn) => {
      const board = lived(drawn);
      const derived = board.settled();
      expect(derived).toEqual(board.fromScratch());
      expect(board.told).toEqual(derived);
    }),
    { numRuns: 200 },
  );
}, 600_000);

it('says what would be found with another take as the pick, as if it were derived at once', () => {
  fc.assert(
    fc.property(history, fc.nat(100), (drawn, at) => {
      const board = lived(drawn);
      board.settled();
      const takes = Object.values(board.records.take);
      const take = takes[at % takes.length];
      // Of what is left out of play nothing is found; a picture of it that is made is judged all the same.
      if (!take || board.records.shot[take.shotId]?.omitted) return;
      const { findings } = board.fromScratch([take]);
      const open = (all: typeof findings) =>
        all
          .filter(({ shotId }) => shotId === take.shotId)
          .map(({ key, severity, dismissed }) => ({ key, severity, dismissed }));
      expect(open(board.derivation.findingsAsPick(take) ?? [])).toEqual(open(findings));
    }),
    { numRuns: 200 },
  );
}, 600_000);
