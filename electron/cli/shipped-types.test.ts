/** The types that are shipped are those of the program: as the compiler finds here, and as a program that imports them. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@testing/folder.js';
import ts from 'typescript';
import { expect, expectTypeOf, it } from 'vitest';
import type * as Shipped from './continuist.js';
import type * as Own from './gvision.js';

const RIGHT = `
import { ContinuistError, GVision, readFeedback, type Feedback } from 'continuist';
const stop = new AbortController();
const vision = new GVision({ judge: 'storybook', device: 'auto' });
export async function flagged(board: string): Promise<string[]> {
  const feedback: Feedback = await vision.analyse(board, { signal: stop.signal, onProgress: ({ doing, progress }) => console.log(doing, progress), at: new Date() });
  return readFeedback(feedback).shots.filter(({ findings }) => findings.some(({ dismissed }) => !dismissed)).map(({ number }) => number);
}
export const codeOf = (thrown: unknown): string => (thrown instanceof ContinuistError ? thrown.code : '');
`;

const WRONG = `
import { GVision } from 'continuist';
new GVision({ devise: 'cpu' });
new GVision({ device: 'gpu' });
const { totals } = await new GVision().analyse('board');
export const text: string = totals.shots;
`;

/** Nothing runs here: `npm run check` finds what continuist.d.ts lacks, or says wrong. */
it('says what the program has', () => {
  expectTypeOf<Shipped.Feedback>().toEqualTypeOf<Own.Feedback>();
  expectTypeOf<Shipped.DeviceSetting>().toEqualTypeOf<Own.DeviceSetting>();
  expectTypeOf<typeof Shipped.readFeedback>().toEqualTypeOf<typeof Own.readFeedback>();
  expectTypeOf<keyof Shipped.Job>().toEqualTypeOf<keyof Own.Job>();
  expectTypeOf<Own.Job>().toExtend<Shipped.Job>();
  expectTypeOf<typeof Own.GVision>().toExtend<typeof Shipped.GVision>();
  expectTypeOf<keyof typeof Shipped>().toEqualTypeOf<keyof typeof Own>();
});

it('lets a program that imports the package compile, and finds its mistakes', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'node_modules'));
  await symlink(
    fileURLToPath(new URL('../..', import.meta.url)),
    join(folder, 'node_modules', 'continuist'),
    'junction',
  );
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [name, text] of [
    ['right.ts', RIGHT],
    ['wrong.ts', WRONG],
  ] as const)
    await writeFile(join(folder, name), text);
  const program = ts.createProgram(
    ['right.ts', 'wrong.ts'].map((name) => join(folder, name)),
    {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: [],
    },
  );
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      file?.fileName.split('/').at(-1),
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ]);
  expect(found).toEqual([
    ['wrong.ts', expect.stringContaining('devise')],
    ['wrong.ts', expect.stringContaining('"gpu"')],
    ['wrong.ts', expect.stringContaining("'number' is not assignable to type 'string'")],
  ]);
});
