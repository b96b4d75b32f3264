/** The page of models and devices, and a hub for it that answers on this machine. */
import { CATALOGUE, type CatalogueEntry, filesFor } from '@models/library/index.js';
import { FaultServer } from '@testing/fault-server.js';
import { hubPath } from '@testing/hub-path.js';
import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';

export const LLAVA = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;

/** What only fine weights need. */
const FINE = 'onnx/vision_encoder_fp16.onnx';

/** Stands in for the hub, with files that are no models but have their names. */
export async function startMirror(): Promise<FaultServer> {
  const paths = [...filesFor(LLAVA, 'cpu').map(({ path }) => path), FINE];
  const files = paths.map((path) => [hubPath(LLAVA, path), Buffer.alloc(2_000_000, path)]);
  const server = await FaultServer.start(Object.fromEntries(files));
  onTestFinished(() => server.close());
  return server;
}

export async function openModels(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Judge:/ }).click();
  await page.getByRole('button', { name: 'Models and devices…' }).click();
}
