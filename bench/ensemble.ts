/**
 * Whether several judges together are as good as the best of them: `npm run bench:ensemble
 * [-- --frames 100] [--members a,b]`.
 *
 * Members made from the embedded model, each weaker in its own way, are asked about frames never trained on.
 * How they count is fitted on the development split; everything that is printed is of the test split. Ends with
 * exit code 1 when an ensemble is worse than its best member beyond the bootstrap interval. `--members` measures
 * judges of your own instead, and keeps the fit among your models for the program to use.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applicationOptions } from '@core/host/index.js';
import { loadSettings } from '@core/settings/index.js';
import { startNodeChild } from '@inference/index.js';
import { fuse, writeFit } from '@models/ensemble/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { ENSEMBLE_JUDGE, libraryFolders } from '@models/library/index.js';
import type { ServerSetting } from '@shared/settings.js';
import { drawnFrames } from './asked.js';
import { makeMembers, startMember, whatOf } from './ensemble-members.js';
import { type MeasuredEnsemble, measureEnsemble } from './ensemble-report.js';
import { fitEnsemble, type PutClaim } from './fit-ensemble.js';
import { optionsOf } from './options.js';

const values = optionsOf({ frames: { type: 'string', default: '100' }, members: { type: 'string' } });

const ENSEMBLES: readonly (readonly [what: string, members: readonly string[]])[] = [
  ['the embedded model and a coarser copy', ['storybook', 'storybook-coarse']],
  ['the embedded model and one that guesses', ['storybook', 'storybook-lost']],
  ['two that are noisy, each in its own way', ['storybook-noise-1', 'storybook-noise-2']],
  ['each is good where the other is not', ['storybook-things', 'storybook-settings']],
  ['three unequal ones', ['storybook-noise-1', 'storybook-colour-blind', 'storybook-settings']],
];

/** Test frames on which the program's own ensemble must say what is measured here. */
const CHECKED_FRAMES = 3;

/** Where the members' files lie, and the servers among them. */
interface Sources {
  readonly downloadsFolder: string;
  readonly servers: readonly ServerSetting[];
}

interface Asked {
  readonly members: readonly JudgeDescription[];
  readonly dev: readonly PutClaim[];
  readonly test: readonly PutClaim[];
}

/** Each judge in a process of its own, so that each frame is drawn once. */
async function askMembers(
  ids: readonly string[],
  { downloadsFolder, servers }: Sources,
  frames: number,
): Promise<Asked> {
  const clients = ids.map((id) => ({ id, client: startMember(downloadsFolder, { servers }) }));
  const ask = async (split: string): Promise<PutClaim[]> => {
    const put: PutClaim[] = [];
    let frame = 0;
    for await (const { file, claims, questions } of drawnFrames(split, frames)) {
      const said = await Promise.all(clients.map(({ id, client }) => client.judge(id, { file, questions })));
      for (const [at, { kind, truth }] of claims.entries())
        put.push({ kind, truth, frame, ps: said.map(({ answers }) => answers[at]?.p ?? null) });
      frame += 1;
    }
    return put;
  };
  try {
    const members = await Promise.all(clients.map(({ id, client }) => client.describe(id)));
    return { members, dev: await ask('dev'), test: await ask('test') };
  } finally {
    await Promise.all(clients.map(({ client }) => client.close()));
  }
}

/** Of the asked, the members that are wanted, in their order. */
function only({ members, dev, test }: Asked, ids: readonly string[]): Asked {
  const indices = ids.map((id) => members.findIndex((member) => member.id === id));
  const part = (claims: readonly PutClaim[]): PutClaim[] =>
    claims.map((claim) => ({ ...claim, ps: indices.map((at) => claim.ps[at] ?? null) }));
  return {
    members: indices.map((at) => members[at] as JudgeDescription),
    dev: part(dev),
    test: part(test),
  };
}

async function measure(what: string, asked: Asked, sources: Sources): Promise<boolean> {
  const fit = fitEnsemble(asked.members, asked.dev);
  if (Object.keys(fit.kinds).length === 0)
    throw new Error('too few claims to fit any kind on: ask for more --frames');
  const file = await writeFit(fit, sources.downloadsFolder);
  const ids = asked.members.map(({ id }) => id);
  const measured = measureEnsemble(asked.members, fit, asked.test);
  console.log(`\n## ${what}\n`);
  for (const id of ids) console.log(`- ${id}: ${whatOf(id)}`);
  console.log(`\n${measured.table}\n\n${measured.verdict}`);
  await checkProgram(ids, asked.test, measured, sources);
  if (values.members) console.log(`The fit is kept: ${file}`);
  return measured.holds;
}

/** The program's own ensemble, in its process and with the fit as it was written, must answer the same. */
async function checkProgram(
  ids: readonly string[],
  test: readonly PutClaim[],
  { rules }: MeasuredEnsemble,
  { downloadsFolder, servers }: Sources,
): Promise<void> {
  const client = startMember(downloadsFolder, { ensemble: ids, servers });
  let frame = 0;
  let checked = 0;
  try {
    for await (const { file, claims, questions } of drawnFrames('test', CHECKED_FRAMES)) {
      const { answers } = await client.judge(ENSEMBLE_JUDGE, { file, questions });
      const put = test.filter((claim) => claim.frame === frame);
      for (const [at, { kind, text }] of claims.entries()) {
        const opinions = ids.map((id, index) => ({ id, p: put[at]?.ps[index] ?? null }));
        const { p } = fuse(opinions, rules[kind]);
        const said = answers[at]?.p ?? null;
        if (p === null ? said !== null : said === null || Math.abs(said - p) > 1e-6)
          throw new Error(`the program says ${said} of “${text}”, measured here was ${p}`);
        checked += 1;
      }
      frame += 1;
    }
    console.log(`The program’s own ensemble gave the same on ${checked} claims.`);
  } finally {
    await client.close();
  }
}

const frames = Number(values.frames);
if (values.members) {
  const given = await applicationOptions({ host: 'test', startChild: startNodeChild });
  const { servers } = (await loadSettings(given.settings, null)).settings;
  const sources = { downloadsFolder: libraryFolders(given).downloadsFolder as string, servers };
  const ids = values.members.split(',');
  const asked = await askMembers(ids, sources, frames);
  if (!(await measure(ids.join(' and '), asked, sources))) process.exitCode = 1;
} else {
  const cache = join(fileURLToPath(new URL('..', import.meta.url)), '.cache', 'bench-ensemble');
  await mkdir(cache, { recursive: true });
  const sources = { downloadsFolder: await makeMembers(cache), servers: [] };
  const ids = [...new Set(ENSEMBLES.flatMap(([, members]) => members))];
  const asked = await askMembers(ids, sources, frames);
  console.log(`${frames} frames to fit on, ${frames} others to measure; half of the claims are false.`);
  for (const [what, members] of ENSEMBLES)
    if (!(await measure(what, only(asked, members), sources))) process.exitCode = 1;
}
