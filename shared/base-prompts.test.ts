import { expect, it } from 'vitest';
import { basePrompts, type Prompts } from './base-prompts.js';

it.each<[why: string, round: number, take: string[], shot: string[], changed: string[]]>([
  ['an imported take: what the shot says now', 0, ['take', 'take−'], ['shot', 'shot−'], ['shot', 'shot−']],
  ['an imported take whose shot says nothing', 0, ['take', 'take−'], ['', ''], ['take', 'take−']],
  ['a regenerated take: what it was made from', 1, ['take', 'take−'], ['shot', 'shot−'], ['take', 'take−']],
  ['a regenerated take without unwanted words', 1, ['take', ''], ['shot', 'shot−'], ['take', '']],
  ['a regenerated take that knows no words', 1, ['', 'take−'], ['shot', 'shot−'], ['shot', 'shot−']],
  ['no words anywhere: the description', 0, ['', ''], ['', ''], ['A girl.', '']],
])('%s', (_why, round, take, shot, changed) => {
  const words = ([prompt = '', negativePrompt = '']: string[]): Prompts => ({ prompt, negativePrompt });
  const base = { shot: { description: 'A girl.', ...words(shot) }, take: { round, ...words(take) } };
  expect(basePrompts(base)).toEqual(words(changed));
});
