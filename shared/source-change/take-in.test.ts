import { aBoard, aClaim, aDecision, aPortrait, aRequest, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Claim,
  type Fact,
  type Portrait,
  type Records,
  type Shot,
  shotsInOrder,
  type Take,
} from '../records/index.js';
import { changesTold, takeIn } from './index.js';

/** A source of shots that say different things, each with its picture. */
function source(count: number): Records {
  const board = aBoard(count);
  const shot = Object.fromEntries(
    Object.values(board.shot).map((one) => [
      one.id,
      { ...one, description: `scene ${one.number}`, prompt: `${one.number}` },
    ]),
  );
  return { ...board, shot };
}
const changed = (records: Records, id: string, fields: Partial<Shot>): Records => ({
  ...records,
  shot: { ...records.shot, [id]: { ...(records.shot[id] as Shot), ...fields } },
});
const withTake = (records: Records, id: string, fields: Partial<Take>): Records => ({
  ...records,
  take: { ...records.take, [id]: { ...(records.take[id] ?? aTake(0)), id, ...fields } },
});
/** The same source with its shots in this order, under ids that say where they stand. */
function reordered(records: Records, order: readonly (string | Shot)[]): Records {
  const shots = order.map((one, position) => {
    const shot = typeof one === 'string' ? (records.shot[one] as Shot) : one;
    return { ...shot, id: `at-${position}`, position, from: shot.id };
  });
  const take = Object.values(records.take).flatMap((one) => {
    const shot = shots.find(({ from }) => from === one.shotId);
    return shot ? [{ ...one, shotId: shot.id }] : [];
  });
  return {
    ...records,
    shot: Object.fromEntries(shots.map(({ from: _, ...shot }) => [shot.id, shot])),
    take: Object.fromEntries(take.map((one) => [one.id, one])),
    claim: {},
  };
}
const descriptions = ({ shot }: Records) => shotsInOrder({ shot }).map(({ description }) => description);

describe('a source that changed', () => {
  it('and is the same as before changes nothing, whatever the artist did', () => {
    const read = source(3);
    const mine = {
      ...changed(read, 'shot-1', { description: 'mine', status: 'approved', note: 'n', stars: 3 }),
      decision: { d: aDecision('d', { kind: 'approve' }) },
    };
    const { records, changes } = takeIn(mine, read, read);
    expect(changes).toEqual([]);
    expect(records).toEqual(mine);
  });

  it('gives its words to shots that the artist left as they were', () => {
    const read = source(3);
    const now = changed(changed(read, 'shot-0', { description: 'a mule' }), 'shot-2', {
      prompt: 'owl',
      duration: 9,
    });
    const mine = changed(read, 'shot-2', { description: 'mine', status: 'rejected' });
    const { records, changes } = takeIn(mine, now, read);
    expect(changes).toEqual([
      { kind: 'description', number: '1', from: 'scene 1', to: 'a mule' },
      { kind: 'prompt', number: '3', from: '3', to: 'owl' },
      { kind: 'details', number: '3', from: '2.5 s', to: '9 s' },
    ]);
    const other = changed(read, 'shot-0', { number: '1A', scene: 'Mill', duration: null });
    const before = `number 1, scene ${read.shot['shot-0']?.scene}, 2.5 s`;
    expect(takeIn(read, other, read).changes).toEqual([
      { kind: 'details', number: '1A', from: before, to: 'number 1A, scene Mill, no duration' },
    ]);
    expect(records.shot['shot-0']?.description).toBe('a mule');
    expect(records.shot['shot-2']).toMatchObject({
      description: 'mine',
      prompt: 'owl',
      status: 'rejected',
      duration: 9,
    });
    expect(changesTold(changes)).toBe(
      '1 description, 1 prompt, 1 shot with another number, scene or duration',
    );
  });

  it('leaves the storyboard as it is where it has none, or there is none here', () => {
    const read = source(1);
    const bare = { ...read, storyboard: {} };
    expect(takeIn(read, bare, read).records.storyboard).toEqual(read.storyboard);
    expect(takeIn(bare, read, read).records.storyboard).toEqual({});
  });

  it('leaves out of play what it leaves out, unless the artist took that in again', () => {
    const read = source(2);
    const now = changed(read, 'shot-1', { omitted: true });
    const { records, changes } = takeIn(read, now, read);
    expect(changes).toEqual([{ kind: 'play', number: '2', from: 'in play', to: 'out of play' }]);
    expect(changesTold(changes)).toBe('1 shot in or out of play');
    expect(records.shot['shot-1']).toEqual(now.shot['shot-1']);
    // What the source says as before stays as the artist has it, either way.
    expect(takeIn(read, now, now)).toMatchObject({ changes: [], records: { shot: read.shot } });
    expect(takeIn(now, read, read)).toMatchObject({ changes: [], records: { shot: now.shot } });
    const back = takeIn(now, read, now);
    expect(back.changes).toEqual([{ kind: 'play', number: '2', from: 'out of play', to: 'in play' }]);
    expect(back.records.shot).toEqual(read.shot);
  });

  it('says no prompt of a shot whose picture is gone, which it was read from', () => {
    const read = changed(source(2), 'shot-1', { prompt: 'scene 2', negativePrompt: '' });
    // Without a picture the description stands where a prompt would.
    const gone = (words: string): Records => ({
      ...changed(changed(read, 'shot-0', { pickId: null, prompt: 'scene 1', negativePrompt: '' }), 'shot-1', {
        pickId: null,
        description: words,
        prompt: words,
      }),
      take: {},
    });
    const once = takeIn(read, gone('scene 2'), read);
    expect(once.changes).toEqual([]);
    expect(once.records.shot['shot-0']).toMatchObject({ prompt: '1', pickId: 'take-0' });
    // The words of the other are read of nothing else.
    const other = takeIn(once.records, gone('an owl'), once.base);
    expect(other.changes).toEqual([{ kind: 'description', number: '2', from: 'scene 2', to: 'an owl' }]);
    expect(other.records.shot['shot-1']).toMatchObject({ description: 'an owl', prompt: 'an owl' });
    expect(takeIn(other.records, read, other.base).records.shot['shot-0']).toEqual(read.shot['shot-0']);
  });

  it('says of a shot whose negative prompt alone changed what that was', () => {
    const read = source(1);
    const { records, changes } = takeIn(read, changed(read, 'shot-0', { negativePrompt: 'hands' }), read);
    expect(changes).toEqual([{ kind: 'negative', number: '1', from: 'text', to: 'hands' }]);
    expect(records.shot['shot-0']?.negativePrompt).toBe('hands');
  });

  it('has a new shot with its pictures and the pick among them', () => {
    const read = source(1);
    const { records: bare } = takeIn(read, { ...read, shot: {}, take: {} }, read);
    const now = changed(withTake(read, 'b', { path: 'b.png' }), 'shot-0', { pickId: 'b' });
    const { records } = takeIn({ ...bare, take: { b: aTake(0) } }, now, { ...read, shot: {} });
    const [shot] = shotsInOrder(records);
    expect(Object.keys(records.take)).toEqual(['take-0', 'b.2']);
    expect(shot).toEqual({ ...read.shot['shot-0'], pickId: 'b.2' });
    expect(records.take['b.2']).toMatchObject({ path: 'b.png', shotId: 'shot-0' });
  });

  it('lost a shot from which a fact of the artist’s holds: it holds from the next', () => {
    const read = source(3);
    const own = {
      ...(read.fact['fact-0'] as Fact),
      id: 'own',
      origin: 'artist' as const,
      firstShotId: 'shot-1',
    };
    const turned = Object.fromEntries(Object.entries(read.shot).reverse());
    const mine = { ...read, shot: turned, fact: { ...read.fact, own } };
    const { records, changes } = takeIn(mine, reordered(read, ['shot-0', 'shot-2']), read);
    expect(records.fact.own).toEqual({ ...own, firstShotId: 'shot-2' });
    expect(changes.map(({ kind }) => kind)).toEqual(['gone']);
  });

  it('has a new shot in the middle, and every decision stays with its shot', () => {
    const read = source(3);
    const mine = {
      ...changed(read, 'shot-1', { status: 'approved' }),
      decision: { d: aDecision('d', { kind: 'approve', shotId: 'shot-1' }) },
    };
    const news = {
      ...(read.shot['shot-0'] as Shot),
      id: 'new',
      number: '2',
      description: 'a well',
      pickId: null,
    };
    const now = reordered(read, ['shot-0', news, 'shot-1', 'shot-2']);
    const numbered = Object.values(now.shot).reduce(
      (records, { id, position }) => changed(records, id, { number: String(position + 1) }),
      now,
    );
    const { records, changes } = takeIn(mine, numbered, read);
    expect(descriptions(records)).toEqual(['scene 1', 'a well', 'scene 2', 'scene 3']);
    expect(records.shot['shot-1']).toMatchObject({
      number: '3',
      position: 2,
      status: 'approved',
      pickId: 'take-1',
    });
    expect(records.decision).toEqual(mine.decision);
    expect(changes.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'new 2',
      'details 3',
      'details 4',
    ]);
  });

  it('moved shots, and lost one with all that belongs to it', () => {
    const read = source(4);
    const mine = {
      ...read,
      // The order of the story is not the order in which shots lie in the table.
      shot: Object.fromEntries(Object.entries(read.shot).reverse()),
      decision: { d: aDecision('d', { kind: 'hold', shotId: 'shot-3' }) },
    };
    const { records, changes } = takeIn(mine, reordered(read, ['shot-2', 'shot-0', 'shot-1']), read);
    expect(shotsInOrder(records).map(({ id }) => id)).toEqual(['shot-2', 'shot-0', 'shot-1']);
    expect(shotsInOrder(records).map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(changes).toEqual([
      { kind: 'gone', number: '4', from: 'scene 4', to: '' },
      { kind: 'moved', number: '3', from: '', to: '' },
    ]);
    expect([Object.keys(records.decision), Object.keys(records.take)]).toEqual([
      [],
      ['take-2', 'take-0', 'take-1'],
    ]);
  });

  it('keeps the order of an artist who changed it', () => {
    const read = source(3);
    const order = { 'shot-2': 0, 'shot-0': 1, 'shot-1': 2 };
    const mine = Object.entries(order).reduce((all, [id, position]) => changed(all, id, { position }), read);
    const news = {
      ...(read.shot['shot-0'] as Shot),
      id: 'new',
      number: '9',
      description: 'a well',
      pickId: null,
    };
    const { records } = takeIn(mine, reordered(read, ['shot-0', news, 'shot-1', 'shot-2']), read);
    expect(descriptions(records)).toEqual(['scene 3', 'scene 1', 'a well', 'scene 2']);
  });

  it('has a picture put back where another lay meanwhile: the pick follows, and it is the newest there', () => {
    const read = source(2);
    const asked = { ...read, request: { r: aRequest('r'), s: aRequest('s', { fromTakeId: 'take-0.2' }) } };
    const at = aTake(0).createdAt;
    const other = withTake(read, 'take-0', { sha256: 'f'.repeat(64), createdAt: at + 1 });
    const meanwhile = takeIn(asked, other, read);
    const back = withTake(read, 'take-0', { createdAt: at + 2 });
    const { records, changes } = takeIn(meanwhile.records, back, meanwhile.base);
    expect(changes).toEqual([{ kind: 'replaced', number: '1', from: '', to: 'frames/0.png' }]);
    expect(records.shot['shot-0']?.pickId).toBe('take-0');
    expect([records.take['take-0'], records.take['take-0.2']].map((take) => take?.createdAt)).toEqual([
      at + 2,
      at + 1,
    ]);
    expect(
      takeIn(records, withTake(read, 'take-0', { createdAt: at + 3 }), meanwhile.base).records.take,
    ).toEqual(records.take);
  });

  it('has another picture under the same name: a new take in its place, also as the pick', () => {
    const read = source(2);
    const now = withTake(read, 'take-0', { sha256: 'f'.repeat(64) });
    const { records, changes } = takeIn(read, now, read);
    expect(changes).toEqual([{ kind: 'replaced', number: '1', from: '', to: 'frames/0.png' }]);
    expect(records.shot['shot-0']?.pickId).toBe('take-0.2');
    expect(Object.keys(records.take).sort()).toEqual(['take-0.2', 'take-1']);
    // A take that something was made of stays.
    const asked = { ...read, request: { r: aRequest('r') } };
    const kept = takeIn(asked, now, read).records;
    expect(Object.keys(kept.take).sort()).toEqual(['take-0', 'take-0.2', 'take-1']);
    expect(kept.request).toEqual(asked.request);
    const twice = { ...kept, request: { ...kept.request, s: aRequest('s', { fromTakeId: 'take-0.2' }) } };
    const again = takeIn(twice, withTake(read, 'take-0', { sha256: 'e'.repeat(64) }), read).records;
    expect(Object.keys(again.take).sort()).toEqual(['take-0', 'take-0.2', 'take-0.3', 'take-1']);
  });

  it('has further pictures, which leave the pick, or give one to a shot that had none', () => {
    const bare = changed(source(2), 'shot-1', { pickId: null });
    const read = { ...bare, take: { 'take-0': aTake(0) } };
    const first = withTake(read, 'b', { shotId: 'shot-0', path: 'b.png', sha256: 'b'.repeat(64) });
    const now = changed(
      withTake(first, 'c', { shotId: 'shot-1', path: 'c.png', sha256: 'c'.repeat(64) }),
      'shot-1',
      { pickId: 'c' },
    );
    const { records, changes } = takeIn(read, now, read);
    expect(changes.map(({ kind, to }) => `${kind} ${to}`)).toEqual(['picture b.png', 'picture c.png']);
    expect([records.shot['shot-0']?.pickId, records.shot['shot-1']?.pickId]).toEqual(['take-0', 'c']);
  });

  it('has another picture where a take was made of the one before, which stays', () => {
    const read = source(1);
    const origin = { kind: 'regenerated', fromTakeId: 'take-0', requestId: 'r' } as const;
    const mine = withTake(read, 'made', { sha256: 'd'.repeat(64), path: 'made.png', origin });
    const { records } = takeIn(mine, withTake(read, 'take-0', { sha256: 'f'.repeat(64) }), read);
    expect(Object.keys(records.take)).toEqual(['take-0.2', 'take-0', 'made']);
    const other = withTake(read, 'made', { sha256: 'd'.repeat(64), origin: { ...origin, fromTakeId: 'x' } });
    const asked = { ...other, request: { r: aRequest('r', { fromTakeId: 'x' }) } };
    const { records: without } = takeIn(asked, withTake(read, 'take-0', { sha256: 'f'.repeat(64) }), read);
    expect(without.take).not.toHaveProperty(['take-0']);
  });

  it('shows a picture in another shot, which takes it from the shot that had it', () => {
    const read = source(2);
    const [first, second] = [read.take['take-0'] as Take, read.take['take-1'] as Take];
    const take = {
      'take-0': { ...first, shotId: 'shot-1' },
      'take-1': { ...second, shotId: 'shot-0' },
    };
    const { records, changes } = takeIn(read, { ...read, take }, read);
    const pictures = Object.values(records.take).map(({ shotId, sha256 }) => [shotId, sha256]);
    expect(pictures).toEqual([
      ['shot-0', second.sha256],
      ['shot-1', first.sha256],
    ]);
    for (const { id, pickId } of Object.values(records.shot))
      expect(records.take[pickId ?? '']?.shotId).toBe(id);
    expect(changes.map(({ kind, number, to }) => `${number}: ${kind} ${to}`)).toEqual([
      '1: picture frames/1.png',
      '2: picture frames/0.png',
    ]);
  });

  it('has the picture under another name, which is the same take', () => {
    const read = source(1);
    const mine = { ...read, request: { r: aRequest('r') } };
    const { records, changes } = takeIn(mine, withTake(read, 'take-0', { path: 'new/0.png' }), read);
    expect(records.take).toEqual({ 'take-0': { ...read.take['take-0'], path: 'new/0.png' } });
    expect(changes).toEqual([]);
  });

  it('leaves a made picture that it shows as well', () => {
    const read = source(1);
    const made = {
      ...(read.take['take-0'] as Take),
      id: 'made',
      origin: { kind: 'regenerated', fromTakeId: 'x', requestId: 'r' } as const,
    };
    const mine = { ...changed(read, 'shot-0', { pickId: 'made' }), take: { made } };
    const { records } = takeIn(mine, read, read);
    expect(records.take).toEqual({ ...read.take, made });
    expect(records.shot['shot-0']?.pickId).toBe('made');
  });

  it('whose pick is gone is given the pick of the source, else its first take', () => {
    const read = source(1);
    const bare = { ...changed(read, 'shot-0', { pickId: null }), take: {} };
    const two = withTake(withTake(bare, 'b', { path: 'b.png' }), 'c', {
      path: 'c.png',
      sha256: 'c'.repeat(64),
    });
    const pickOf = (now: Records) => takeIn(bare, now, read).records.shot['shot-0']?.pickId;
    expect(pickOf(changed(two, 'shot-0', { pickId: 'c' }))).toBe('c');
    expect(pickOf(changed(two, 'shot-0', { pickId: null }))).toBe('b');
    expect(pickOf(bare)).toBe(null);
  });

  it('picks another picture than before, which counts where the artist chose none', () => {
    const read = source(2);
    const both = withTake(
      withTake(read, 'b', { shotId: 'shot-0', path: 'b.png', sha256: 'b'.repeat(64) }),
      'c',
      { shotId: 'shot-0', path: 'c.png', sha256: 'c'.repeat(64) },
    );
    const pickOf = ({ shot }: Records) => shot['shot-0']?.pickId;
    const once = takeIn(read, changed(both, 'shot-0', { pickId: 'b' }), read);
    expect(once.changes.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'picture b.png',
      'picture c.png',
      'pick b.png',
    ]);
    expect([pickOf(once.records), pickOf({ ...read, ...once.base })]).toEqual(['b', 'b']);
    const again = changed(both, 'shot-0', { pickId: 'c' });
    expect(pickOf(takeIn(once.records, again, once.base).records)).toBe('c');
    const mine = changed(once.records, 'shot-0', { pickId: 'take-0' });
    expect(takeIn(mine, again, once.base)).toMatchObject({ changes: [], records: mine });
  });

  it('whose picture is gone keeps the take', () => {
    const read = source(2);
    const { records, changes } = takeIn(read, { ...read, take: {} }, read);
    expect(changes).toEqual([]);
    expect(records.take).toEqual(read.take);
  });

  it('has other pictures of its cast: they follow it, and what an order was given stays', () => {
    const [ada, bo, cy] = [aPortrait('Ada'), aPortrait('Bo'), aPortrait('Cy')];
    const portraits = (...all: Portrait[]) => Object.fromEntries(all.map((one) => [one.id, one]));
    const read = { ...source(1), portrait: portraits(ada, bo, cy) };
    const other = { ...ada, sha256: 'd'.repeat(64), width: 9, createdAt: 5 };
    const dot = aPortrait('Dot');
    const now = { ...read, portrait: portraits(other, { ...bo, createdAt: 5 }, dot) };
    const { records, changes } = takeIn(read, now, read);
    expect(records.portrait).toEqual(portraits(other, bo, dot));
    expect(changes).toEqual([
      { kind: 'portrait', number: 'Ada', from: '', to: 'refs/Ada.png' },
      { kind: 'portrait', number: 'Dot', from: '', to: 'refs/Dot.png' },
      { kind: 'portrait', number: 'Cy', from: 'refs/Cy.png', to: '' },
    ]);
    const order = aRequest('r', { references: [{ portraitId: cy.id, region: null }] });
    const given = takeIn({ ...read, request: { r: order } }, now, read);
    expect(given.records.portrait).toEqual(portraits(other, bo, dot, cy));
    expect(given.changes).toHaveLength(2);
    const renamed = takeIn(read, { ...read, portrait: portraits({ ...ada, name: 'Eve' }, bo, cy) }, read);
    expect(renamed.changes).toEqual([{ kind: 'portrait', number: 'Eve', from: '', to: 'refs/Ada.png' }]);
  });

  it('adds and takes away facts, and leaves the artist’s', () => {
    const read = source(1);
    const sheet = read.fact['fact-0'];
    if (!sheet) throw new Error('no fact');
    const own = { ...sheet, id: 'own', statement: 'a girl with a bell', origin: 'artist' as const };
    const other = { ...sheet, id: 'other', statement: 'a girl in a blue coat' };
    const { records, changes } = takeIn(
      { ...read, fact: { ...read.fact, own } },
      { ...read, fact: { other } },
      read,
    );
    expect(Object.keys(records.fact).sort()).toEqual(['other', 'own']);
    expect(changes).toEqual([{ kind: 'canon', number: '', from: '', to: '' }]);
  });

  it('leaves facts of the artist’s that it states as well, and adds none twice', () => {
    const read = source(1);
    const sheet = read.fact['fact-0'] as Fact;
    const bell = { ...sheet, id: 'bell', statement: 'a girl with a bell' };
    const own = { ...bell, id: 'own', origin: 'artist' as const };
    const stated = takeIn(
      { ...read, fact: { ...read.fact, own } },
      { ...read, fact: { ...read.fact, bell } },
      read,
    );
    expect(Object.keys(stated.records.fact).sort()).toEqual(['fact-0', 'own']);
    expect(stated.changes).toEqual([]);
    const stays = takeIn(
      { ...read, fact: { own: { ...sheet, id: 'own', origin: 'artist' } } },
      { ...read, fact: {} },
      read,
    );
    expect(Object.keys(stays.records.fact)).toEqual(['own']);
  });

  it('gives new facts the ids that its shots have here, and ids that are free', () => {
    const read = source(2);
    const fact = { ...(read.fact['fact-0'] as Fact), statement: 'a girl in a blue coat' };
    const now = reordered({ ...read, fact: {} }, ['shot-0', 'shot-1']);
    const stretch = { ...fact, firstShotId: 'at-1', lastShotId: null };
    const { records, base } = takeIn(read, { ...now, fact: { 'fact-0': stretch } }, read);
    const here = { ...stretch, firstShotId: 'shot-1' };
    expect(records.fact).toEqual({ 'fact-0.2': { ...here, id: 'fact-0.2' } });
    expect(base.fact).toEqual({ 'fact-0': here });
    const again = { ...here, firstShotId: 'at-0' };
    const both = takeIn(
      records,
      { ...now, fact: { 'fact-0': stretch, 'fact-1': { ...again, id: 'fact-1' } } },
      base,
    );
    expect(Object.keys(both.records.fact)).toEqual(['fact-0.2', 'fact-1']);
  });

  it.each([
    ['title', { title: 'Pier' }, { title: 'Mine' }, { title: 'Pier', styleBrief: 'ink and wash' }],
    ['style', { styleBrief: 'oil' }, { title: 'Mine' }, { title: 'Mine', styleBrief: 'oil' }],
    ['neither', {}, { title: 'Mine', styleBrief: 'mine' }, { title: 'Mine', styleBrief: 'mine' }],
  ])('changed its %s, and leaves what it did not change to the artist', (what, theirs, own, expected) => {
    const read = source(1);
    const withStoryboard = (fields: Partial<Records['storyboard'][string]>): Records => ({
      ...read,
      storyboard: Object.fromEntries(
        Object.values(read.storyboard).map((one) => [one.id, { ...one, ...fields }]),
      ),
    });
    const { records, changes } = takeIn(
      withStoryboard(own),
      withStoryboard({ id: 'other', ...theirs }),
      read,
    );
    expect(Object.values(records.storyboard)).toEqual([
      { ...Object.values(read.storyboard)[0], ...expected },
    ]);
    expect(changes.map(({ kind }) => kind)).toEqual(what === 'neither' ? [] : ['canon']);
  });

  it('states other claims in a field of a shot, and leaves those that were read and written', () => {
    const read = source(2);
    const stated = (id: string, shotId: string, text: string, more: Partial<Claim> = {}): Claim => ({
      ...aClaim(0),
      id,
      shotId,
      text,
      source: 'file',
      ...more,
    });
    const of = (...claims: Claim[]): Records['claim'] =>
      Object.fromEntries(claims.map((claim) => [claim.id, claim]));
    const read1 = stated('read', 'shot-0', 'there is an owl', { source: 'description' });
    const owl = stated('a', 'shot-0', 'there is an owl', { weight: 0.5 });
    const mine = { ...read, claim: of(owl, stated('b', 'shot-0', 'the owl is white'), read1) };
    const bell = stated('c', 'at-0', 'the owl has a bell', { parents: ['b', 'x'] });
    const now = {
      ...reordered(read, ['shot-0', 'shot-1']),
      claim: of(
        stated('b', 'at-0', 'there is an owl'),
        bell,
        stated('a', 'at-0', 'there is an owl', { negated: true }),
        stated('d', 'at-0', 'read there', { source: 'description' }),
      ),
    };
    const { records } = takeIn(mine, now, read);
    expect(records.claim).toEqual(
      of(
        read1,
        owl,
        { ...bell, shotId: 'shot-0', parents: ['a', 'x'] },
        stated('a.2', 'shot-0', 'there is an owl', { negated: true }),
      ),
    );
  });

  it('lost a shot whose claims go with it', () => {
    const read = source(2);
    const { records } = takeIn(read, reordered(read, ['shot-0']), read);
    expect(Object.keys(records.claim)).toEqual(['claim-0']);
  });
});

it('what was taken in is not found again, and the order of shots has no gap', () => {
  const edit = fc.record({
    keep: fc.shuffledSubarray(['shot-0', 'shot-1', 'shot-2', 'shot-3']),
    words: fc.constantFrom(null, 'a mule', 'scene 1', ''),
    news: fc.nat(2),
    mine: fc.constantFrom(null, 'mine'),
    picture: fc.boolean(),
  });
  fc.assert(
    fc.property(edit, ({ keep, words, news, mine, picture }) => {
      const read = source(4);
      const before =
        mine === null ? read : changed(read, 'shot-1', { description: mine, status: 'approved' });
      const added = Array.from(
        { length: news },
        (_, at): Shot => ({
          ...(read.shot['shot-0'] as Shot),
          id: `new-${at}`,
          number: `n${at}`,
          description: `new ${at}`,
          pickId: null,
        }),
      );
      let now = reordered(read, [...keep.slice(0, 1), ...added, ...keep.slice(1)]);
      const [first] = shotsInOrder(now);
      if (first && words !== null) now = changed(now, first.id, { description: words });
      const [take] = Object.keys(now.take);
      if (take && picture) now = withTake(now, take, { sha256: 'e'.repeat(64) });
      const once = takeIn(before, now, read);
      expect(shotsInOrder(once.records).map(({ position }) => position)).toEqual(
        shotsInOrder(once.records).map((_, at) => at),
      );
      for (const { pickId } of Object.values(once.records.shot))
        if (pickId !== null) expect(once.records.take).toHaveProperty([pickId]);
      const twice = takeIn(once.records, now, once.base);
      expect(twice.changes).toEqual([]);
      expect(twice.records).toEqual(once.records);
    }),
    { numRuns: 300 },
  );
});
