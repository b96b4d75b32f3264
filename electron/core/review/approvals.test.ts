import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Request } from '@shared/records/index.js';
import { anApproval } from '@testing/approval.js';
import { importOf } from '@testing/bundle-of.js';
import { aBoard, aPortrait } from '@testing/records.js';

import { describe, expect, it } from 'vitest';
import { approvalKey } from './approval-key.js';
import type { Review } from './index.js';
import { freshDesk } from './testing/desk.js';
import { makePicture, setRequest } from './testing/program.js';

const desk = freshDesk();

const approval = anApproval({
  prompt: 'a girl under a RED umbrella',
  negativePrompt: 'blue umbrella',
  strength: 0.5,
});

function approved(): Review {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.run(review, approval);
  return review;
}

const keyFile = () => join(desk.root, 'data', 'approvals.key');
const request = (review: Review): Request => Object.values(review.records.request)[0] as Request;
const stateOf = (review: Review) => Object.values(review.records.request).map(({ state }) => state);

/** As it is found by another machine, or by this one after `sql` was done to the file. */
function reopened(review: Review, { elsewhere = false, sql = '' } = {}): Review {
  desk.close(review);
  if (elsewhere) rmSync(keyFile());
  if (sql) desk.alter(review, sql);
  return desk.open();
}

const setJson = (table: string, path: string, value: unknown): string =>
  `UPDATE ${table} SET json = json_set(json, '$.${path}', json('${JSON.stringify(value)}'))`;

describe('an approval', () => {
  it('stays one on this machine, whatever happens to the request on its way', () => {
    let review = reopened(approved());
    expect(stateOf(review)).toEqual(['queued']);
    setRequest(review, request(review), { state: 'running' });
    setRequest(review, request(review), { handle: { output: 'picture.png' } });
    review = reopened(review);
    expect(stateOf(review)).toEqual(['running']);
    expect(review.isApprovedHere(request(review))).toBe(true);
    setRequest(review, request(review), { state: 'failed', handle: null, error: 'out of memory' });
    review = reopened(review);
    setRequest(review, request(review), { state: 'queued', error: null });
    expect(stateOf(review)).toEqual(['queued']);
  });

  it('is none on another machine: it waits for a yes, and says so in history', () => {
    const review = reopened(approved(), { elsewhere: true });
    expect(stateOf(review)).toEqual(['elsewhere']);
    expect(review.history(1)).toMatchObject([
      { kind: 'system', label: 'Ask again for what was approved elsewhere' },
    ]);
    expect(stateOf(reopened(review))).toEqual(['elsewhere']);
  });

  it('is shown so too where nothing can be written', () => {
    const review = approved();
    const second = desk.open();
    expect(second.readOnly).not.toBeNull();
    expect(stateOf(second)).toEqual(['queued']);
    desk.close(second);
    rmSync(keyFile());
    expect(stateOf(desk.open())).toEqual(['elsewhere']);
    expect(stateOf(review)).toEqual(['queued']);
  });

  it.each([
    ['request', 'prompt', 'something else'],
    ['request', 'negativePrompt', ''],
    ['request', 'seed', '7'],
    ['request', 'strength', 1],
    ['request', 'strength', null],
    ['request', 'mask', { shapes: [{ kind: 'brush', size: 0.1, points: [[0.5, 0.5]] }], feather: 0 }],
    ['request', 'instruction', 'Make it night.'],
    ['request', 'references', [{ takeId: 'take-1', region: null }]],
    ['request', 'generator', 'command'],
    ['request', 'approvedBy', 'automatic'],
    ['request', 'shotId', 'shot-1'],
    ['request', 'fromTakeId', 'take-1'],
    ['request', 'handle', { output: '/etc/hostname' }],
    ['take', 'sha256', 'f'.repeat(64)],
    ['take', 'width', 8000],
    ['take', 'height', 8000],
    ['take', 'settings', { steps: 20, model: 'another' }],
  ] as const)('does not hold once the %s has another %s', (table, field, value) => {
    const review = reopened(approved(), { sql: setJson(table, field, value) });
    expect(stateOf(review)).toEqual(['elsewhere']);
  });

  it('holds in whatever order the fields of its picture are written', () => {
    const turned = { model: 'ink', steps: 20 };
    expect(stateOf(reopened(approved(), { sql: setJson('take', 'settings', turned) }))).toEqual(['queued']);
  });

  it.each([
    ['another sentence', setJson('request', 'instruction', 'Make it day.')],
    ['no sentence', "UPDATE request SET json = json_remove(json, '$.instruction')"],
    ['another part', setJson('request', 'references[0].region.x', 0.1)],
    ['all of the picture', setJson('request', 'references[0].region', null)],
    ['the picture of another take', setJson('request', 'references[0].takeId', 'take-0')],
    ['other bytes', `${setJson('take', 'sha256', 'f'.repeat(64))} WHERE id = 'take-1'`],
  ])('given for a sentence and a picture to look like does not hold for %s', (_what, sql) => {
    const review = desk.open();
    review.importRecords(aBoard(2));
    const region = { x: 0, y: 0, width: 0.5, height: 1 };
    const references = [{ takeId: 'take-1', region }];
    desk.run(review, { ...approval, instruction: 'Make it night.', references });
    const same = reopened(review);
    expect(stateOf(same)).toEqual(['queued']);
    expect(stateOf(reopened(same, { sql }))).toEqual(['elsewhere']);
  });

  it.each([
    [
      'the picture of another of the cast',
      setJson('request', 'references[0].portraitId', aPortrait('Ada').id),
    ],
    ['the picture of a take', setJson('request', 'references[0]', { takeId: 'take-1', region: null })],
    ['other bytes', `${setJson('portrait', 'sha256', 'f'.repeat(64))} WHERE json ->> 'name' = 'Mira'`],
    ['a picture that is gone', "DELETE FROM portrait WHERE json ->> 'name' = 'Mira'"],
  ])('given for a picture of the cast to look like does not hold for %s', (_what, sql) => {
    const review = desk.open();
    const [mira, ada] = [aPortrait('Mira'), { ...aPortrait('Ada'), sha256: 'd'.repeat(64) }];
    review.importRecords({ ...aBoard(2), portrait: { [mira.id]: mira, [ada.id]: ada } });
    desk.run(review, { ...approval, references: [{ portraitId: mira.id, region: null }] });
    const same = reopened(review);
    expect(stateOf(same)).toEqual(['queued']);
    expect(stateOf(reopened(same, { sql }))).toEqual(['elsewhere']);
  });

  it('does not hold for another request under its id, nor for its copy under another', () => {
    const copied = `INSERT INTO request (id, json) SELECT 'copy', json_set(json, '$.id', 'copy') FROM request;
      INSERT INTO approval SELECT 'copy', mark FROM approval`;
    const review = reopened(approved(), { sql: copied });
    expect(stateOf(review).sort()).toEqual(['elsewhere', 'queued']);
    const twice = `DELETE FROM request WHERE id = 'copy';
      INSERT INTO request (id, json) SELECT 'copy', json FROM request`;
    const again = reopened(review, { sql: twice });
    expect(stateOf(again)).toEqual(['queued']);
    expect(again.skipped).toMatchObject([{ reason: expect.stringContaining('cannot be read') }]);
  });
});

describe('undo and redo', () => {
  it('bring back an approval of this machine', () => {
    const review = approved();
    review.undo();
    expect(stateOf(review)).toEqual([]);
    const again = reopened(review);
    again.redo();
    expect(stateOf(again)).toEqual(['queued']);
    desk.run(again, { type: 'cancel-request', requestId: request(again).id });
    again.undo();
    expect(stateOf(again)).toEqual(['queued']);
  });

  it('bring back none that a history from elsewhere holds', () => {
    const review = approved();
    review.undo();
    const again = reopened(review, { elsewhere: true });
    again.redo();
    expect(stateOf(again)).toEqual(['elsewhere']);
    expect(again.history(1)[0]?.diff.request?.added[request(again).id]?.state).toBe('elsewhere');
    const opened = reopened(again);
    expect(opened.records).toEqual(again.records);
  });

  it('bring back none that was cancelled elsewhere', () => {
    const review = approved();
    desk.run(review, { type: 'cancel-request', requestId: request(review).id });
    const again = reopened(review, { elsewhere: true });
    again.undo();
    expect(stateOf(again)).toEqual(['elsewhere']);
  });

  it('change no words of an approval that stays one', () => {
    const review = approved();
    desk.run(review, { type: 'set-stars', shotId: 'shot-0', stars: 3 });
    const now = request(review);
    const forged = {
      request: { added: {}, updated: { [now.id]: [{ ...now, prompt: 'mine' }, now] }, removed: {} },
    };
    const again = reopened(review, {
      sql: `UPDATE events SET diff = '${JSON.stringify(forged)}' WHERE seq = (SELECT max(seq) FROM events)`,
    });
    again.undo();
    expect(request(again)).toMatchObject({ prompt: 'mine', state: 'elsewhere' });
  });
});

describe('a yes to what was approved elsewhere', () => {
  it('makes it an approval of this machine, from its start, and can be taken back', () => {
    let review = approved();
    setRequest(review, request(review), { state: 'running', handle: { output: '/etc/hostname' } });
    review = reopened(review, { elsewhere: true });
    const requestId = request(review).id;
    expect(desk.run(review, { type: 'approve-again', requestId }).label).toBe('Approve shot 1 again');
    expect(request(review)).toMatchObject({ state: 'queued', handle: null, approvedBy: 'artist' });
    review = reopened(review);
    expect(stateOf(review)).toEqual(['queued']);
    review.undo();
    expect(stateOf(review)).toEqual(['elsewhere']);
    review.redo();
    expect(stateOf(review)).toEqual(['queued']);
    setRequest(review, request(review), { state: 'running' });
    expect(review.undo()[0].note).toContain('The picture under way for shot 1 is stopped.');
    expect(stateOf(review)).toEqual(['elsewhere']);
  });

  it('is not needed for what is made already', () => {
    const review = approved();
    makePicture(review, request(review));
    expect(stateOf(reopened(review, { elsewhere: true }))).toEqual(['done']);
  });
});

describe('the key', () => {
  it('is 32 bytes that only its owner reads, and stays the same', () => {
    desk.close(approved());
    const key = readFileSync(keyFile());
    expect(key).toHaveLength(32);
    if (process.platform !== 'win32') expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(approvalKey(join(desk.root, 'data'))).toEqual(key);
    const another = join(desk.root, 'not', 'made', 'yet');
    expect(approvalKey(another)).not.toEqual(key);
    expect(readdirSync(another)).toEqual(['approvals.key']);
  });

  it('is not taken for missing where it cannot be read', () => {
    mkdirSync(join(desk.root, 'data', 'approvals.key'), { recursive: true });
    expect(() => approvalKey(join(desk.root, 'data'))).toThrow(
      expect.objectContaining({ code: 'EISDIR', syscall: 'read' }),
    );
    expect(readdirSync(join(desk.root, 'data'))).toEqual(['approvals.key']);
  });

  it('is one and the same for processes that ask for it at once', async () => {
    const folders = Array.from({ length: 40 }, (_, n) => join(desk.root, `data-${n}`));
    const keys = fileURLToPath(new URL('approval-key.ts', import.meta.url));
    const program = `
      import { approvalKey } from ${importOf(keys)};
      for (const folder of JSON.parse(process.env.FOLDERS)) console.log(approvalKey(folder).toString('hex'));
    `;
    const env = { ...process.env, FOLDERS: JSON.stringify(folders) };
    const args = ['--input-type=module', '-e', program];
    const run = async () => (await promisify(execFile)(process.execPath, args, { env })).stdout;
    const [first, second, third] = await Promise.all([run(), run(), run()]);
    expect(first?.match(/^[0-9a-f]{64}$/gm)).toHaveLength(folders.length);
    expect(second).toBe(first);
    expect(third).toBe(first);
    expect(readdirSync(folders[0] ?? '')).toEqual(['approvals.key']);
  });

  it('is made anew where it is cut off', () => {
    const review = approved();
    desk.close(review);
    writeFileSync(keyFile(), 'half');
    expect(stateOf(desk.open())).toEqual(['elsewhere']);
    expect(readFileSync(keyFile())).toHaveLength(32);
    expect(readdirSync(join(desk.root, 'data')).sort()).toEqual(['approvals.key', 'locks']);
  });
});
