import { anApproval } from '@testing/approval.js';
import { markOf, orderIn, set } from '@testing/out-of-date.js';
import { aBoard, aDecision, aFact, aShot, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, changeOf, type Inputs } from '../commands/index.js';
import {
  applyDiff,
  type Records,
  type RecordsDiff,
  type Request,
  reverseDiff,
  type Take,
} from '../records/index.js';
import { wordsNow } from './basis-of.js';
import { factsOnBoard, isOutdated, orderOutOfDate, shotParts } from './index.js';
import { standsFor } from './stands-for.js';

const board: Records = {
  ...aBoard(3),
  fact: {
    mira: aFact('mira'),
    later: { ...aFact('later'), statement: 'a girl in a green hat', firstShotId: 'shot-2' },
    bo: { ...aFact('bo'), name: 'Bo', aliases: [], statement: 'a boy' },
    ink: { ...aFact('ink'), subject: 'style', name: '', aliases: [], statement: 'an ink drawing' },
  },
};

const inputs: Inputs = { id: 'new', at: 2_000, who: 'Ada', generator: 'storybook', rounds: 5 };
let sent = 0;
const diffOf = (records: Records, command: Command): RecordsDiff =>
  changeOf(records, command, { ...inputs, id: `c${++sent}`, at: inputs.at + sent });
const apply = (records: Records, ...commands: Command[]): Records =>
  commands.reduce((now, command) => applyDiff(now, diffOf(now, command)), records);

const approval = anApproval({ answers: ['coat'] });
const describeIt = (description: string): Command => ({
  type: 'edit-description',
  shotId: 'shot-0',
  description,
});
const ordered = apply(board, approval);

it('gives the same facts until one of them or an end of their stretches is elsewhere', () => {
  const facts = factsOnBoard(board);
  expect(factsOnBoard(set(board, 'shot', 'shot-2', { note: 'soon' }))).toBe(facts);
  const moved = factsOnBoard(set(board, 'shot', 'shot-2', { position: 7 }));
  expect(moved.map(({ id, from }) => [id, from])).toContainEqual(['later', 7]);
  const until = set(board, 'fact', 'bo', { lastShotId: 'shot-1' });
  factsOnBoard(until);
  const ended = factsOnBoard(set(until, 'shot', 'shot-1', { position: 9 }));
  expect(ended.map(({ id, to }) => [id, to])).toContainEqual(['bo', 9]);
  expect(factsOnBoard(set(board, 'fact', 'bo', { statement: 'a man' }))).not.toBe(facts);
  // Several commands at once are tried on tables that are changed in place.
  const tried = { shot: board.shot, fact: { ...board.fact } };
  expect(factsOnBoard(tried)).toHaveLength(4);
  Reflect.deleteProperty(tried.fact, 'bo');
  expect(factsOnBoard(tried)).toHaveLength(3);
});

describe('what an approval is given for', () => {
  const facts = [
    { ...aFact('mira'), from: null, to: null },
    { ...aFact('bo'), name: 'Bo', aliases: [], statement: 'a boy', from: null, to: null },
    { ...aFact('ann'), name: 'Ann', aliases: [], statement: 'a nurse', from: null, to: null },
    { ...aFact('hat'), statement: 'has a hat', from: null, to: null },
  ];
  const canon = (all: typeof facts) =>
    wordsNow({ shot: { ...aShot(0), description: 'Mira, Bo and Ann wait' }, facts: all }).canon;

  it('is the canon whatever the order of its facts is', () => {
    const names = canon(facts).map(([name]) => name);
    expect(names).toEqual(['Ann', 'Bo', 'Mira']);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 4 }), (all) => {
        expect(canon(all)).toEqual(canon(facts));
      }),
      { numRuns: 24 },
    );
    expect(canon(facts.slice(0, 3))).not.toEqual(canon(facts));
  });

  it('is the picture that lies where that of its take lay', () => {
    const shot = { ...aShot(0), pickId: 'pick' };
    const own = { ...aTake(0), id: 'own', createdAt: 5 };
    const pick = { ...aTake(0), id: 'pick', path: 'frames/other.png', createdAt: 9 };
    const stands = (other: Partial<Take>, of: Partial<Take> = {}) =>
      standsFor({ shot, takes: [pick, { ...own, ...of }, { ...own, id: 'other', ...other }] }, 'own')?.id;
    expect([stands({ createdAt: 6 }), stands({ createdAt: 5 }), stands({ createdAt: 4 })]).toEqual([
      'other',
      'own',
      'own',
    ]);
    // Of two that came at once, the one that is picked.
    const twins = [own, { ...own, id: 'pick' }];
    expect(standsFor({ shot, takes: twins }, 'own')?.id).toBe('pick');
    expect(standsFor({ shot, takes: twins.toReversed() }, 'pick')?.id).toBe('pick');
    // What a generator wrote there is no picture of the source, and is not replaced by one.
    const origin = { kind: 'regenerated', fromTakeId: 'own', requestId: 'r' } as const;
    expect(stands({ createdAt: 6, origin })).toBe('own');
    expect(stands({ createdAt: 6 }, { origin })).toBe('own');
    expect(standsFor({ shot, takes: [pick] }, 'own')).toBe(pick);
    expect(standsFor({ shot, takes: [] }, 'own')).toBeNull();
    // It was approved for no picture.
    expect(standsFor({ shot, takes: [pick, own] }, null)).toBeNull();
  });
});

describe('an order', () => {
  it('counts while nothing that it was approved for changes', () => {
    expect(markOf(ordered)).toBeNull();
    expect(isOutdated(ordered)(orderIn(ordered))).toBe(false);
    const elsewhere: readonly Command[] = [
      { type: 'edit-description', shotId: 'shot-1', description: 'Another shot' },
      { type: 'put-fact', fact: { ...aFact('bo'), name: 'Bo', aliases: [], statement: 'a man' } },
      { type: 'put-fact', fact: { ...aFact('later'), statement: 'a girl', firstShotId: 'shot-2' } },
      { type: 'set-note', shotId: 'shot-0', note: 'A note' },
      { type: 'dismiss-finding', shotId: 'shot-0', key: 'other', reason: '' },
    ];
    for (const command of elsewhere) expect(markOf(apply(ordered, command))).toBeNull();
  });

  it.each<[Command, string]>([
    [describeIt('Bo waits'), 'The description changed after you approved this. Look again.'],
    [
      { type: 'put-fact', fact: { ...aFact('mira'), statement: 'a girl in a blue coat' } },
      'The canon of Mira changed after you approved this. Look again.',
    ],
    [
      { type: 'remove-fact', factId: 'ink' },
      'The style in the canon changed after you approved this. Look again.',
    ],
    [
      { type: 'edit-prompt', shotId: 'shot-0', prompt: 'a girl', negativePrompt: '' },
      'The prompt changed after you approved this. Look again.',
    ],
    [
      { type: 'dismiss-finding', shotId: 'shot-0', key: 'coat', reason: '' },
      'You dismissed what this was to mend after you approved this. Look again.',
    ],
  ])('counts no more after %o', (command, words) => {
    const changed = apply(ordered, command);
    expect(markOf(changed)).toBe(words);
    expect(isOutdated(changed)(orderIn(changed))).toBe(true);
  });

  it('counts no more where its picture was replaced in the source, and again where that is put back', () => {
    const from = board.take['take-0'] as Take;
    const other = { ...from, id: 'take-0.2', sha256: 'f'.repeat(64), createdAt: from.createdAt + 1 };
    const replaced = set(set(ordered, 'take', other.id, other), 'shot', 'shot-0', { pickId: other.id });
    expect(markOf(replaced)).toBe('The picture was replaced after you approved this. Look again.');
    const again = apply(replaced, { type: 'approve-again', requestId: orderIn(replaced).id });
    expect(orderIn(again).fromTakeId).toBe(other.id);
    expect(markOf(again)).toBeNull();
    expect(markOf(set(replaced, 'take', 'take-0', { createdAt: from.createdAt + 2 }))).toBeNull();
  });

  it('is not outdated by a picture that came in beside its own', () => {
    const from = board.take['take-0'] as Take;
    const other = { ...from, sha256: 'f'.repeat(64), createdAt: from.createdAt + 1 };
    const beside = set(ordered, 'take', 'other', { ...other, id: 'other', path: 'frames/other.png' });
    expect(markOf(beside)).toBeNull();
  });

  it('has the pick’s picture where its own take is gone', () => {
    const { 'take-0': from, ...others } = ordered.take;
    const again = (sha256: string): Records => {
      const take = { ...others, again: { ...(from as Take), id: 'again', sha256 } };
      return set({ ...ordered, take }, 'shot', 'shot-0', { pickId: 'again' });
    };
    expect(markOf(again(from?.sha256 ?? ''))).toBeNull();
    expect(markOf(again('f'.repeat(64)))).toContain('The picture was replaced');
  });

  it('counts no more either while it waits for a yes on this machine', () => {
    const elsewhere = set(ordered, 'request', orderIn(ordered).id, { state: 'elsewhere' });
    const changed = apply(elsewhere, describeIt('Bo waits'));
    expect([isOutdated(elsewhere)(orderIn(elsewhere)), isOutdated(changed)(orderIn(changed))]).toEqual([
      false,
      true,
    ]);
  });

  it('is not kept by an approval of those words that came before it', () => {
    const twice = apply(ordered, { ...approval, prompt: 'GREEN umbrella' });
    const last = Object.values(twice.request).find(({ prompt }) => prompt === 'GREEN umbrella') as Request;
    const back: Command = {
      type: 'edit-prompt',
      shotId: 'shot-0',
      prompt: 'RED umbrella',
      negativePrompt: '',
    };
    expect([isOutdated(twice)(last), isOutdated(apply(twice, back))(last)]).toEqual([false, true]);
  });

  it('names what comes first in the chain', () => {
    const all = apply(
      ordered,
      { type: 'edit-prompt', shotId: 'shot-0', prompt: 'a girl', negativePrompt: '' },
      { type: 'put-fact', fact: { ...aFact('mira'), statement: 'a girl in a blue coat' } },
      describeIt('Mira sleeps'),
    );
    expect(markOf(all)).toContain('The description changed');
  });

  it('counts whatever changed where an earlier version ordered it', () => {
    const { basis: _, ...old } = orderIn(ordered);
    const { basis: __, ...decision } =
      Object.values(ordered.decision)[0] ?? aDecision('d', { kind: 'approve' });
    const then = { ...ordered, request: { [old.id]: old }, decision: { [decision.id]: decision } };
    expect(markOf(apply(then, describeIt('Bo waits')))).toBeNull();
  });

  it('is not outdated by another approval of the shot', () => {
    const twice = apply(ordered, { ...approval, prompt: 'GREEN umbrella' });
    expect(markOf(twice)).toBeNull();
    expect(
      markOf(apply(twice, { type: 'edit-prompt', shotId: 'shot-0', prompt: 'x', negativePrompt: '' })),
    ).not.toBeNull();
  });
});

describe('an outdated order', () => {
  it('is approved again as it is now, with the words of the shot where those changed', () => {
    const changed = apply(ordered, describeIt('Mira sleeps'));
    const again = apply(changed, { type: 'approve-again', requestId: orderIn(changed).id });
    expect(orderIn(again)).toMatchObject({ state: 'queued', prompt: 'RED umbrella', round: 1 });
    expect(markOf(again)).toBeNull();
    const reworded = apply(again, {
      type: 'edit-prompt',
      shotId: 'shot-0',
      prompt: 'a girl',
      negativePrompt: 'x',
    });
    const third = apply(reworded, { type: 'approve-again', requestId: orderIn(reworded).id });
    expect(orderIn(third)).toMatchObject({
      state: 'queued',
      prompt: 'a girl',
      negativePrompt: 'x',
      round: 1,
    });
    expect(markOf(third)).toBeNull();
  });

  it('asks for what its generator has of it, unless it is another order by now', () => {
    const handle = { output: 'picture.png' };
    const begun = { ...ordered, request: { [orderIn(ordered).id]: { ...orderIn(ordered), handle } } };
    const handleAfter = (command: Command) => {
      const changed = apply(begun, command);
      return orderIn(apply(changed, { type: 'approve-again', requestId: orderIn(changed).id })).handle;
    };
    expect(handleAfter(describeIt('Mira sleeps'))).toEqual(handle);
    const reworded = {
      type: 'edit-prompt',
      shotId: 'shot-0',
      prompt: 'a girl',
      negativePrompt: 'x',
    } as const;
    expect(handleAfter(reworded)).toBeNull();
  });

  it('is approved again with all candidates of its set, by one yes', () => {
    const changed = apply(board, { ...approval, candidates: 3 }, describeIt('Mira sleeps'));
    const again = apply(changed, { type: 'approve-again', requestId: orderIn(changed).id });
    expect(Object.values(again.request).filter(isOutdated(again))).toEqual([]);
    expect(markOf(again)).toBeNull();
  });

  it('is taken back by what brings its shot up to date, which then waits for a decision', () => {
    const changed = apply(ordered, describeIt('Mira sleeps'));
    const now = apply(changed, { type: 'bring-up-to-date', shotId: 'shot-0' });
    expect([orderIn(now).state, now.shot['shot-0']?.status, markOf(now)]).toEqual([
      'cancelled',
      'pending',
      null,
    ]);
    expect(diffOf(ordered, { type: 'bring-up-to-date', shotId: 'shot-0' })).toEqual({});
  });

  it('leaves a shot that was decided otherwise as it is', () => {
    const held = apply(ordered, { type: 'hold', shotId: 'shot-0', reason: '' }, describeIt('Mira sleeps'));
    const now = apply(held, { type: 'bring-up-to-date', shotId: 'shot-0' });
    expect([orderIn(now).state, now.shot['shot-0']?.status]).toEqual(['cancelled', 'on-hold']);
  });
});

describe('what stands', () => {
  it('is out of date where the frame was approved before the change, until it is approved or looked at again', () => {
    const frame: Command = { type: 'approve-take', shotId: 'shot-0', takeId: 'take-0' };
    const changed = apply(board, frame, describeIt('Mira sleeps'));
    expect(markOf(changed)).toBe('The description changed after you approved this. Look again.');
    expect(markOf(apply(changed, frame))).toBeNull();
    // Also where the clock was set back meanwhile.
    const back = changeOf(changed, frame, { ...inputs, id: 'back', at: 5 });
    expect(markOf(applyDiff(changed, back))).toBeNull();
    const looked = apply(changed, { type: 'bring-up-to-date', shotId: 'shot-0' });
    expect([looked.shot['shot-0']?.status, markOf(looked)]).toEqual(['pending', null]);
    expect(markOf(apply(looked, describeIt('Mira runs')))).toBeNull();
  });

  it('is out of date where its picture was ordered before the change', () => {
    const made: Take = {
      ...(board.take['take-0'] as Take),
      id: 'made',
      round: 1,
      origin: { kind: 'regenerated', fromTakeId: 'take-0', requestId: orderIn(ordered).id },
    };
    const done = set(set(ordered, 'take', 'made', made), 'shot', 'shot-0', {
      pickId: 'made',
      status: 'pending',
    });
    const finished = set(done, 'request', orderIn(done).id, { state: 'done', resultTakeId: 'made' });
    expect(markOf(finished)).toBeNull();
    const changed = apply(finished, describeIt('Mira sleeps'));
    expect(markOf(changed)).toBe('The description changed after this picture was ordered. Look again.');
    const looked = apply(changed, { type: 'bring-up-to-date', shotId: 'shot-0' });
    expect(markOf(looked)).toBeNull();
    expect(markOf(apply(looked, describeIt('Mira runs')))).not.toBeNull();
    // What was to be mended is a matter of the order, not of what came of it.
    expect(
      markOf(apply(finished, { type: 'dismiss-finding', shotId: 'shot-0', key: 'coat', reason: '' })),
    ).toBeNull();
  });

  it('is nothing of a shot that nobody approved', () => {
    expect(markOf(apply(board, describeIt('Mira sleeps')))).toBeNull();
    expect(shotParts(board, 'nowhere')).toBeNull();
    expect(shotParts(aBoard(1), 'shot-0')).toMatchObject({ requests: [], decisions: [], references: [] });
  });
});

it('says of an order of automatic mode that it was ordered', () => {
  const changed = apply(ordered, describeIt('Mira sleeps'));
  const parts = shotParts(changed, 'shot-0');
  const own: Request = { ...orderIn(changed), approvedBy: 'automatic' };
  expect(parts && orderOutOfDate(parts, own)).toBe(
    'The description changed after this was ordered. Look again.',
  );
});

/** What an approval of shot 0 hangs on, in full. */
function bound(records: Records): string {
  const { description, prompt, negativePrompt, position } = records.shot['shot-0'] ?? {};
  const says = (name: string) =>
    name === '' || new RegExp(`\\b${name}\\b|the girl`, 'i').test(description ?? '');
  const at = (id: string | null) => (id === null ? null : (records.shot[id]?.position ?? null));
  const facts = Object.values(records.fact)
    .filter(({ name, firstShotId }) => says(name) && (at(firstShotId) ?? 0) <= (position ?? 0))
    .map(({ subject, name, statement, aliases }) => JSON.stringify([subject, name, statement, aliases]))
    .sort();
  const dismissed = Object.values(records.decision).some(({ findingKey }) => findingKey === 'coat');
  return JSON.stringify([description, prompt, negativePrompt, facts, dismissed]);
}

const FACTS = Object.values(board.fact);
const edits: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom('Mira waits under a red umbrella', 'Mira sleeps', 'A harbour').map(describeIt),
  fc
    .constantFrom('RED umbrella', 'a girl')
    .map((prompt): Command => ({ type: 'edit-prompt', shotId: 'shot-0', prompt, negativePrompt: '' })),
  fc
    .tuple(
      fc.constantFrom(...FACTS),
      fc.constantFrom('a girl in a red coat', 'a tall girl', 'an ink drawing'),
    )
    .map(([fact, statement]): Command => ({ type: 'put-fact', fact: { ...fact, statement } })),
  fc.constantFrom(...FACTS).map(({ id }): Command => ({ type: 'remove-fact', factId: id })),
  fc
    .constantFrom('coat', 'other')
    .map((key): Command => ({ type: 'dismiss-finding', shotId: 'shot-0', key, reason: '' })),
  fc
    .constantFrom('shot-0', 'shot-1', 'shot-2')
    .map((beside): Command => ({ type: 'move-shots', shotIds: ['shot-0'], beside, side: 'after' })),
  fc.constant<Command>({ type: 'set-note', shotId: 'shot-0', note: 'x' }),
);

it('marks an order if and only if what it hangs on differs, whatever is edited and undone', () => {
  let [marked, cleared] = [0, 0];
  fc.assert(
    fc.property(fc.array(fc.oneof(edits, fc.constant('undo' as const)), { maxLength: 12 }), (steps) => {
      let now = ordered;
      const done: RecordsDiff[] = [];
      let was = false;
      for (const step of steps) {
        if (step === 'undo') {
          const last = done.pop();
          if (last) now = applyDiff(now, reverseDiff(last));
        } else {
          if (step.type === 'remove-fact' && !now.fact[step.factId]) continue;
          const diff = diffOf(now, step);
          done.push(diff);
          now = applyDiff(now, diff);
        }
        const is = markOf(now) !== null;
        expect(is).toBe(bound(now) !== bound(ordered));
        expect(isOutdated(now)(orderIn(now))).toBe(is);
        if (is) marked++;
        else if (was) cleared++;
        was = is;
      }
    }),
    { numRuns: 300 },
  );
  expect(marked).toBeGreaterThan(100);
  expect(cleared).toBeGreaterThan(20);
});
