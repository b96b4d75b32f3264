import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { importOf } from '@testing/bundle-of.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();
const REVIEW = fileURLToPath(new URL('index.ts', import.meta.url));

/** Runs commands for ever and says the id of each only after it returned. */
const WRITER = `
  import { writeSync } from 'node:fs';
  import { openReview } from ${importOf(REVIEW)};
  // The pipe is not waited for by itself: it may be full while the reader is busy.
  const say = (line) => {
    for (;;) {
      try {
        return writeSync(1, line);
      } catch (thrown) {
        if (thrown.code !== 'EAGAIN') throw thrown;
      }
    }
  };
  const settings = { artist: 'Grace', generator: 'none', rounds: 3 };
  const folder = process.env.FOLDER;
  const review = openReview({ folder, dataFolder: folder, settings: () => settings });
  for (let n = 0; ; n++) {
    const id = 'call-' + n;
    if (n % 5 === 4) review.undo();
    else {
      const command = { type: 'set-note', shotId: 'shot-' + (n % 2), note: 'note ' + n };
      review.run({ id, at: Date.now(), command });
    }
    if (n % 5 !== 4) say(id + '\\n');
  }
`;

test('a process killed among its commands loses none that returned, was the only writer, and leaves no lock', async () => {
  const made = desk.open();
  made.importRecords(aBoard(2));
  desk.close(made);
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER], {
    env: { ...process.env, FOLDER: join(desk.root, 'board') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const returned: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    returned.push(line);
    if (returned.length === 10) {
      const second = desk.open();
      expect(second.readOnly).toContain('Open by Grace since');
      expect(second.readOnly).toContain(`(process ${writer.pid})`);
      expect(codeOf(() => desk.run(second, { type: 'rename', title: 'x' }))).toBe('REVIEW_LOCKED');
      expect(second.records.shot['shot-0']?.note).toMatch(/^note /);
      desk.close(second);
    }
    if (returned.length === 60) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  expect(writer.signalCode).toBe('SIGKILL');
  const review = desk.open();
  expect(review.readOnly).toBeNull();
  const kept = new Set(review.history(10_000).map((event) => event.commandId));
  expect(returned.length).toBeGreaterThanOrEqual(60);
  expect(returned.filter((id) => !kept.has(id))).toEqual([]);
  desk.run(review, { type: 'rename', title: 'Pier' });
});
