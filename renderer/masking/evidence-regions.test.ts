import type { Finding } from '@shared/analysis.js';
import { boardOf } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { joinBoardView, type ShotView } from '../board/index.js';
import type { Api } from '../link/api.js';
import { evidenceRegions } from './evidence-regions.js';

const { records, overview } = boardOf(1, [0]);
const [view] = joinBoardView(records, overview, 3).views as [ShotView];
const BOX = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
const OTHER = { ...BOX, x: 0.5 };

const finding = (key: string, region: typeof BOX | null, claimIds: string[] = []): Finding =>
  ({
    ...view.findings[0],
    key,
    claimIds,
    evidence: {
      items: [
        { takeId: 't0', region, label: '' },
        { takeId: 't7', region: OTHER, label: '' },
      ],
    },
  }) as Finding;

/** What the judge says of a claim. */
const judge =
  (boxes: Record<string, typeof BOX>, asked: string[] = []) =>
  <T>(run: (api: Api) => Promise<T>) =>
    run({
      analysis: {
        evidence: async ({ takeId, claimId }: { takeId: string; claimId: string }) => {
          asked.push(`${takeId} ${claimId}`);
          return { box: boxes[claimId] ?? null };
        },
      },
    } as unknown as Api);

it('is of the finding that is named, else of the first that has a place, on the pick alone', async () => {
  const findings = [finding('whole', null), finding('first', BOX), finding('second', OTHER)];
  expect(await evidenceRegions({ ...view, findings }, null, judge({}))).toEqual([BOX]);
  expect(await evidenceRegions({ ...view, findings }, 'second', judge({}))).toEqual([OTHER]);
  const ofOther = findings.map((one) => ({ ...one, takeId: 't7' }));
  expect(await evidenceRegions({ ...view, findings: ofOther }, null, judge({}))).toEqual([]);
  expect(await evidenceRegions({ ...view, pick: null, findings }, null, judge({}))).toEqual([]);
});

it('is asked of the judge where a finding names a claim and no place', async () => {
  const findings = [finding('a', null, ['c1']), finding('b', null, ['c2', 'c3'])];
  const asked: string[] = [];
  expect(await evidenceRegions({ ...view, findings }, null, judge({ c2: BOX }, asked))).toEqual([BOX]);
  expect(asked).toEqual(['t0 c1', 't0 c2']);
  expect(await evidenceRegions({ ...view, findings }, null, judge({}))).toEqual([]);
  expect(await evidenceRegions({ ...view, findings }, null, async () => null)).toEqual([]);
});
