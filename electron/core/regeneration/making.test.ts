import type { GenerationProgress } from '@core/generators/index.js';
import type { Making } from '@shared/contract/index.js';
import { afterEach, expect, it, vi } from 'vitest';
import { InTheMaking } from './making.js';

afterEach(() => void vi.useRealTimers());

/** Where a preview is held: named after what it shows. */
const shelf = () => {
  const held = new Map<string, string>();
  return {
    held,
    assets: {
      hold: (owner: string, bytes: Buffer) => {
        held.set(owner, `${bytes}`);
        return `id of ${bytes}`;
      },
      release: (owner: string) => void held.delete(owner),
    },
  };
};

const now = (progress: number, more: Partial<GenerationProgress> = {}): GenerationProgress => ({
  state: 'running',
  progress,
  doing: '',
  ...more,
});

function heard(making: InTheMaking): [string, Making | null][] {
  const told: [string, Making | null][] = [];
  making.onChange((requestId, what) => told.push([requestId, what]));
  return told;
}

it('tells whole per cent, other words and other previews, and nothing in between', () => {
  const making = new InTheMaking();
  const { assets, held } = shelf();
  const told = heard(making);
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  making.update('r', assets, now(0, { state: 'queued' }));
  making.update('r', assets, now(0));
  making.update('r', assets, now(0.291));
  making.update('r', assets, now(0.2999));
  making.update('r', assets, now(0.2999, { doing: 'Step 3' }));
  making.update('r', assets, now(0.2999, { doing: 'Step 3', preview: Buffer.from('a dog') }));
  making.update('r', assets, now(0.2999, { doing: 'Step 3' }));
  making.update('r', assets, now(0.3, { doing: 'Step 3', preview: Buffer.from('a cat') }));
  const running = { state: 'running', percent: 29, secondsLeft: 0, doing: '', preview: null };
  expect(told).toEqual([
    ['r', { ...running, state: 'queued', percent: 0, secondsLeft: null }],
    ['r', { ...running, percent: 0, secondsLeft: null }],
    ['r', running],
    ['r', { ...running, doing: 'Step 3' }],
    ['r', { ...running, doing: 'Step 3', preview: 'id of a dog' }],
    ['r', { ...running, percent: 30, doing: 'Step 3', preview: 'id of a cat' }],
  ]);
  expect(making.current).toEqual({ r: told.at(-1)?.[1] });
  expect([...held]).toEqual([['r', 'a cat']]);
});

it('says how long it still takes at the speed that it had so far, once it is under way', () => {
  const making = new InTheMaking();
  const { assets } = shelf();
  const left = () => making.current.r?.secondsLeft;
  vi.useFakeTimers({ toFake: ['performance'] });
  making.update('r', assets, now(0, { state: 'queued' }));
  vi.advanceTimersByTime(60_000);
  making.update('r', assets, now(0));
  expect(left()).toBeNull();
  vi.advanceTimersByTime(5_000);
  making.update('r', assets, now(0.25));
  expect(left()).toBe(15);
  vi.advanceTimersByTime(1_000);
  making.update('r', assets, now(0.252));
  expect(left()).toBe(15);
  making.update('r', assets, now(0.5));
  expect(left()).toBe(6);
});

it('does not say how long it takes before it saw it get on, and nothing of one that begins anew', () => {
  const making = new InTheMaking();
  const { assets } = shelf();
  const left = () => making.current.r?.secondsLeft;
  vi.useFakeTimers({ toFake: ['performance'] });
  // As one that goes on from before is heard of first.
  making.update('r', assets, now(0.5));
  expect(left()).toBeNull();
  vi.advanceTimersByTime(5_000);
  making.update('r', assets, now(0.75));
  expect(left()).toBe(5);
  vi.advanceTimersByTime(5_000);
  making.update('r', assets, now(0.25));
  expect(left()).toBeNull();
  making.update('r', assets, now(0.5));
  expect(left()).toBeNull();
});

it('ends each once, with its preview, and tells nothing of what was not begun', () => {
  const making = new InTheMaking();
  const { assets, held } = shelf();
  making.update('one', assets, now(0.5, { preview: Buffer.from('a dog') }));
  making.update('two', assets, now(0.5));
  const told = heard(making);
  making.end('one', assets);
  making.end('one', assets);
  making.end('three', assets);
  expect(told).toEqual([['one', null]]);
  expect(Object.keys(making.current)).toEqual(['two']);
  expect(held.size).toBe(0);
});

it('has no estimate while it waits at its generator, as after that ended and came back', () => {
  const making = new InTheMaking();
  const { assets } = shelf();
  vi.useFakeTimers({ toFake: ['performance'], now: 0 });
  making.update('r', assets, now(0));
  vi.advanceTimersByTime(1_000);
  making.update('r', assets, now(0.5));
  expect(making.current.r?.secondsLeft).toBe(1);
  making.update('r', assets, now(0.5, { state: 'queued', doing: 'It does not answer.' }));
  expect(making.current.r?.secondsLeft).toBeNull();
});
