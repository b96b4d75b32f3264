import { byShot, isInPlay, type Records, type Shot, shotsInOrder } from './records/index.js';

/** What a shot needs to be judged, and how it is said that it lacks it. */
const NEEDS = { picture: 'no picture', description: 'no description to be judged by' } as const;
export type Lack = keyof typeof NEEDS;

/** A shot that lacks something. */
export interface Gap {
  readonly shot: Pick<Shot, 'number'>;
  readonly lacks: readonly Lack[];
}

const NOTHING: readonly Lack[] = [];

/** What the shot lacks to be judged; one that is left out of play lacks nothing. */
export function lacksOf(
  shot: Pick<Shot, 'omitted' | 'description'>,
  takes: readonly unknown[],
): readonly Lack[] {
  if (!isInPlay(shot)) return NOTHING;
  const lacks: Lack[] = [];
  if (takes.length === 0) lacks.push('picture');
  if (shot.description.trim() === '') lacks.push('description');
  return lacks.length > 0 ? lacks : NOTHING;
}

/** In story order. */
export function gapsOf(records: Pick<Records, 'shot' | 'take'>): Gap[] {
  const takes = byShot(records.take);
  return shotsInOrder(records).flatMap((shot) => {
    const lacks = lacksOf(shot, takes.get(shot.id) ?? []);
    return lacks.length > 0 ? [{ shot, lacks }] : [];
  });
}

/** A longer list is cut. */
const NAMED = 12;

/** "Shot 3 has no picture.", "2 shots have no picture: 3 and 7.": what a person is told of them. */
export const gapsTold = (gaps: readonly Gap[]): string[] =>
  (Object.keys(NEEDS) as Lack[]).flatMap((need) =>
    told(
      gaps.flatMap(({ shot, lacks }) => (lacks.includes(need) ? [shot.number] : [])),
      NEEDS[need],
    ),
  );

function told(numbers: readonly string[], lack: string): string[] {
  const names = numbers.slice(0, NAMED);
  if (numbers.length < 2) return names.map((number) => `Shot ${number} has ${lack}.`);
  const rest = numbers.length - names.length;
  const last = rest > 0 ? `${rest} more` : names.pop();
  return [`${numbers.length} shots have ${lack}: ${names.join(', ')} and ${last}.`];
}
