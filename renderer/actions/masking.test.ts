import type { GeneratorStatus } from '@shared/contract/index.js';
import type { Mask } from '@shared/records/index.js';
import { boardOf, finding } from '@testing/derived-board.js';
import { aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../board/index.js';
import type { Session } from '../stores/index.js';
import { desk } from './testing/desk.js';

const can = (...capabilities: GeneratorStatus['capabilities']): Partial<Session> => ({
  generatorStatus: { storybook: { ready: true, note: '', version: '', capabilities } },
});
const INPAINTS = can('txt2img', 'inpaint');
const DOT: Mask['shapes'][number] = { kind: 'brush', size: 0.1, points: [[0.5, 0.5]] };
const MASK: Mask = { shapes: [DOT], feather: 0 };
const BOX = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };
/** Shot 2 is flagged; the judge sees what is wrong there. */
const on = (session: Partial<Session>, box: typeof BOX | null = null) => {
  const { overview } = boardOf(5, [1, 3]);
  const findings = { s1: [finding(1, { claimIds: ['c1'] })] };
  return desk(
    { shotId: 's1', ...INPAINTS, ...session },
    { generator: 'storybook' },
    true,
    { analysis: { evidence: async () => ({ box }) } },
    { overview: { ...overview, findings } },
  );
};
const drawn = (mask: Mask): Partial<Session> => ({ drafts: { t1: { ...emptyDraft('t1'), mask } } });
const maskOf = ({ session }: ReturnType<typeof desk>) => session().drafts.t1?.mask ?? null;

describe('repairing a part', () => {
  it('is offered where the generator that is chosen can, for one shot with a picture that is not being made', async () => {
    expect(await on({}).run('repair')).toBe(true);
    expect(await on(can('txt2img', 'img2img')).run('repair')).toBe(false);
    expect(await on({ generatorStatus: {} }).run('repair')).toBe(false);
    expect(await on({ selected: ['s1', 's2'] }).run('repair')).toBe(false);
    expect(await on({ shotId: null }).run('repair')).toBe(false);
    const other = desk({ shotId: 's1', ...INPAINTS }, { generator: 'command' });
    expect(await other.run('repair')).toBe(false);
  });

  it('shows the pick alone, and begins with what the finding points to', async () => {
    const one = on({ view: 'grid', compare: 'wipe', takeId: 't9' }, BOX);
    await one.run('repair');
    expect(one.session()).toMatchObject({ editing: 'mask', view: 'strip', compare: null, takeId: null });
    expect(maskOf(one)?.shapes).toMatchObject([{ kind: 'box' }]);
    const nowhere = on({});
    await nowhere.run('repair');
    expect([maskOf(nowhere), nowhere.happened]).toEqual([null, ['called']]);
  });

  it('goes on with what was painted before', async () => {
    const one = on(drawn(MASK), BOX);
    await one.run('repair');
    expect(maskOf(one)).toEqual(MASK);
    await one.run('mask-evidence');
    expect(maskOf(one)?.shapes).toMatchObject([{ kind: 'box' }]);
  });

  it('says so where no finding points to a part, and leaves what was painted', async () => {
    const one = on({ ...drawn(MASK), editing: 'mask' });
    await one.run('mask-evidence');
    expect(maskOf(one)).toEqual(MASK);
    expect(one.happened).toContain('No finding of this picture points to a part of it.');
  });

  it('takes strokes back one by one, and the whole part, while decisions stay where they are', async () => {
    const two: Mask = { ...MASK, shapes: [DOT, { ...DOT, size: 0.2 }] };
    const one = on({ ...drawn(two), editing: 'mask' });
    expect(await one.run('undo')).toBe(false);
    await one.run('mask-back');
    expect(maskOf(one)).toEqual(MASK);
    await one.run('mask-back');
    expect(maskOf(one)).toBeNull();
    expect(await one.run('mask-back')).toBe(false);
    const whole = on(drawn(two));
    expect(await whole.run('mask-back')).toBe(false);
    await whole.run('mask-whole');
    expect(maskOf(whole)).toBeNull();
    expect(await whole.run('mask-whole')).toBe(false);
  });

  it('paints and erases by key, where the prompt is edited otherwise, and ends with Escape', async () => {
    const one = on({ editing: 'mask' });
    expect(await one.run('edit-prompt')).toBe(false);
    await one.run('mask-eraser');
    expect(one.session().brush.erases).toBe(true);
    await one.run('mask-brush');
    expect(one.session().brush.erases).toBe(false);
    await one.run('compare-off');
    expect(one.session().editing).toBeNull();
    expect(await one.run('mask-eraser')).toBe(false);
    expect(await one.run('edit-prompt')).toBe(true);
  });

  it('is not begun while a picture of the shot is ordered', async () => {
    const one = on({});
    one.ask(aRequest('r', { shotId: 's1', fromTakeId: 't1', state: 'queued' }));
    expect(await one.run('repair')).toBe(false);
  });
});
