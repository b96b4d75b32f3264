import { boardOf, shot } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { moreThan, offered, shotsOffered, stillOffered } from './offered.js';
import type { ShotView } from './shot-view.js';

/** Shots 1 and 3 have a suggestion, 2 is approved, in 4 nothing was found. */
function views(): readonly ShotView[] {
  const { records, overview } = boardOf(5, [1, 3]);
  const all = joinBoardView(
    { ...records, shot: { ...records.shot, s2: shot(2, { status: 'approved' }) } },
    overview,
    3,
  ).views;
  return all.map((view) => (view.shot.id === 's4' ? { ...view, sign: 'ok' } : { ...view }));
}
const ids = (of: readonly ShotView[]) => of.map(({ shot }) => shot.id);

describe('what approving all decides on', () => {
  it('is what waits with a new prompt, what was approved elsewhere, and what nothing was found in', () => {
    const [first, second, third, fourth, fifth] = views() as [
      ShotView,
      ShotView,
      ShotView,
      ShotView,
      ShotView,
    ];
    const again = { id: 'r', state: 'elsewhere' } as NonNullable<ShotView['again']>;
    const of = offered([{ ...first, sign: 'unjudged' }, second, third, { ...fourth, again }, fifth], {});
    expect([ids(of.orders), ids(of.again), ids(of.clean)]).toEqual([['s1'], ['s3'], ['s4']]);
    expect(ids(shotsOffered(of))).toEqual(['s1', 's3', 's4']);
  });

  it('tells apart what came in after it was listed', () => {
    const all = views();
    const listed = shotsOffered(offered(all.slice(0, 3), {}));
    expect(ids(listed)).toContain('s1');
    const more = moreThan(listed, all, {});
    expect([ids(more.orders), ids(more.clean)]).toEqual([['s3'], ['s4']]);
    expect(shotsOffered(moreThan([...listed, ...shotsOffered(more)], all, {}))).toEqual([]);
    // What is listed stays so, whatever became of it.
    const decided = all.map((view) => ({ ...view, shot: { ...view.shot, status: 'on-hold' as const } }));
    expect(shotsOffered(moreThan(listed, decided, {}))).toEqual([]);
  });

  it('takes no frame for right in which something was found after it was listed, and offers it anew', () => {
    const all = views();
    const listed = offered(
      all.map((view) =>
        view.shot.id === 's1' ? { ...view, findings: [], suggestion: null, sign: 'ok' } : view,
      ),
      {},
    );
    expect(ids(listed.clean)).toEqual(['s0', 's1', 's4']);
    const still = stillOffered(listed, all);
    expect([ids(still.orders), ids(still.clean)]).toEqual([['s3'], ['s0', 's4']]);
    expect(ids(moreThan(shotsOffered(still), all, {}).orders)).toEqual(['s1']);
    expect(stillOffered(listed, all.slice(2)), 'what a filter hides stays').toBe(listed);
  });
});
