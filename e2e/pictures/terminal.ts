/** A stage of a pipeline as it runs in a terminal. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { CLI, PROGRAM } from '../support/host.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What it writes, in the order that it comes, on a copy of the example. */
async function written(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-stage-'));
  try {
    for (const name of ['lantern', 'pipeline.json'])
      await cp(join(PROGRAM, 'examples', name), join(folder, name), { recursive: true });
    const child = spawn(process.execPath, [CLI, 'stage', '--config', 'pipeline.json'], {
      cwd: folder,
      env: { ...process.env, CONTINUIST_DATA_FOLDER: join(folder, 'data') },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`the stage ended with ${code}: ${text}`);
    return text.trim();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

export async function stageInTerminal(page: Page): Promise<Buffer> {
  const text = await written();
  await page.goto('about:blank');
  await page.setContent(
    `<body style="margin:0;background:#161616"><pre style="margin:0;padding:20px 24px;color:#e2e2e2;` +
      `font:15px/1.45 monospace;white-space:pre-wrap"><b>$ continuist stage --config pipeline.json</b>\n${escaped(text)}</pre>`,
  );
  return page.locator('pre').screenshot();
}
