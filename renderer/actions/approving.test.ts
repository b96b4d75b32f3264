import type { Suggested } from '@shared/analysis.js';
import type { Shot } from '@shared/records/index.js';
import { boardOf, finding, suggestion, summary, take } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import type { Session } from '../stores/index.js';
import { desk } from './testing/desk.js';

const { overview } = boardOf(5, [1, 3]);

/** Something was found in shots 2 and 4, and of neither is it known what is suggested. */
function looking(session: Partial<Session> = {}) {
  const at = desk({ shotId: 's1', ...session }, {}, true, undefined, {
    overview: { ...overview, suggestions: {} },
  });
  return {
    ...at,
    /** Lets those go on that wait for something. */
    suggests: async (suggestions: Record<string, Suggested>) => {
      at.tell({ suggestions });
      await new Promise(setImmediate);
    },
  };
}

const AS_IT_IS = (n: number) => ({ type: 'approve-take', shotId: `s${n}`, takeId: `t${n}` });

it.each(['approve', 'approve-next'])('waits, at %s, for what is suggested, and shows that', async (id) => {
  const at = looking();
  const pressed = at.run(id);
  await at.suggests({});
  expect([at.sent, at.session().approving]).toEqual([[], ['s1']]);
  await at.suggests({ s1: suggestion(1) });
  await pressed;
  expect(at.sent, 'nobody has read it').toEqual([]);
  expect(at.happened).toEqual(['Shot 2 has a suggestion now. Read it, then approve.']);
  expect(at.session()).toMatchObject({ shotId: 's1', approving: [] });
  await at.run(id);
  expect(at.sent).toMatchObject([{ type: 'approve-suggestion', shotId: 's1' }]);
});

it('approves the frame as it is once it is known that nothing is suggested, however often it was asked to', async () => {
  const at = looking();
  const pressed = [at.run('approve'), at.run('approve')];
  await at.suggests({ s3: 'none' });
  expect(at.sent).toEqual([]);
  await at.suggests({ s1: 'none', s3: 'none' });
  await Promise.all(pressed);
  expect(at.sent).toEqual([AS_IT_IS(1)]);
  expect(at.session()).toMatchObject({ shotId: 's3', approving: [] });
});

it('waits for what is suggested for the pick, not for another take', async () => {
  const at = looking();
  const pressed = at.run('approve');
  await at.suggests({ s1: { ...suggestion(1), takeId: 't9' } });
  expect(at.session().approving).toEqual(['s1']);
  await at.suggests({ s1: 'none' });
  await pressed;
  expect(at.sent).toEqual([AS_IT_IS(1)]);
});

it('waits, when another take was picked, until it is known what is found in that one', async () => {
  const at = looking({ shotId: 's0' });
  const { shot } = at.state().document.records;
  at.add(take(9, { shotId: 's0', round: 1 }));
  // Nothing was found in the one before, and of this one nothing is told yet but its scores.
  at.tell({ summaries: { ...overview.summaries, t9: summary(0.9, { found: false }) } });
  at.change({ shot: { ...shot, s0: { ...shot.s0, pickId: 't9' } as Shot } });
  const pressed = at.run('approve');
  await at.suggests({});
  expect([at.sent, at.session().approving]).toEqual([[], ['s0']]);
  at.tell({ findings: { ...overview.findings, s0: [finding(0, { takeId: 't9' })] } });
  at.tell({ summaries: { ...overview.summaries, t9: summary(0.9) } });
  await at.suggests({});
  expect(at.sent, 'what is suggested for it is not known').toEqual([]);
  await at.suggests({ s0: 'none' });
  await pressed;
  expect(at.sent).toEqual([{ type: 'approve-take', shotId: 's0', takeId: 't9' }]);
});

it('approves nothing of a shot that was left meanwhile, and says so', async () => {
  const at = looking();
  const pressed = at.run('approve');
  await at.run('next-shot');
  await pressed;
  expect(at.happened).toEqual(['Shot 2 not approved: you went on before a suggestion was known.']);
  await at.suggests({ s1: 'none', s3: 'none' });
  expect(at.sent).toEqual([]);
  expect(at.session().approving).toEqual([]);
});

it('makes way for another decision on the shot', async () => {
  const at = looking();
  const pressed = at.run('approve');
  await at.run('approve-as-is');
  await pressed;
  await at.suggests({ s1: 'none', s3: 'none' });
  expect(at.sent).toEqual([AS_IT_IS(1)]);
  expect(at.happened).toEqual([]);
});

it('waits for all that are chosen, and decides on none before', async () => {
  const chosen = { selected: ['s0', 's1', 's3'] };
  const at = looking(chosen);
  const pressed = at.run('approve');
  await at.suggests({ s1: 'none' });
  expect(at.session().approving).toEqual(['s1', 's3']);
  await at.suggests({ s1: 'none', s3: 'none' });
  await pressed;
  expect(at.sent).toEqual([{ type: 'bulk', commands: [0, 1, 3].map(AS_IT_IS) }]);
  const other = looking(chosen);
  const again = other.run('approve');
  await other.suggests({ s1: suggestion(1), s3: suggestion(3) });
  await again;
  expect(other.sent).toEqual([]);
  expect(other.happened).toEqual(['2 shots have a suggestion now. Read them, then approve.']);
});

it('waits for a frame that was not looked at since the storyboard opened', async () => {
  const at = desk({ shotId: 's0' }, {}, true, undefined, {
    overview: { summaries: {}, findings: {}, suggestions: {} },
  });
  const pressed = at.run('approve');
  await new Promise(setImmediate);
  expect(at.sent).toEqual([]);
  at.tell(overview);
  await pressed;
  expect(at.sent).toEqual([AS_IT_IS(0)]);
});

it('waits for nothing where a suggestion could not be made, or nothing was found', async () => {
  const at = looking({ shotId: 's0' });
  await at.run('approve');
  expect(at.sent).toEqual([AS_IT_IS(0)]);
  const spent = desk({ shotId: 's1' }, { rounds: 0 }, true, undefined, {
    overview: { ...overview, suggestions: {} },
  });
  await spent.run('approve');
  expect(spent.sent).toEqual([AS_IT_IS(1)]);
  const dismissed = desk({ shotId: 's1' }, {}, true, undefined, {
    overview: { ...overview, findings: { s1: [finding(1, { dismissed: true })] }, suggestions: {} },
  });
  await dismissed.run('approve');
  expect(dismissed.sent).toEqual([AS_IT_IS(1)]);
});
