import { positionFacts, type Shot } from '@shared/records/index.js';
import { aShot } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { canonFrom, statedAnew } from './index.js';

const shotsOf = (descriptions: readonly string[]): Shot[] =>
  descriptions.map((description, at) => ({ ...aShot(at), description }));

/** What the board's canon comes to when a shot's description is edited; `sheet` says how Mira looks. */
function edited(
  descriptions: readonly string[],
  at: number,
  description: string,
  sheet = 'a girl in a red coat',
) {
  const shots = shotsOf(descriptions);
  const characters = sheet ? [{ name: 'Mira', description: sheet }] : [];
  const facts = positionFacts(canonFrom(shots, characters, ''), shots);
  const shot = shots[at] as Shot;
  const { put, removed } = statedAnew(facts, shots, shot, description);
  const words = ({ statement, firstShotId, lastShotId }: (typeof put)[number]) =>
    `${statement}: ${firstShotId ?? ''}–${lastShotId ?? ''}`;
  const statementOf = (id: string) => facts.find((fact) => fact.id === id)?.statement;
  return { put: put.map(words), removed: removed.map(statementOf), origins: put.map(({ origin }) => origin) };
}

const WALKS = ['Mira walks.', 'Mira runs.', 'Mira sits.'];

describe('an edited description states', () => {
  it('a look that changes from its shot on, and ends the one before', () => {
    expect(edited(WALKS, 1, 'Mira runs, now in a blue coat.')).toEqual({
      put: ['a girl in a red coat: –shot-0', 'a girl in a blue coat: shot-1–'],
      removed: [],
      origins: ['sheet', 'text'],
    });
  });

  it('whom it introduces, for the whole story', () => {
    expect(edited(WALKS, 2, 'Bram, a man in a grey coat, sits.').put).toEqual(['a man in a grey coat: –']);
  });

  it('of several each what is said, and ends what was said of that one alone', () => {
    const { put } = edited(WALKS, 1, 'Mira runs, now in a blue coat. Bram, a man in a grey coat, sits.');
    expect(put.toSorted()).toEqual([
      'a girl in a blue coat: shot-1–',
      'a girl in a red coat: –shot-0',
      'a man in a grey coat: –',
    ]);
  });

  it('of one of several another look, and leaves what was said of the others', () => {
    const first = 'Mira runs, now in a blue coat. Bram, a man in a grey coat, sits.';
    expect(edited(['Mira walks.', first, 'Mira sits.'], 1, 'Mira runs, now in a green coat.')).toEqual({
      put: ['a girl in a green coat: shot-1–'],
      removed: ['a girl in a blue coat'],
      origins: ['text'],
    });
  });

  it('what becomes of a thing', () => {
    expect(edited(WALKS, 1, 'The lamp goes out.').put).toEqual(['an unlit lamp: shot-1–']);
  });

  it('another look instead of the one that it stated for the same shot before', () => {
    const first = 'Mira runs, now in a blue coat.';
    expect(edited(['Mira walks.', first, 'Mira sits.'], 1, 'Mira runs, now in a green coat.')).toEqual({
      put: ['a girl in a green coat: shot-1–'],
      removed: ['a girl in a blue coat'],
      origins: ['text'],
    });
  });

  it.each([
    ['what the canon says already', 'Mira runs in a red coat.'],
    ['nothing of the world', 'Mira runs fast.'],
    ['nothing', ''],
  ])('%s, and the canon stays as it is', (_what, description) => {
    expect(edited(WALKS, 1, description)).toEqual({ put: [], removed: [], origins: [] });
  });

  it('nothing that it said before as well: the artist may have taken it back', () => {
    const shots = shotsOf(['Mira walks.', 'The lamp goes out.']);
    const shot = shots[1] as Shot;
    expect(statedAnew([], shots, shot, 'The lamp goes out. Mira runs.')).toEqual({ put: [], removed: [] });
  });

  it('nothing of what the artist took back when something else is said beside it', () => {
    const said = 'Bram runs, now in a green coat.';
    const shots = shotsOf(['Mira walks with Bram.', said]);
    const sheet = [
      { name: 'Mira', description: 'a girl in a red coat' },
      { name: 'Bram', description: 'a man in a grey coat' },
    ];
    // As the sheet alone says it.
    const facts = positionFacts(
      canonFrom(shotsOf(['Mira walks with Bram.', 'Bram runs.']), sheet, ''),
      shots,
    );
    const { put, removed } = statedAnew(
      facts,
      shots,
      shots[1] as Shot,
      `${said} Mira waits, now in a blue coat.`,
    );
    expect(put.map(({ name, statement }) => `${name}: ${statement}`)).toEqual([
      'Mira: a girl in a red coat',
      'Mira: a girl in a blue coat',
    ]);
    expect(removed).toEqual([]);
  });

  it('no look instead of one that the sheet has for the very first shot', () => {
    expect(edited(WALKS, 0, 'Mira walks in a blue coat.')).toEqual({ put: [], removed: [], origins: [] });
  });
});
