/** The page of models and devices, and a hub for it that answers on this machine. */
import { AxeBuilder } from '@axe-core/playwright';
import { CATALOGUE, type CatalogueEntry, filesFor } from '@models/library/index.js';
import { FaultServer } from '@testing/fault-server.js';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

export const LLAVA = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;

/** Stands in for the hub, with files that are no models but have their names. */
export async function startMirror(): Promise<FaultServer> {
  const files = ['main', 'a'.repeat(40)].flatMap((revision) =>
    filesFor(LLAVA, 'cpu').map(({ path }) => [
      `/llava-hf/llava-onevision-qwen2-0.5b-ov-hf/resolve/${revision}/${path}`,
      Buffer.alloc(2_000_000, path),
    ]),
  );
  const server = await FaultServer.start(Object.fromEntries(files));
  onTestFinished(() => server.close());
  return server;
}

/** Of the dialog on top: what lies under its veil cannot be reached, and is dim. */
export async function unfairness(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('.dialog:not([aria-hidden="true"])')
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

export async function openModels(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Judge:/ }).click();
  await page.getByRole('button', { name: 'Models and devices…' }).click();
}
