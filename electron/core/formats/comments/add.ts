/** Comments that came back, as commands. Pure. */
import { type CommandOf, drawnOver } from '@shared/commands/index.js';
import type { CommentsFile, SentComment } from '@shared/comments.js';
import { byShot, type Figure, MOST_FIGURES, type Records, type Take } from '@shared/records/index.js';
import { stableId } from '../imported.js';

export interface AddedComments {
  /** One step of undo; null where there is nothing to add. */
  readonly command: CommandOf<'bulk'> | null;
  /** For the artist: what was added. */
  readonly summary: string;
  /** And what was not, in sentences. */
  readonly notes: readonly string[];
}

type AddComment = CommandOf<'add-comment'>;

const count = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`;
const titled = (title: string): string => title.slice(0, 80);

/**
 * A comment has its id from what it says, and a figure from what is drawn, so the same file can come twice, and one to
 * which something was added since. What is drawn more goes to the same note, unless that was settled: then to a new one.
 */
class Taking {
  readonly added = new Map<string, AddComment>();
  /** Numbers of shots that are not of this storyboard. */
  readonly strange = new Set<string>();
  /** Of shots whose picture has no room for all that is drawn over it. */
  readonly full = new Set<string>();
  known = 0;
  older = 0;
  gone = 0;
  readonly #takes: ReadonlyMap<string, readonly Take[]>;
  readonly #drawn = new Set<string>();
  /** How many figures there are over each picture. */
  readonly #counts = new Map<string, number>();

  constructor(
    readonly records: Records,
    readonly isOurs: boolean,
  ) {
    this.#takes = byShot(records.take);
  }

  take({ number, at: time, drawing, ...said }: SentComment): void {
    const { shotId, sha256, author, text } = said;
    const shot = Object.hasOwn(this.records.shot, shotId) ? this.records.shot[shotId] : undefined;
    const seen = (this.#takes.get(shotId) ?? []).find((take) => take.sha256 === sha256);
    // A shot of another storyboard may bear the same id: the picture tells.
    if (!shot || !(this.isOurs || seen)) {
      this.strange.add(number);
      return;
    }
    const at = Math.max(0, Date.parse(time));
    const figures = this.#newFigures(said, number, drawing ?? []);
    const id = stableId('comment', shotId, sha256 ?? '', author, String(at), text);
    const note = Object.hasOwn(this.records.comment, id) ? this.records.comment[id] : undefined;
    const before = this.added.get(id);
    const isSaid = note !== undefined || before !== undefined;
    if (figures.length === 0 && (isSaid || text === '')) {
      // What only lacks room is told of by its shot.
      if (isSaid || !this.full.has(number)) this.known += 1;
      return;
    }
    const isSettled = note !== undefined && note.state !== 'open';
    const more = { noteId: stableId('comment', id, ...figures.map((one) => one.id)), text: '' };
    const drawn = [...(before?.drawing ?? []), ...figures];
    const command: AddComment = {
      type: 'add-comment',
      ...said,
      at,
      noteId: id,
      ...(drawn.length > 0 && { drawing: drawn }),
      ...(isSettled && more),
    };
    this.added.set(command.noteId, command);
    if (sha256 !== null && seen?.id !== shot.pickId) this.older += 1;
    if (!seen && figures.length > 0) this.gone += 1;
  }

  #newFigures(
    { shotId, sha256, author }: Pick<SentComment, 'shotId' | 'sha256' | 'author'>,
    number: string,
    figures: readonly Figure[],
  ): NonNullable<AddComment['drawing']> {
    if (sha256 === null || figures.length === 0) return [];
    const picture = `${shotId} ${sha256}`;
    let there = this.#counts.get(picture) ?? drawnOver(this.records, shotId, sha256).length;
    const fresh: NonNullable<AddComment['drawing']> = [];
    for (const figure of figures) {
      const id = stableId('figure', shotId, sha256, author, JSON.stringify(figure));
      if (Object.hasOwn(this.records.drawing, id) || this.#drawn.has(id)) continue;
      if (there >= MOST_FIGURES) {
        this.full.add(number);
        break;
      }
      there += 1;
      this.#drawn.add(id);
      fresh.push({ id, figure });
    }
    this.#counts.set(picture, there);
    return fresh;
  }
}

export function addComments(records: Records, { storyboard, comments }: CommentsFile): AddedComments {
  const isOurs = Object.hasOwn(records.storyboard, storyboard.id);
  const taking = new Taking(records, isOurs);
  for (const comment of comments) taking.take(comment);
  const { known, older, gone, strange, full } = taking;
  const commands = [...taking.added.values()];
  const shots = new Set(commands.map(({ shotId }) => shotId)).size;
  const isElsewhere = !isOurs && strange.size > 0 && commands.length === 0 && known === 0;
  return {
    command: commands.length > 0 ? { type: 'bulk', commands } : null,
    summary:
      commands.length > 0
        ? `${count(commands.length, 'comment')} added to ${count(shots, 'shot')}.`
        : isElsewhere
          ? `No comment was added: the page was made of another storyboard, “${titled(storyboard.title)}”. Open that one, then its comments.`
          : 'No comment was added.',
    notes: [
      ...(known > 0 ? [`There already: ${count(known, 'comment')}.`] : []),
      ...(older > 0 ? [`About a picture that is not the pick any more: ${count(older, 'comment')}.`] : []),
      ...(gone > 0
        ? [`Drawn on a picture that this storyboard does not have, so not seen: ${count(gone, 'comment')}.`]
        : []),
      ...(full.size > 0
        ? [
            `Not all that is drawn was taken in, since a picture holds ${MOST_FIGURES} figures: ${shotsNamed(full)}.`,
          ]
        : []),
      ...(strange.size > 0 && !isElsewhere
        ? [`Not of this storyboard, so left out: comments on ${shotsNamed(strange)}.`]
        : []),
    ],
  };
}

const shotsNamed = (numbers: ReadonlySet<string>): string =>
  `shot${numbers.size === 1 ? '' : 's'} ${[...numbers].join(', ')}`;
