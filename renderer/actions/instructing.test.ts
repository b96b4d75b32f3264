import type { GeneratorStatus } from '@shared/contract/index.js';
import type { Records } from '@shared/records/index.js';
import { aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../board/index.js';
import type { Session } from '../stores/index.js';
import { desk } from './testing/desk.js';

const can = (...capabilities: GeneratorStatus['capabilities']): Partial<Session> => ({
  generatorStatus: { storybook: { ready: true, note: '', version: '', capabilities } },
});
const FOLLOWS = can('txt2img', 'instruct');
const on = (session: Partial<Session>, suggested = '') => {
  const made = desk({ shotId: 's1', ...session }, { generator: 'storybook' });
  const { overview } = made.state().document;
  const suggestion = { takeId: 't1', edits: [], instruction: suggested } as never;
  return suggested
    ? desk({ shotId: 's1', ...session }, { generator: 'storybook' }, true, undefined, {
        overview: { ...overview, suggestions: { s1: suggestion } },
      })
    : made;
};
const saidOf = ({ session }: ReturnType<typeof desk>) => session().drafts.t1?.instruction ?? null;
const said = (instruction: string): Partial<Session> => ({
  drafts: { t1: { ...emptyDraft('t1'), instruction } },
});

describe('saying what to change', () => {
  it('is offered where the generator follows a sentence for this picture', async () => {
    expect(await on(FOLLOWS).run('say-change')).toBe(true);
    expect(await on(can('txt2img')).run('say-change')).toBe(false);
    expect(await on({ ...FOLLOWS, selected: ['s1', 's2'] }).run('say-change')).toBe(false);
    expect(await on({ ...FOLLOWS, editing: 'mask' }).run('say-change')).toBe(false);
    expect(await on({ ...FOLLOWS, shotId: null }).run('say-change')).toBe(false);
    const known = (takeId: string, ...capabilities: ('txt2img' | 'instruct')[]): Partial<Session> => ({
      abilities: { generator: 'storybook', takeId, can: { capabilities } },
    });
    expect(await on({ ...FOLLOWS, ...known('t1', 'txt2img') }).run('say-change')).toBe(false);
    expect(await on({ ...can('txt2img'), ...known('t1', 'instruct') }).run('say-change')).toBe(true);
    // Of another picture, or of a generator that is gone, nothing is known.
    expect(await on({ ...FOLLOWS, ...known('t2', 'txt2img') }).run('say-change')).toBe(true);
    expect(await on(known('t1', 'instruct')).run('say-change')).toBe(false);
  });

  it('is not offered of a shot without a picture', async () => {
    const { records } = desk({}).state().document;
    const shot = { ...records.shot, s1: { ...records.shot.s1, pickId: null } } as Records['shot'];
    const document = { records: { ...records, shot, take: {} } };
    const bare = desk({ shotId: 's1', ...FOLLOWS }, { generator: 'storybook' }, true, undefined, document);
    expect(await bare.run('say-change')).toBe(false);
  });

  it('is not offered while an approval from elsewhere waits for a decision', async () => {
    const { records } = desk({}).state().document;
    const request = { r: aRequest('r', { shotId: 's1', fromTakeId: 't1', state: 'elsewhere' }) };
    const document = { records: { ...records, request } };
    const waiting = desk({ shotId: 's1', ...FOLLOWS }, { generator: 'storybook' }, true, undefined, document);
    expect(await waiting.run('say-change')).toBe(false);
  });

  it('begins with what the finding says, and goes on with what was typed', async () => {
    const fresh = on(FOLLOWS, 'Make her coat red.');
    await fresh.run('say-change');
    expect([saidOf(fresh), fresh.session().editing]).toEqual(['Make her coat red.', 'instruction']);
    const typed = on({ ...FOLLOWS, ...said('Make it') }, 'Make her coat red.');
    await typed.run('say-change');
    expect(saidOf(typed)).toBe('Make it');
    const nothing = on(FOLLOWS);
    await nothing.run('say-change');
    expect(saidOf(nothing)).toBe('');
  });

  it('stays in reach where words are there that the generator of now does not follow', async () => {
    const one = on({ ...can('txt2img'), ...said('Make it') });
    expect(await one.run('say-change')).toBe(true);
    expect(one.session().editing).toBe('instruction');
  });
});
