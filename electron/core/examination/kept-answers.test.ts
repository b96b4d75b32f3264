import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aJudge } from '@testing/judge.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { examinedIn, KeptAnswers } from './kept-answers.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const answers = [{ kind: 'relation' as const, text: 'a girl on the left', truth: true, p: 0.75, again: 0.7 }];
const frame = (at: number) => ({ frame: at, at: 1000, milliseconds: 20, answers });

it('keeps what each version of a judge answered, and goes on from it', async () => {
  const kept = new KeptAnswers(join(folder, 'examinations'));
  expect(await kept.of('a-1')).toBeNull();
  expect((await kept.begin({ ...aJudge('a-1'), dtype: 'q4' })).frames).toEqual([]);
  await kept.add('a-1', frame(0));
  await kept.begin(aJudge('b/../2'));
  const again = await new KeptAnswers(join(folder, 'examinations')).begin(aJudge('a-1'));
  expect(again).toMatchObject({ header: { judge: 'test', version: 'a-1', dtype: 'q4' }, frames: [frame(0)] });
  expect(examinedIn(again)).toEqual([{ skill: 'side', frame: 0, truth: true, p: 0.75, again: 0.7 }]);
  expect((await kept.all()).map(({ header }) => header.version).sort()).toEqual(['a-1', 'b/../2']);
  expect((await readdir(join(folder, 'examinations'))).sort()).toEqual(['a-1.jsonl', 'b_.._2.jsonl']);
});

it('asks again of a picture whose line was cut off, and of all where the file is none of this set', async () => {
  const kept = new KeptAnswers(folder);
  await kept.begin(aJudge('a-1'));
  await kept.add('a-1', frame(0));
  await appendFile(join(folder, 'a-1.jsonl'), '{"frame":1,"at":1000,"mill');
  await kept.begin(aJudge('a-1'));
  await kept.add('a-1', frame(2));
  expect((await kept.of('a-1'))?.frames.map((one) => one.frame)).toEqual([0, 2]);
  const text = await readFile(join(folder, 'a-1.jsonl'), 'utf8');
  await writeFile(join(folder, 'a-1.jsonl'), text.replace('"drawn-2"', '"drawn-1"'));
  expect(await kept.of('a-1')).toBeNull();
  expect((await kept.begin(aJudge('a-1'))).frames).toEqual([]);
});
