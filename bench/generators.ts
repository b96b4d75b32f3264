/**
 * `npm run bench:generators`: what each generator can do, and what an artist gets on its bad days. Servers are doubles
 * that are held to recordings of the real ones. Tables in Markdown.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATORS } from '@core/generators/index.js';
import { generatorCapability } from '@shared/contract/index.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { plainPng, withTexts } from '@testing/pictures.js';
import { inTemporaryFolder } from './board.js';
import { COMMAND_HEADER, commandRows } from './generators/command-days.js';
import { SERVER_HEADER, serverRows } from './generators/server-days.js';
import { STORYBOOK_HEADER, storybookRows } from './generators/storybook-days.js';
import { table } from './statistics.js';

const CAPABILITIES = generatorCapability.options;
const show = (header: readonly string[], rows: readonly (readonly string[])[]): void =>
  console.log(`${table(header, rows)}\n`);

show(
  ['generator', ...CAPABILITIES],
  GENERATORS.map(({ name, connect, settings }) => {
    const can = connect(settings.parse({}))?.capabilities ?? [];
    return [name, ...CAPABILITIES.map((one) => (can.includes(one) ? 'yes' : ''))];
  }),
);

await inTemporaryFolder(async (folder) => {
  const take = join(folder, 'take.png');
  await writeFile(take, withTexts(await plainPng(), { prompt: writePython(usualGraph()) }));
  show(SERVER_HEADER, await serverRows(take, folder));
  show(COMMAND_HEADER, await commandRows(take, folder));
  show(STORYBOOK_HEADER, await storybookRows(take, folder));
});
