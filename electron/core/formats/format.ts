/** What a row of the table of formats is. */
import type { Known } from '@core/brand/index.js';
import type { Resemblance } from '@core/findings/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import type { Derived } from '@shared/analysis.js';
import type { BrandReport } from '@shared/brand.js';
import type { Skipped } from '@shared/contract/index.js';
import type { Word } from '@shared/examination/index.js';
import type { FindingPicture } from '@shared/finding-picture.js';
import type { Detection, GeneratorId, Records, Shot, StyleExample, Take } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import type { SourceStoryboard } from './imported.js';
import type { Input } from './input.js';
import type { Step } from './steps.js';

/** A way to keep a storyboard in files. It reads one, writes one, or only knows its own when it sees it. */
export interface Format {
  /** Kept with a storyboard as where it came from. */
  readonly id: string;
  /** What is opened, for the artist: "a shots file", "pictures". */
  readonly name: string;
  /** Of files that are opened by themselves, lower case with the dot. */
  readonly extensions: readonly string[];
  /**
   * How sure it is that this file or folder is one of its own, 0–1; 1 for a mark that no other format has. Of
   * several formats the surest one reads. Throws nothing.
   */
  recognises(input: Input): Promise<number>;
  /** Throws BAD_FILE naming file, field and what was expected, or OPEN_FAILED. Opens nothing halfway. */
  read?(input: Input): Promise<SourceStoryboard>;
  readonly write?: FormatWriter;
}

interface WriterInfo {
  /** Of its flag in the shell (`--shots`) and its action in the window (`export-shots`). */
  readonly id: string;
  /** Of its menu entry. */
  readonly title: string;
  /** What is in it, in a few words, for the help. */
  readonly help: string;
  readonly keys: readonly string[];
  /** Follows the storyboard's title in the name that is offered: "-scores.csv". */
  readonly suffix: string;
  /** What the artist may choose about it. */
  readonly options?: readonly WriterOption[];
}

/** One id means one thing: writers share its row. */
export interface WriterOption {
  /** Of its flag in the shell (`--paper`). */
  readonly id: string;
  readonly title: string;
  /** In a few words, for the help. */
  readonly help: string;
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  /** One of the choices, where nothing was chosen. */
  readonly otherwise: string;
}

export type FormatWriter = WriterInfo &
  (
    | {
        readonly makes: 'file';
        readonly mediaType: string;
        bytes(context: WriterContext): Promise<Buffer>;
      }
    | { readonly makes: 'folder'; files(context: WriterContext): Promise<ExportedFile[]> }
  );

/** What is seen in a shot's pick. */
export interface SeenOn {
  /** Id and version; null where the artist corrected its boxes. */
  readonly eye: string | null;
  readonly boxes: readonly Detection[];
  readonly resemblances: readonly Resemblance[];
}

/** The board that is written, as it stands. */
export interface WrittenBoard {
  readonly review: {
    readonly records: Records;
    readonly folder: string;
    /** What was left out when it was opened. */
    readonly skipped: readonly Skipped[];
  };
  readonly derived: Derived;
  /** Null before any judge was loaded. */
  readonly judge: JudgeDescription | null;
  /** What its word is worth; absent = nothing is known of that. */
  readonly word?: Word;
  /** Absent = nothing is known of a brand's style. */
  readonly brand?: {
    readonly report: BrandReport;
    /** Oldest first. */
    readonly examples: readonly (Pick<StyleExample, 'on' | 'takeId' | 'outside'> & {
      readonly known: Known;
    })[];
  };
  /** What is seen in a shot's pick; null where nobody looked. Absent = nobody did anywhere. */
  seenOn?(shot: Pick<Shot, 'id' | 'pickId'>): SeenOn | null;
  /** Absolute. Throws IMAGE_MISSING. */
  fileOf(take: Pick<Take, 'sha256' | 'path'>): Promise<string>;
}

export interface WriteContext {
  readonly board: WrittenBoard;
  /** Of the program. */
  readonly version: string;
  /** Id of the generator that is chosen. */
  readonly generator: GeneratorId;
  /** Frames a second of what goes to editing. */
  readonly frameRate: Settings['frameRate'];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What a finding of a shot is shown by; absent = nothing is. */
  readonly findingPicture?: (shotId: string, key: string) => Promise<FindingPicture>;
  /** Folder that paths are relative to; null = the storyboard's own, where it is not known what the file lies in. */
  readonly target: string | null;
}

/** With what the artist chose, and how to tell them what they should know of the result. */
export interface WriterContext extends WriteContext {
  /** A choice for each option of the writer, by its id. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Called between two shots or files, so that others are answered and it can be cancelled. */
  readonly step: Step;
  /** Says a sentence once the export is saved. */
  note(text: string): void;
}

export interface ExportedFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly content: Buffer | { readonly copyOf: string };
}

/** What a writer made, ready to be saved: one file named `name`, or a folder of that name. */
export interface Exported {
  readonly name: string;
  readonly makes: FormatWriter['makes'];
  readonly mediaType: string;
  readonly files: readonly ExportedFile[];
  /** What the artist should know of it, in sentences. */
  readonly notes: readonly string[];
}
