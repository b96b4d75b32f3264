import type { GeneratorCapability } from '@shared/contract/index.js';
import { expect, it } from 'vitest';
import { elsewhereAble } from './elsewhere-able.js';

const one = (id: string, ...capabilities: GeneratorCapability[]) => ({
  id,
  name: id,
  status: { capabilities },
});
const plain = one('Storybook', 'txt2img');
const all = [plain, one('ComfyUI', 'instruct', 'reference'), one('Command', 'reference')];

it('names who can what the chosen one cannot', () => {
  expect(elsewhereAble(all, 'Storybook')).toBe(
    'Changing a picture by a sentence and looking like another picture: ComfyUI can.',
  );
  expect(elsewhereAble([plain], 'Storybook')).toMatch(
    /: ComfyUI, or a program of your own, once set up, can\.$/,
  );
});

it('says nothing where the chosen one can one of them', () => {
  expect(elsewhereAble(all, 'ComfyUI')).toBeNull();
  expect(elsewhereAble(all, 'Command')).toBeNull();
});
