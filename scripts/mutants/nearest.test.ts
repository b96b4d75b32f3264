import { expect, it } from 'vitest';
import { importsFrom, nearestFirst, noticing } from './nearest.js';

const IMPORTS = new Map(
  Object.entries({
    'far/rule.test.ts': ['far/other.ts', 'testing/board.ts'],
    'testing/board.ts': ['near/testing/shot.ts', 'far/apart.ts'],
    'far/other.ts': ['near/index.ts'],
    'near/index.ts': ['near/rule.ts'],
    'near/whole.test.ts': ['near/index.ts'],
    'near/part.test.ts': ['near/rule.ts'],
    'near/rule.test.ts': ['near/index.ts'],
    'near/apart.test.ts': ['near/other.ts'],
    'next/whole.test.ts': ['near/index.ts'],
  }),
);

it('takes the test that is named for a rule first, then the closest, and none that does not import it', () => {
  const tests = [...IMPORTS.keys()].filter((file) => file.endsWith('.test.ts'));
  expect(nearestFirst('near/rule.ts', tests.toReversed(), IMPORTS)).toEqual([
    'near/rule.test.ts',
    'far/rule.test.ts',
    'near/part.test.ts',
    'near/whole.test.ts',
    'next/whole.test.ts',
  ]);
});

it('knows what decides whether a fault is noticed: those tests, and what they share', () => {
  const tests = ['far/rule.test.ts', 'near/apart.test.ts'];
  expect(noticing('near/rule.ts', tests, IMPORTS)).toEqual([
    'far/rule.test.ts',
    'testing/board.ts',
    'near/testing/shot.ts',
  ]);
});

it('follows what a file imports, by alias too, and no types', () => {
  const imports = importsFrom(['scripts/mutants/kept-results.test.ts']);
  expect(imports.get('scripts/mutants/kept-results.test.ts')).toEqual([
    'testing/folder.ts',
    'scripts/mutants/kept-results.ts',
  ]);
  expect(importsFrom(['scripts/mutants/each-part.ts']).get('scripts/mutants/each-part.ts')).toEqual([]);
});
