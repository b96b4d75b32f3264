/** What a picture's own file says of how it was made. */
import {
  type EmbeddedText,
  hiddenText,
  mayHideText,
  placeOf,
  readWithoutPixels,
  textsIn,
  type UprightSize,
  uprightSize,
} from './containers/index.js';
import type { EmbeddedPrompt } from './reader.js';
import { METADATA } from './table.js';

export {
  type ApiGraph,
  type ApiNode,
  type FoundGraph,
  graphIn,
  graphOfPicture,
} from './comfyui/api-graph.js';
export { parseLoosely } from './comfyui/graph.js';
export { carryTexts } from './containers/index.js';
export { settingsIn } from './plain/index.js';
export type { EmbeddedPrompt, Origin } from './reader.js';
export { METADATA } from './table.js';

/** How a picture was made, the tool that says so, and what no tool of the table wrote. */
export interface Embedded extends Omit<EmbeddedPrompt, 'from'> {
  /** Of the table; null where none of them knows anything in the file. */
  readonly tool: string | null;
  /** A line each: "312 bytes of the PNG text “notes”". */
  readonly notRead: readonly string[];
}

const NOTHING: EmbeddedPrompt = {
  prompt: '',
  negativePrompt: '',
  seed: null,
  settings: {},
  loras: [],
  origins: [],
  from: [],
};

/** Characters of a prompt, with what is not wanted: far more than anybody writes, or a generator reads. */
const LONGEST_PROMPT = 1024 * 1024;

/** Of a file that somebody waited too long for. */
export const NOT_READ_IN_TIME: PictureFile = {
  says: { ...embeddedIn([]), notRead: ['what the file says of itself: it took too long to read'] },
  size: null,
};

/** What can be read of a picture's file without its pixels. */
export interface PictureFile {
  /** Empty when the file says nothing, or is no picture. */
  readonly says: Embedded;
  /** Null where only the decoder can tell. */
  readonly size: UprightSize | null;
}

export const readMetadata = async (file: string): Promise<Embedded> => (await readPictureFile(file)).says;

export async function readPictureFile(file: string): Promise<PictureFile> {
  const bytes = readWithoutPixels(file);
  const size = uprightSize(bytes);
  const texts = textsIn(bytes);
  const found = embeddedIn(texts);
  // Looked for last: the picture has to be decoded for it.
  const hidden = found.tool === null && mayHideText(bytes) ? await hiddenText(file) : null;
  return { says: hidden ? embeddedIn([...texts, hidden]) : found, size };
}

/**
 * What these texts say. The surest reader counts; what it does not name is taken of the next, since some tools write
 * their own form beside another's.
 */
export function embeddedIn(texts: readonly EmbeddedText[]): Embedded {
  const found = METADATA.flatMap((reader) => {
    const read = reader.read(texts);
    return read ? [{ tool: reader.tool, read, sure: reader.recognises(texts) }] : [];
  }).sort((a, b) => b.sure - a.sure);
  const { from, ...made } = found.reduce((all, { read }) => filled(all, read), NOTHING);
  const read = new Set<EmbeddedText>(from);
  const notRead = texts
    .filter((text) => !read.has(text) && tellsOfMaking(text))
    .map((text) => `${text.bytes} bytes of ${placeOf(text)}`);
  const tool = found[0]?.tool ?? null;
  const letters = made.prompt.length + made.negativePrompt.length;
  if (letters <= LONGEST_PROMPT) return { ...made, tool, notRead };
  return {
    ...made,
    prompt: '',
    negativePrompt: '',
    tool,
    notRead: [...notRead, `a prompt of ${letters} characters`],
  };
}

function filled(all: EmbeddedPrompt, next: EmbeddedPrompt): EmbeddedPrompt {
  const isNew = (of: string): boolean => !all.origins.some((origin) => origin.of === of);
  return {
    prompt: all.prompt || next.prompt,
    // Who names a prompt names what is not wanted with it.
    negativePrompt: all.prompt ? all.negativePrompt : next.negativePrompt,
    seed: all.seed ?? next.seed,
    settings: { ...next.settings, ...all.settings },
    loras: all.loras.length > 0 ? all.loras : next.loras,
    origins: [...all.origins, ...next.origins.filter(({ of }) => isNew(of))],
    from: [...all.from, ...next.from],
  };
}

/** What PNG files say of themselves whoever wrote them (PNG specification, 11.3.4.2; ImageMagick's). */
const USUAL_KEYWORDS =
  /^(?:Title|Author|Copyright|Creation Time|Software|Disclaimer|Warning|Source|Generation time|Thumb::.*|(?:date|exif|tiff|icc|png|xmp|pdf|signature|software).*)$/i;

/** Whether a text may be one that says how the picture was made: not a camera's name, nor a date. */
function tellsOfMaking({ where, name, text }: EmbeddedText): boolean {
  if (text === '') return false;
  if (where === 'png') return !USUAL_KEYWORDS.test(name);
  if (where === 'comment' || where === 'pixels') return true;
  if (name === '_raw') return false;
  return (
    /^(?:UserComment|ImageDescription|XPComment|description|prompt|workflow|parameters)$/.test(name) ||
    /^\s*(?:[A-Za-z]+:)?[[{]/.test(text ?? '')
  );
}
