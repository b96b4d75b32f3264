import { previewOf } from '@core/brand/index.js';
import { MEASURES_VERSION } from '@core/measures/index.js';
import { type BrandProfile, PROFILE_FORMAT, PROFILE_VERSION } from '@shared/brand.js';
import { ContinuistError } from '@shared/errors.js';
import { NO_BRAND } from '@shared/records/index.js';
import type { WriterContext } from '../format.js';

type Example = BrandProfile['examples'][number];

const rounded = (values: ArrayLike<number>): number[] =>
  Array.from(values, (value) => Math.round(value * 1e5) / 1e5);

/** The board's examples with what their style is told by. Throws NO_EXAMPLES where there is none that could be used. */
export async function profileOf({ board, version, step, note }: WriterContext): Promise<BrandProfile> {
  const { review, brand } = board;
  const { take, shot } = review.records;
  const all = brand?.examples ?? [];
  const judge = board.judge?.version ?? '';
  const examples: Example[] = [];
  let left = 0;
  for (const [at, { on, takeId, outside, known }] of all.entries()) {
    await step(at, all.length, 'Reading the examples');
    if (known.features === null || known.measures !== MEASURES_VERSION) {
      left += 1;
      continue;
    }
    const picture = take[takeId ?? ''];
    const preview =
      outside?.preview ?? (picture ? await board.fileOf(picture).then(previewOf, () => '') : '');
    const style = Object.entries(known.features).map(([group, values]) => [group, rounded(values)] as const);
    examples.push({
      on,
      name: outside?.name ?? `shot ${shot[picture?.shotId ?? '']?.number ?? '?'}`,
      preview,
      style: Object.fromEntries(style),
      tower: judge !== '' && known.judge === judge ? rounded(known.tower) : [],
    });
  }
  if (examples.length === 0) throw new ContinuistError('NO_EXAMPLES');
  if (left > 0)
    note(
      `${left} ${left === 1 ? 'example was' : 'examples were'} left out: not measured yet, or by another version.`,
    );
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    application: { name: 'continuist', version },
    name: (review.records.brand.brand ?? NO_BRAND).name,
    features: { measures: MEASURES_VERSION, judge },
    sureness: brand?.report.sureness ?? null,
    examples,
  };
}
