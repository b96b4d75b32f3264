import type { Shot } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import { desk } from './testing/desk.js';

/** Five shots, of which these are out of play. */
function without(left: readonly string[], ...more: Parameters<typeof desk>) {
  const made = desk(...more);
  const { shot } = made.state().document.records;
  const omitted = left.map((id) => [id, { ...(shot[id] as Shot), omitted: true }]);
  made.change({ shot: { ...shot, ...Object.fromEntries(omitted) } });
  return made;
}
const omit = (shotIds: readonly string[], isOmitted: boolean) => ({ type: 'omit-shots', shotIds, isOmitted });

describe('the key that leaves out of play', () => {
  it.each([
    ['one', [], { shotId: 's1' }, omit(['s1'], true), 'Shot 2 is left out of play.'],
    ['one that is out', ['s1'], { shotId: 's1' }, omit(['s1'], false), 'Shot 2 is in play again.'],
    [
      'several',
      ['s2'],
      { shotId: 's1', selected: ['s1', 's2', 's3'] },
      omit(['s1', 's3'], true),
      'Shots 2 and 4 are left out of play.',
    ],
    [
      'several that are out',
      ['s1', 's2'],
      { shotId: 's1', selected: ['s1', 's2'] },
      omit(['s1', 's2'], false),
      'Shots 2 and 3 are in play again.',
    ],
  ])('is of %s', async (_what, left, session, command, said) => {
    const made = without(left, session);
    expect(await made.run('omit')).toBe(true);
    expect(made.sent).toEqual([command]);
    expect(made.session().ordered).toBe(said);
  });

  it('does nothing where nothing may be changed, and says nothing where it was refused', async () => {
    const other = desk({ shotId: 's1' }, {}, true, undefined, { readOnly: 'Another window decides.' });
    expect(await other.run('omit')).toBe(false);
    const hidden = desk({ shotId: 's1', selected: ['s0', 's2'], filter: { ...NO_FILTER, show: 'flagged' } });
    await hidden.run('omit');
    expect([hidden.sent, hidden.session().ordered]).toEqual([[], '']);
    const refused = desk({ shotId: 's1' }, {}, false);
    await refused.run('omit');
    expect(refused.session().ordered).toBe('');
  });
});

describe('a shot that is out of play', () => {
  it('is not decided on, and not offered for approval', async () => {
    const all = ['s0', 's1', 's2', 's3', 's4'];
    const made = without(['s1'], { shotId: 's1' });
    for (const id of ['approve', 'approve-as-is', 'reject', 'hold', 'stars-3'])
      expect([id, await made.run(id)]).toEqual([id, false]);
    expect(await without(['s1'], { shotId: 's1' }).run('approve-all')).toBe(true);
    expect(await without(all, { shotId: 's1' }).run('approve-all')).toBe(false);
  });

  it('is passed over by the keys that look for what is flagged or waits', async () => {
    const made = without(['s1'], { shotId: 's0' });
    await made.run('next-flagged');
    expect(made.session().shotId).toBe('s3');
  });

  it('is not played: what plays begins with the next that is', async () => {
    const made = without(['s1'], { shotId: 's1', view: 'grid' });
    await made.run('play');
    // Shots 1 and 3 stand before and behind it, two seconds each.
    expect(made.session().head).toMatchObject({ at: 2 });
  });
});
