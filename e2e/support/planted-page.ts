/** The interface, built with a fault that can be switched on in any of its components. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Components of one file alone that are broken too; their names are no other's. */
const INNER = new Set(['UndoButtons']);

/** Every component that others use asks first whether it is the one that breaks. */
const plant: Plugin = {
  name: 'plant',
  enforce: 'pre',
  transform(code, id) {
    if (!/renderer\/.*\.tsx$/.test(id)) return null;
    return code.replace(/^(?:export )?function (\w+)\([^()]*\) \{$/gm, (head, name) =>
      head.startsWith('export') || INNER.has(name)
        ? `${head} if (globalThis.planted === '${name}') throw new Error('planted in ${name}');`
        : head,
    );
  },
};

export async function buildPlantedPage(folder: string): Promise<void> {
  await build({
    root: `${root}/renderer`,
    configFile: `${root}/vite.config.ts`,
    plugins: [plant],
    build: { outDir: folder, emptyOutDir: true, minify: false },
    logLevel: 'warn',
  });
}

/** From its next drawing on, `component` throws; null = none does. */
export async function breakComponent(page: Page, component: string | null): Promise<void> {
  await page.evaluate((name) => Object.assign(globalThis, { planted: name }), component);
}
