import type { SourceChange } from './change.js';

const WORDS: Readonly<Record<SourceChange['kind'], readonly [one: string, many: string]>> = {
  new: ['new shot', 'new shots'],
  gone: ['shot gone', 'shots gone'],
  known: ['shot added here that the source has now', 'shots added here that the source has now'],
  moved: ['shot moved', 'shots moved'],
  description: ['description', 'descriptions'],
  prompt: ['prompt', 'prompts'],
  negative: ['negative prompt', 'negative prompts'],
  details: ['shot with another number, scene or duration', 'shots with another number, scene or duration'],
  play: ['shot in or out of play', 'shots in or out of play'],
  replaced: ['picture replaced', 'pictures replaced'],
  picture: ['new picture', 'new pictures'],
  pick: ['pick', 'picks'],
  canon: ['title, style or canon', 'title, style or canon'],
  portrait: ['reference picture', 'reference pictures'],
};

/** "2 new shots, 1 description, 1 picture replaced"; '' where nothing changed. */
export function changesTold(changes: readonly SourceChange[]): string {
  const kinds = Object.keys(WORDS) as SourceChange['kind'][];
  return kinds
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${WORDS[kind][count === 1 ? 0 : 1]}`)
    .join(', ');
}

/** One change in a line: "Shot 3: “a mule” is now “a mule with a bell”". */
export function changeTold({ kind, number, from, to }: SourceChange): string {
  switch (kind) {
    case 'new':
      return `Shot ${number} is new${to ? `: ${to}` : ''}`;
    case 'gone':
      return `Shot ${number} is gone${from ? `: ${from}` : ''}`;
    case 'known':
      return `Shot ${number}, which was added here, is in the source now`;
    case 'moved':
      return `Shot ${number} has another place`;
    case 'play':
      return `Shot ${number} is now ${to}`;
    case 'replaced':
      return `Shot ${number}: another picture lies at ${to}`;
    case 'picture':
      return `Shot ${number} has a new picture, ${to}`;
    case 'pick':
      return `Shot ${number}: the picture that counts is now ${to}`;
    case 'canon':
      return 'Title, style or canon changed';
    case 'portrait':
      return to === ''
        ? `A reference picture of ${number} is gone: ${from}`
        : `A reference picture of ${number}: ${to}`;
    default:
      return `Shot ${number}: ${kind === 'details' ? '' : `${WORDS[kind][0]} `}“${from}” is now “${to}”`;
  }
}
