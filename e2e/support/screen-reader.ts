/** A screen reader in the page: it goes through the document and hears what is announced, as specified by WAI-ARIA 1.2. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The reader as one script: the page lets none in from elsewhere. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { virtual } from '@guidepup/virtual-screen-reader/browser.js'",
      resolveDir: HERE,
    },
    bundle: true,
    format: 'iife',
    globalName: 'screenReader',
    platform: 'browser',
    write: false,
  });
  return `${outputFiles[0]?.text}; globalThis.screenReader = screenReader.virtual; undefined`;
}

interface Virtual {
  start(options: { container: Element }): Promise<void>;
  next(): Promise<void>;
  act(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
  clearSpokenPhraseLog(): Promise<void>;
}

declare const screenReader: Virtual;

/** More stops than any part of the window has. */
const MOST = 600;

export class ScreenReader {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async start(page: Page): Promise<ScreenReader> {
    await page.evaluate(await script());
    await page.evaluate(() => screenReader.start({ container: document.body }));
    return new ScreenReader(page);
  }

  /** Everything said since it was last asked. */
  async said(): Promise<string[]> {
    const said = await this.#page.evaluate(async () => {
      const log = await screenReader.spokenPhraseLog();
      await screenReader.clearSpokenPhraseLog();
      return log;
    });
    return said;
  }

  /** Goes on until it says something that starts so, and returns what it said on the way. */
  async readTo(start: string): Promise<string[]> {
    const found = await this.#page.evaluate(
      async ([wanted, most]) => {
        for (let stop = 0; stop < most; stop++) {
          await screenReader.next();
          if ((await screenReader.lastSpokenPhrase()).startsWith(wanted)) return true;
        }
        return false;
      },
      [start, MOST] as const,
    );
    const said = await this.said();
    if (!found) throw new Error(`“${start}” is not to be heard, but:\n${said.join('\n')}`);
    return said;
  }

  /** Presses what it stands on. */
  act(): Promise<void> {
    return this.#page.evaluate(() => screenReader.act());
  }
}
