import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { aJudge } from '@testing/judge.js';
import { expect, it } from 'vitest';
import { LastJudges } from './last-judges.js';

const path = async () => join(await temporaryFolder(), 'data', 'judges.json');
const named = (id: string, version: string) => ({ ...aJudge(version), id });

it('keeps of each judge how it was last, for the next start', async () => {
  const file = await path();
  const last = new LastJudges(file);
  expect(await last.of('a')).toBeNull();
  // None waits for the one before.
  await Promise.all([last.put(named('a', '1')), last.put(named('b', '1')), last.put(named('a', '2'))]);
  const later = new LastJudges(file);
  expect([await later.of('a'), await later.of('b')]).toEqual([named('a', '2'), named('b', '1')]);
  expect([await later.of('c'), await later.of('toString')]).toEqual([null, null]);
});

it('keeps nothing of devices that failed: another start tries them anew', async () => {
  const last = new LastJudges(await path());
  await last.put({ ...aJudge('1'), refused: [{ device: 'webgpu', reason: 'it is slow' }] });
  expect(await last.of('test')).toEqual(aJudge('1'));
});

it('writes nothing where nothing changed', async () => {
  const file = await path();
  const last = new LastJudges(file);
  await last.put(aJudge('1'));
  const text = `${await readFile(file, 'utf8')} `;
  await writeFile(file, text);
  await last.put(aJudge('1'));
  expect(await readFile(file, 'utf8')).toBe(text);
});

it.each(['{"test":', '{"test":{"id":1}}', '[]', 'null', ''])(
  'knows no judge where its file is “%s”, and goes on',
  async (text) => {
    const file = await path();
    const last = new LastJudges(file);
    await last.put(named('other', '1'));
    await writeFile(file, text);
    expect(await last.of('test')).toBeNull();
    await last.put(aJudge('1'));
    expect(await last.of('test')).toEqual(aJudge('1'));
  },
);

it('goes on with the next where one could not be kept', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const last = new LastJudges(join(folder, 'file', 'judges.json'));
  await expect(last.put(aJudge('1'))).rejects.toMatchObject({ code: 'SAVE_FAILED' });
  await expect(last.put(aJudge('2'))).rejects.toMatchObject({ code: 'SAVE_FAILED' });
});

it('says when nothing is being written any more', async () => {
  const file = await path();
  const last = new LastJudges(file);
  void last.put(aJudge('1'));
  await last.written();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ test: { version: '1' } });
});
