/** What this window looks at. Nothing here is saved with the review. */
import { asSentence } from '@shared/as-sentence.js';
import type {
  Abilities,
  GeneratorStatus,
  Info,
  MatchQuestion,
  Placing,
  Question,
  RecentStoryboard,
} from '@shared/contract/index.js';
import { FIRST_PEN, type Pen } from '@shared/drawing/index.js';
import type { ErrorData } from '@shared/errors.js';
import type { Mask, Note, Pictured } from '@shared/records/index.js';
import type { SourceState } from '@shared/source-change/index.js';
import { create } from 'zustand';
import { NO_FILTER, type ShotFilter } from '../board/filter.js';
import { NONE_SELECTED } from '../board/selection.js';
import type { Sort } from '../board/sort.js';
import type { Brush } from '../masking/drawing.js';
import type { Nudged } from '../noting/nudged.js';
import type { Up } from '../views/grid/ups.js';
import { FIRST_VIEW, type ViewId } from '../views/index.js';
import { AT_START, type Head } from '../views/play/head.js';
import type { Seen } from './seen.js';

export type CompareMode = 'side' | 'wipe' | 'flip' | 'onion' | 'difference';
export type MenuName = 'filter' | 'save-filter' | 'judge' | 'generator';
export type DialogName =
  | 'open'
  | 'source'
  | 'match'
  | 'palette'
  | 'keys'
  | 'settings'
  | 'models'
  | 'generators'
  | 'placing'
  | 'approve-all'
  | 'by-score'
  | 'brand'
  | 'automatic'
  | 'automatic-summary'
  | 'queue'
  | 'tab'
  | 'export';

/** What the artist has changed of a take's suggestion and not yet approved. */
export interface Draft {
  readonly takeId: string;
  /** Keys of edits switched off. */
  readonly off: readonly string[];
  /** Words typed by hand; null = as the edits make them. */
  readonly prompt: string | null;
  readonly negativePrompt: string | null;
  /** null = as the edits say. */
  readonly seed: 'keep' | 'new' | null;
  /** img2img strength 0–1; null = a new picture from text. */
  readonly strength: number | null;
  /** The part of the picture that is to be made anew; null = all of it. */
  readonly mask: Mask | null;
  /** What to change in the picture, as one says it; null = the prompt is drawn. */
  readonly instruction: string | null;
  /** What the picture should look like. */
  readonly references: readonly Pictured[];
  /** Ids of the notes that its words answer. Absent = none. */
  readonly notes?: readonly string[];
}

/** Something that was said to the artist. */
export interface Told {
  readonly id: number;
  /** `warning`: it is done, and something of it failed. */
  readonly kind: 'done' | 'warning' | 'error';
  readonly message: string;
  readonly hint: string;
  /** What the artist may want to do about it, by its id. */
  readonly action: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Not closed, and not gone by itself. */
  readonly open: boolean;
}

/** The whole picture, one of its pixels on one of the screen's, or so many times the whole picture's size. */
export type Zoom = 'fit' | 'actual' | number;

export interface Look {
  readonly zoom: Zoom;
  /** The part of the picture that is in the middle, 0–1 from its left and top edge. */
  readonly x: number;
  readonly y: number;
}

/** What is pointed at in the panel, for the evidence drawn over the picture. */
export type Pointed =
  | { readonly kind: 'claim'; readonly claimId: string }
  | { readonly kind: 'finding'; readonly key: string }
  | { readonly kind: 'note'; readonly noteId: string };

export interface Session {
  /** `uninvited`: this tab is not known to the web host, and needs an address of its own. */
  readonly connection: 'opening' | 'open' | 'lost' | 'uninvited';
  readonly info: Info | null;
  /** Storyboards that were opened before. */
  readonly recent: readonly RecentStoryboard[];
  /** What lets another tab in, where one was asked for. */
  readonly tabAddress: string | null;
  /** Files are held over the window. */
  readonly dropping: boolean;
  /** What they would be the pictures of, "shot 5"; null = they would be opened. */
  readonly dropsOn: string | null;
  /** Why the artist's settings file cannot be used as it is; null when it can. */
  readonly settingsProblem: ErrorData | null;
  /** What the person at the machine is asked now, outside of this window. */
  readonly question: Question | null;
  /** Graphs for which approved pictures wait until it was seen what goes where in them. */
  readonly placings: readonly Placing[];
  /** How each generator is doing, by its id, as it was last asked. */
  readonly generatorStatus: Readonly<Record<string, GeneratorStatus>>;
  /** What a generator can do with the take that was last asked about; null until one was. */
  readonly abilities: { readonly generator: string; readonly takeId: string; readonly can: Abilities } | null;
  /** The shot on the screen. */
  readonly shotId: string | null;
  /** Every shot chosen, where they are several; the one on the screen is among them. */
  readonly selected: readonly string[];
  /** Where a range of shots is drawn from; null = from the one on the screen. */
  readonly anchorId: string | null;
  /** Shots that are being taken to another place, by hand or by key; [] = none. */
  readonly carried: readonly string[];
  /** What was last done to the order of the shots, for those who do not see it; '' = nothing yet. */
  readonly ordered: string;
  /** The first shot of the scene whose name is being typed; null = none is. */
  readonly namingScene: string | null;
  /** The take shown; null = the pick. */
  readonly takeId: string | null;
  readonly filter: ShotFilter;
  readonly sort: Sort;
  readonly view: ViewId;
  /** Frames seen at once in the grid; null = as many as there are across and down. */
  readonly gridUp: Up | null;
  /** Frames across in the grid, where that is chosen. */
  readonly gridColumns: number;
  /** As many of them as have room: what stands in a row of the grid. */
  readonly gridAcross: number;
  /** CSS pixels, as the artist drew them. */
  readonly panelWidth: number;
  readonly stripHeight: number;
  /** Where the animatic stands. */
  readonly head: Head;
  /** The shots that it goes round in, as they were chosen; [] = in all of them, null = it ends. */
  readonly loop: readonly string[] | null;
  /** Descriptions stand under its pictures. */
  readonly captions: boolean;
  /** The takes that were there first stand beside the picks. */
  readonly firstTakes: boolean;
  /** The canon stands along the strip. */
  readonly lanes: boolean;
  /** The subject that the canon's sheet is to show, by its key; null = as it stands. */
  readonly canonSubject: string | null;
  /** Shots from which facts are to be learned; null = none. */
  readonly learning: readonly string[] | null;
  readonly compare: CompareMode | null;
  /** The other take; null = the one it came from or was before. */
  readonly compareTakeId: string | null;
  readonly flipped: boolean;
  /** 0–1, share of the picture left of the divider. */
  readonly wipe: number;
  /** 0–1, opacity of the take on top. */
  readonly onion: number;
  readonly evidence: boolean;
  readonly thirds: boolean;
  /** How the take is composed is drawn over it. */
  readonly composition: boolean;
  /** What is where in the picture, by name. */
  readonly boxes: boolean;
  /** How close the takes are looked at; kept over takes and shots. */
  readonly look: Look;
  /** The room for pictures in the viewer, in CSS pixels; null until it is measured. */
  readonly stage: { readonly width: number; readonly height: number } | null;
  /** The viewer alone, over the whole screen. */
  readonly fullScreen: boolean;
  /** What was last decided there, in words: the next shot may be on the screen already. */
  readonly culled: string | null;
  readonly hovered: Pointed | null;
  readonly pinned: Pointed | null;
  /** By take. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** What is typed elsewhere and not sent, by `wordsKey`; what was typed last is last. */
  readonly words: Readonly<Record<string, string>>;
  /** New takes; null until a review is open. */
  readonly seen: Seen | null;
  /**
   * `mask`: the part of the pick that is to be made anew; `instruction`: what is to be changed in it; `boxes`: what is where
   * in the take on the screen; `drawing`: notes over it.
   */
  readonly editing: 'prompt' | 'description' | 'instruction' | 'mask' | 'boxes' | 'drawing' | null;
  /** What a part is painted with. */
  readonly brush: Brush;
  /** What is drawn with over a picture. */
  readonly pen: Pen;
  /** The note that is drawn for; one that is not there yet begins with its first figure. */
  readonly noteId: string | null;
  /** The figure that is chosen, by its record. */
  readonly figureId: string | null;
  /** It is moved or made another size by hand, and stands where the hand is. */
  readonly figureHeld: boolean;
  /** Its words are being typed. */
  readonly figureTyped: boolean;
  /** As arrow keys have it, until it is sent; null = they do nothing to it. */
  readonly nudged: Nudged | null;
  /** Where the note that is being written is to stand in the picture; null = it is about all of it. */
  readonly notePlace: Note['place'];
  /** Notes and drawings show over the picture, and those of the take before it, faintly. */
  readonly notes: boolean;
  readonly ghosts: boolean;
  readonly rejecting: boolean;
  /** Shots that were approved and wait until it is known what is suggested for them; [] = none. */
  readonly approving: readonly string[];
  /** The choice of seeds beside Approve is open. */
  readonly seeding: boolean;
  readonly dialog: DialogName | null;
  /** What is asked before a storyboard opens. */
  readonly matching: MatchQuestion | null;
  /** The token of one that was named at the start and waits for that. */
  readonly waiting: string | null;
  /** How the source of the storyboard stood when the artist put that off. */
  readonly sourcePutOff: SourceState | null;
  /** The artist wants no other judge for this storyboard. */
  readonly offerDeclined: boolean;
  /** Of the export that its dialog is about. */
  readonly exporting: string | null;
  /** What was chosen in that dialog, by option. */
  readonly exportChoices: Readonly<Record<string, string>>;
  /** The menu of the window that is open. */
  readonly menu: MenuName | null;
  /** The last is the newest. */
  readonly messages: readonly Told[];
}

export const INITIAL_SESSION: Session = {
  connection: 'opening',
  info: null,
  recent: [],
  tabAddress: null,
  dropping: false,
  dropsOn: null,
  settingsProblem: null,
  question: null,
  placings: [],
  generatorStatus: {},
  abilities: null,
  shotId: null,
  ...NONE_SELECTED,
  carried: [],
  ordered: '',
  namingScene: null,
  takeId: null,
  filter: NO_FILTER,
  sort: 'story',
  view: FIRST_VIEW,
  gridUp: null,
  gridColumns: 5,
  gridAcross: 5,
  panelWidth: 392,
  stripHeight: 152,
  head: AT_START,
  loop: null,
  captions: true,
  firstTakes: false,
  lanes: false,
  canonSubject: null,
  learning: null,
  compare: null,
  compareTakeId: null,
  flipped: false,
  wipe: 0.5,
  onion: 0.5,
  evidence: true,
  thirds: false,
  composition: false,
  boxes: false,
  look: { zoom: 'fit', x: 0.5, y: 0.5 },
  stage: null,
  fullScreen: false,
  culled: null,
  hovered: null,
  pinned: null,
  drafts: {},
  words: {},
  seen: null,
  editing: null,
  brush: { erases: false, size: 0.12 },
  pen: FIRST_PEN,
  noteId: null,
  figureId: null,
  figureHeld: false,
  figureTyped: false,
  nudged: null,
  notePlace: null,
  notes: true,
  ghosts: true,
  rejecting: false,
  approving: [],
  seeding: false,
  dialog: null,
  matching: null,
  waiting: null,
  sourcePutOff: null,
  offerDeclined: false,
  exporting: null,
  exportChoices: {},
  menu: null,
  messages: [],
};

/** What typed words are for. */
export type WordsFor =
  | 'description'
  | 'note'
  | 'prompt'
  | 'new-note'
  | `answer ${string}`
  | `note ${string}`
  | 'reject'
  | 'claim'
  | 'claim-kind'
  | 'title'
  | 'scene'
  | `fact ${string}`
  | `reword ${string}`
  | `dismiss ${string}`;

export const wordsKey = (shotId: string, what: WordsFor): string => `${shotId} ${what}`;

/** With these words; null takes them away. */
export function withWords(
  words: Readonly<Record<string, string>>,
  key: string,
  text: string | null,
): Readonly<Record<string, string>> {
  const { [key]: _old, ...others } = words;
  return text === null ? others : { ...others, [key]: text };
}

export const useSession = create<Session>(() => INITIAL_SESSION);

let toldCount = 0;
/** Messages that can be read again. */
const REMEMBERED_MESSAGES = 30;

/**
 * Says that something finished or went wrong; what went wrong stays until it is closed. `action`: what the artist may want to do
 * about it, by its id.
 */
export function say(kind: Told['kind'], message: string, hint = '', action: string | null = null): void {
  toldCount += 1;
  const told: Told = { id: toldCount, kind, message, hint, action, at: Date.now(), open: true };
  useSession.setState(({ messages }) => ({
    messages: [...messages.filter((other) => other.message !== message), told].slice(-REMEMBERED_MESSAGES),
  }));
}

export const sayError = (error: Pick<ErrorData, 'message' | 'hint'>, action: string | null = null): void =>
  say('error', asSentence(error.message), error.hint, action);

export const closeMessage = (id: number): void =>
  useSession.setState(({ messages }) => ({
    messages: messages.map((told) => (told.id === id ? { ...told, open: false } : told)),
  }));
