import { EMPTY_RECORDS, type Records, type Shot, type Take } from '@shared/records/index.js';
import { aShot, aTake } from '@testing/records.js';
import { type ImportedStoryboard, shotIdsOf } from '../imported.js';

/** A picture that was made for a shot and counts. */
export interface Made extends Pick<Take, 'path' | 'prompt' | 'negativePrompt' | 'seed'> {}

const byId = <T extends { id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));

/** The review of a storyboard that was read; `made` gives the new picture of the shot at an index. */
export function recordsOf(
  board: ImportedStoryboard,
  made: (at: number) => Made | null = () => null,
): Records {
  const shots: Shot[] = [];
  const takes: Take[] = [];
  const ids = shotIdsOf(board);
  for (const [at, source] of board.shots.entries()) {
    const id = ids[at] as string;
    const own = source.takes.map(
      ({ selected: _, ...take }, index): Take => ({
        ...aTake(at),
        ...take,
        settings: {},
        id: `${id}-${index}`,
        shotId: id,
      }),
    );
    const picked =
      own[
        Math.max(
          0,
          source.takes.findIndex(({ selected }) => selected),
        )
      ];
    const fresh = made(at);
    const origin = { kind: 'regenerated', fromTakeId: picked?.id ?? '', requestId: 'r' } as const;
    const regenerated: Take[] = fresh
      ? [{ ...aTake(at), ...fresh, id: `${id}-new`, shotId: id, origin }]
      : [];
    takes.push(...own, ...regenerated);
    const pick = regenerated[0] ?? picked;
    shots.push({
      ...aShot(at),
      id,
      number: source.number,
      scene: source.scene,
      description: source.description,
      duration: source.duration,
      prompt: pick?.prompt ?? source.description,
      negativePrompt: pick?.negativePrompt ?? '',
      pickId: pick?.id ?? null,
    });
  }
  const storyboard = {
    id: 'board',
    title: board.title,
    source: board.source,
    styleBrief: board.styleBrief,
    createdAt: 0,
  };
  return { ...EMPTY_RECORDS, storyboard: { board: storyboard }, shot: byId(shots), take: byId(takes) };
}
