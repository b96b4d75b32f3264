import { aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { madeRows } from './made.js';

const take = aTake(0);
const none = { by: undefined, readAs: undefined, told: undefined, lookedAt: undefined };

it('says how a take was made, what counts most first', () => {
  const settings = {
    Version: 'v1',
    height: 640,
    cfg: 6.5,
    model: 'ink',
    width: 832,
    steps: 20,
    denoise: 0,
    Empty: '',
  };
  const loras = [
    { name: 'fox', weight: 0.8 },
    { name: 'owl', weight: null },
  ];
  const made = { tool: 'comfyui', loras, notRead: [] };
  expect(
    madeRows({ ...take, settings, made }, { ...none, by: 'Storybook', readAs: 'ComfyUI pictures' }),
  ).toEqual([
    ['Generator', 'Storybook'],
    ['Read from', 'ComfyUI pictures'],
    ['Model', 'ink'],
    ['LoRAs', 'fox (0.8), owl'],
    ['Steps', '20'],
    ['CFG', '6.5'],
    ['Denoise', '0'],
    ['Size', '832 × 640'],
    ['Version', 'v1'],
  ]);
});

it('says nothing of what is not known', () => {
  expect(madeRows({ ...take, settings: {}, made: null }, none)).toEqual([]);
  expect(madeRows({ ...take, settings: { width: 8 }, made: null }, none)).toEqual([]);
});

it('says what it was told to change, and what it looked at', () => {
  const rows = madeRows(
    { ...take, settings: {} },
    { ...none, by: 'ComfyUI', told: 'Make it night.', lookedAt: ['Mira', 'shot 3'] },
  );
  expect(rows).toEqual([
    ['Generator', 'ComfyUI'],
    ['Told to change', 'Make it night.'],
    ['Looked at', 'Mira, shot 3'],
  ]);
});
