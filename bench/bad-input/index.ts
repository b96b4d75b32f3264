/**
 * Bad input in full size: `npm run test:bad-input [-- KIND…]`. Each kind is opened in a process of its own, with bars
 * for time and memory; `npm test` has a small one of each (bad-input.test.ts).
 */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../board.js';
import { withBundles } from '../bundled.js';
import { mebibytes } from '../cost.js';
import { table } from '../statistics.js';
import type { Kind } from './kind.js';
import { KINDS } from './kinds.js';
import type { Outcome } from './open-folder.js';

/** Milliseconds after which a kind counts as a hang. */
const HANGS = 300_000;

interface Row {
  readonly cells: readonly string[];
  readonly wrong: string | null;
}

const row = (kind: Kind, program: string): Promise<Row> =>
  inTemporaryFolder(async (folder) => {
    const inside = join(folder, 'input');
    await mkdir(inside);
    const path = await kind.make(inside, true);
    const args = [program, path, join(folder, 'data'), kind.looks ? 'looks' : 'opens'];
    try {
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        timeout: HANGS,
        maxBuffer: 64 * 1024 * 1024,
      });
      return judged(kind, JSON.parse(stdout) as Outcome & { peak: number });
    } catch (thrown) {
      const why = `its process ended: ${String(thrown).slice(0, 300)}`;
      return { cells: [kind.name, 'FAILED', '–', '–', '–'], wrong: why };
    }
  });

function judged(kind: Kind, outcome: Outcome & { peak: number }): Row {
  const { error, shots, shown, unreadable, skipped, defects, opened, seconds, peak } = outcome;
  const over = [
    opened > kind.opened && `open after ${opened.toFixed(1)} s, at most ${kind.opened}`,
    seconds > kind.seconds && `took ${seconds.toFixed(1)} s, at most ${kind.seconds}`,
    peak > kind.mebibytes * 2 ** 20 && `took ${mebibytes(peak)}, at most ${kind.mebibytes} MiB`,
    defects.length > 0 && `defects: ${defects.slice(0, 3).join('; ')}`,
    kind.wrong(outcome, true),
  ].filter(Boolean);
  const said =
    error ??
    `${shots} shots: ${shown} shown, ${Object.keys(unreadable).length} say why not; ${skipped.length} left out`;
  return {
    cells: [kind.name, said, opened.toFixed(1), seconds.toFixed(1), mebibytes(peak)],
    wrong: over.join('\n  ') || null,
  };
}

const asked = process.argv.slice(2);
const kinds = KINDS.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)));
const rows: Row[] = [];
await withBundles({ one: 'bench/bad-input/one.ts' }, async (bundleOf) => {
  for (const kind of kinds) {
    rows.push(await row(kind, bundleOf('one')));
    console.error(rows.at(-1)?.cells.join(' · '));
  }
});
console.log(
  table(
    ['Kind', 'Result', 'Open after s', 'All after s', 'Memory'],
    rows.map(({ cells }) => cells),
  ),
);
const wrong = rows.filter((one) => one.wrong !== null);
for (const one of wrong) console.log(`\n${one.cells[0]}:\n  ${one.wrong}`);
process.exit(wrong.length === 0 ? 0 : 1);
