import { expect, it } from 'vitest';
import { eachPart } from './each-part.js';
import type { Mutant } from './score.js';

const mutant = (file: string): Mutant => ({ file, row: 1, line: 'a', becomes: 'b', noticed: true });

it('measures every other part where one cannot be measured, and says which and why', async () => {
  const planted = await eachPart([{ part: 'one' }, { part: 'two' }, { part: 'three' }], async ({ part }) => {
    if (part === 'two') throw new Error('a test fails without any fault');
    return [mutant(`${part}.ts`)];
  });
  expect(planted).toEqual({
    mutants: [mutant('one.ts'), mutant('three.ts')],
    failed: [{ part: 'two', why: 'a test fails without any fault' }],
  });
});
