import { expect, it } from 'vitest';
import { changesTold, changeTold, SOURCE_AS_READ, type SourceChange, sourceState } from './index.js';

const change = (kind: SourceChange['kind'], from = '', to = ''): SourceChange => ({
  kind,
  number: kind === 'canon' ? '' : '3A',
  from,
  to,
});

it.each<[SourceChange, string, string]>([
  [change('new', '', 'a mule'), 'Shot 3A is new: a mule', '1 new shot'],
  [change('new'), 'Shot 3A is new', '1 new shot'],
  [change('gone', 'a mule'), 'Shot 3A is gone: a mule', '1 shot gone'],
  [change('gone'), 'Shot 3A is gone', '1 shot gone'],
  [
    change('known'),
    'Shot 3A, which was added here, is in the source now',
    '1 shot added here that the source has now',
  ],
  [change('moved'), 'Shot 3A has another place', '1 shot moved'],
  [change('play', '', 'out of play'), 'Shot 3A is now out of play', '1 shot in or out of play'],
  [change('replaced', '', 'b.png'), 'Shot 3A: another picture lies at b.png', '1 picture replaced'],
  [change('picture', '', 'b.png'), 'Shot 3A has a new picture, b.png', '1 new picture'],
  [change('pick', '', 'b.png'), 'Shot 3A: the picture that counts is now b.png', '1 pick'],
  [change('portrait', '', 'refs/a.png'), 'A reference picture of 3A: refs/a.png', '1 reference picture'],
  [change('portrait', 'refs/a.png'), 'A reference picture of 3A is gone: refs/a.png', '1 reference picture'],
  [change('canon'), 'Title, style or canon changed', '1 title, style or canon'],
  [change('description', 'a', 'b'), 'Shot 3A: description “a” is now “b”', '1 description'],
  [change('prompt', 'a', 'b'), 'Shot 3A: prompt “a” is now “b”', '1 prompt'],
  [change('negative', 'a', 'b'), 'Shot 3A: negative prompt “a” is now “b”', '1 negative prompt'],
  [
    change('details', '2.5 s', '9 s'),
    'Shot 3A: “2.5 s” is now “9 s”',
    '1 shot with another number, scene or duration',
  ],
])('%o is told as %s', (one, line, sum) => {
  expect([changeTold(one), changesTold([one])]).toEqual([line, sum]);
  const state = { changes: [one], problem: null };
  expect(sourceState.parse(state)).toEqual(state);
});

it('a source is as it was read until it is looked at again', () => {
  expect(SOURCE_AS_READ).toEqual({ changes: [], problem: null });
});

it('changes are summed up by kind, new shots first', () => {
  const all = (['prompt', 'canon', 'new', 'prompt', 'new', 'new', 'pick', 'pick'] as const).map((kind) =>
    change(kind),
  );
  expect(changesTold(all)).toBe('3 new shots, 2 prompts, 2 picks, 1 title, style or canon');
  expect(changesTold([])).toBe('');
});
