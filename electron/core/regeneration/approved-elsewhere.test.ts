/** A review that came from another machine brings orders along. Nothing of them is made without a yes here. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Request } from '@shared/records/index.js';
import { aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { openWorkshop, shareApplication, type Workshop } from './testing/workshop.js';

shareApplication();

/** Closes the storyboard and writes an order into its file, as whoever has the file can. */
async function planted(shop: Workshop, fields: Partial<Request>): Promise<void> {
  const { id: shotId, pickId } = shop.shotAt(0);
  const { file } = shop.application.board.review;
  await shop.application.closeBoard();
  const request = aRequest('planted', {
    shotId,
    fromTakeId: pickId ?? '',
    prompt: 'what somebody else wants',
    ...fields,
  });
  const db = new DatabaseSync(file);
  db.prepare('INSERT INTO request (id, json) VALUES (?, ?)').run(request.id, JSON.stringify(request));
  db.close();
}

const states = (shop: Workshop) => shop.requests().map(({ state }) => state);

describe('orders that came with a review file', () => {
  it.each([
    { state: 'queued' },
    { state: 'queued', approvedBy: 'automatic' },
    { state: 'running', handle: { output: '/etc/hostname' } },
  ] as const)('are not made when it is opened: %j', async (fields) => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    await planted(shop, fields);
    await shop.reopen();
    await shop.made();
    expect(await shop.orders()).toEqual([]);
    expect(shop.takesOf(0)).toHaveLength(1);
    expect(states(shop)).toEqual(['elsewhere']);
  });

  it('are not made either when failed ones are to run again', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    await planted(shop, { state: 'failed', error: 'out of memory' });
    await shop.reopen();
    await shop.ended(shop.application.regeneration.start({ failedToo: true }));
    expect(await shop.orders()).toEqual([]);
    expect(states(shop)).toEqual(['elsewhere']);
  });

  it('are made after a yes, from the start, and of the words that were shown', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    await writeFile(join(shop.folder, 'private.png'), 'a private picture');
    await planted(shop, { state: 'running', handle: { output: join(shop.folder, 'private.png') } });
    await shop.reopen();
    shop.send({ type: 'approve-again', requestId: 'planted' });
    await shop.made();
    expect(await shop.orders()).toMatchObject([{ prompt: 'what somebody else wants' }]);
    expect(states(shop)).toEqual(['done']);
  });

  it('are not made when their picture is changed after the yes', async () => {
    const shop = await openWorkshop({ plan: ['wait', 'right-0'] });
    shop.approve(0);
    await shop.waits();
    const { review } = shop.application.board;
    await shop.application.closeBoard();
    const db = new DatabaseSync(review.file);
    db.exec(`UPDATE take SET json = json_set(json, '$.settings', json('{"model":"another"}'))`);
    db.close();
    await shop.reopen();
    await shop.made();
    expect(await shop.orders()).toHaveLength(1);
    expect(states(shop)).toEqual(['elsewhere']);
  });

  it('never take another file of the machine for the picture that they start from', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    await writeFile(join(shop.folder, 'private.png'), 'a private picture');
    const { file } = shop.application.board.review;
    await shop.application.closeBoard();
    const db = new DatabaseSync(file);
    db.exec(`UPDATE take SET json = json_set(json, '$.path', '../private.png')`);
    db.close();
    await shop.reopen();
    shop.approve(0);
    await shop.made();
    expect(await shop.orders()).toEqual([]);
    expect(shop.requests()).toMatchObject([
      { state: 'failed', error: expect.stringMatching(/private\.png/) },
    ]);
  });
});
