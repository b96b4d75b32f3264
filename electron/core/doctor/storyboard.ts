import { FORMATS, findStoryboard, type ImportedStoryboard, matchedBy } from '@core/formats/index.js';
import { NO_CHOICE } from '@shared/matching/index.js';
import type { Diagnosis, FoundValue } from './diagnosis.js';

/** What the file itself says; its pictures are not asked. Throws OPEN_FAILED, BAD_FILE or SEVERAL_SOURCES. */
export async function diagnoseStoryboard(file: string): Promise<Omit<Diagnosis, 'file'>> {
  const found = await findStoryboard(file, { embedded: async () => null });
  const match = await found.match();
  const doubts = match ? matchedBy(match, NO_CHOICE).doubts : [];
  const board = await found.read();
  const { name = null } = FORMATS.find(({ id }) => id === board.source.format) ?? {};
  return {
    kind: name,
    readBy: name,
    found: [...countsOf(board), ...doubts.map((value) => ({ what: 'guessed', value, where: '' }))],
    notRead: board.skipped.map((skipped) => `${skipped.name} (${skipped.reason.replace(/^not read: /, '')})`),
    problem: null,
  };
}

function countsOf({ title, characters, shots }: ImportedStoryboard): FoundValue[] {
  const takes = shots.flatMap((shot) =>
    shot.takes.map((take) => ({ ...take, description: shot.description })),
  );
  const count = <T>(all: readonly T[], has: (one: T) => unknown): number => all.filter(has).length;
  const counts: readonly (readonly [string, number])[] = [
    ['shots', shots.length],
    ['pictures', takes.length],
    ['shots without a picture', count(shots, (shot) => shot.takes.length === 0)],
    ['descriptions', count(shots, ({ description }) => description !== '')],
    // A picture without one has the description for it.
    ['prompts', count(takes, ({ prompt, description }) => prompt !== '' && prompt !== description)],
    ['negative prompts', count(takes, ({ negativePrompt }) => negativePrompt !== '')],
    ['seeds', count(takes, ({ seed }) => seed !== null)],
    ['durations', count(shots, ({ duration }) => duration !== null)],
    ['scenes', new Set(shots.map(({ scene }) => scene).filter((scene) => scene !== null)).size],
    ['characters', characters.length],
  ];
  return [
    { what: 'title', value: title, where: '' },
    ...counts.flatMap(([what, n]) =>
      n > 0 || what === 'shots' ? [{ what, value: String(n), where: '' }] : [],
    ),
  ];
}
