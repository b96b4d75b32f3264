/**
 * What is asked before a storyboard opens, and of the one that is open when the artist wants to change it: which of several
 * shots files is meant, and which picture shows which shot.
 */
import { basename, join } from 'node:path';
import { type PictureAddress, UnopenedPictures, type Variant } from '@core/assets/index.js';
import { findBoard } from '@core/board/index.js';
import type { FolderBrowser } from '@core/browsing/index.js';
import { COLUMN_MEANINGS, type FoundStoryboard, filesToChoose, type ReadMatch } from '@core/formats/index.js';
import type { MatchQuestion, ShownMatch } from '@shared/contract/index.js';
import type { MatchChoice } from '@shared/matching/index.js';

export interface MatchDeskParts {
  readonly folderBrowser: FolderBrowser;
  /** Where reviews go whose own folder cannot be written. */
  readonly dataFolder: string;
}

/** As an application has it. Its `board` throws NO_STORYBOARD. */
interface OpenBoard {
  readonly board: { readonly review: { readonly folder: string; readonly match: MatchChoice } };
  readonly source: { match(choice: MatchChoice): Promise<ReadMatch | null> } | null;
}

export class MatchDesk {
  readonly #parts: MatchDeskParts;
  readonly #unopened = new UnopenedPictures();

  constructor(parts: MatchDeskParts) {
    this.#parts = parts;
  }

  /** `match`: what was said of it so far. `read`: where it was read by that just now. Throws OPEN_FAILED or BAD_FILE. */
  async questionAt(
    path: string,
    match: MatchChoice,
    read: FoundStoryboard | null = null,
  ): Promise<MatchQuestion> {
    const { folderBrowser, dataFolder } = this.#parts;
    const question = { token: folderBrowser.tokenFor(path), name: basename(path), files: [], said: match };
    try {
      const found = read ?? (await findBoard(path, { dataFolder, match }));
      const shown = await found.match();
      return { ...question, match: shown && this.#shown(found.folder, shown) };
    } catch (thrown) {
      const files = filesToChoose(thrown);
      if (!files) throw thrown;
      const tokenOf = (name: string) => folderBrowser.tokenFor(join(path, name));
      return { ...question, files: files.map((name) => ({ name, token: tokenOf(name) })), match: null };
    }
  }

  /** Of the storyboard that is open. `match`: what would be said of it; null = what was said. Throws NO_STORYBOARD, OPEN_FAILED or BAD_FILE. */
  async questionOf({ board, source }: OpenBoard, match: MatchChoice | null): Promise<MatchQuestion> {
    const { folder, match: kept } = board.review;
    const said = match ?? kept;
    const shown = (await source?.match(said)) ?? null;
    return {
      token: null,
      name: basename(folder),
      files: [],
      said,
      match: shown && this.#shown(folder, shown),
    };
  }

  /** A picture that a question shows; null where none has this address. Throws IMAGE_UNREADABLE. */
  picture({ sha256, width }: PictureAddress): Promise<Variant | null> {
    return this.#unopened.variant(sha256, width);
  }

  #shown(folder: string, { pictures, shots, columns, doubts }: ReadMatch): ShownMatch {
    const ids = this.#unopened.show(pictures.map((path) => join(folder, path)));
    return {
      pictures: pictures.map((path, at) => ({ path, id: ids[at] ?? '' })),
      shots: shots?.map((shot) => ({ ...shot, names: [...shot.names] })) ?? null,
      columns: [...columns],
      meanings: [...COLUMN_MEANINGS],
      doubts: [...doubts],
    };
  }
}
