/** What a folder is opened as: the shots file that lies in it, or its pictures. */
import { extensionOf, isPicture, Unfit } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Format } from './format.js';
import type { Input } from './input.js';
import { badField, besideOneOf } from './shot-rows/index.js';
import { FORMATS } from './table.js';

export interface Guess {
  readonly format: Format;
  readonly input: Input;
  /** 0–1. */
  readonly sure: number;
}

export interface FolderSource {
  readonly found: Guess | null;
  /** Files that could be taken for its source and are not, with the reason. */
  readonly passedOver: readonly Skipped[];
}

/** From here on a format knows a file for its own. */
const SURE = 0.5;
const LIKELY_NAME = /shot|scene|story|script|board/i;
const SURE_NAME = /^(?:shots?|scenes?|shot[-_ ]?list|story(?:[-_ ]?board)?)[^a-z]*\.(?:json|csv|tsv|md)$/i;
const LIKELY_TEXT =
  /"(?:shots|scenes|shot_?(?:number|id|no)|scene_?(?:id|number|description)|visual_?prompt|keyframes)"/i;

/** Names that our writers offer for what they write, which is no source of another board. */
const OWN_SUFFIXES = FORMATS.flatMap(({ write }) => (write?.suffix.startsWith('-') ? [write.suffix] : []));

/**
 * `chosen`: of these files, the one that the folder was opened from before, which it is again, also where it cannot be
 * read now. Without one, throws SEVERAL_SOURCES where there are several shots files, and BAD_FILE where there is none
 * but a damaged one: that is no folder of pictures.
 */
export async function sourceInFolder(
  folder: Input,
  chosen: (names: readonly string[]) => string | null,
): Promise<FolderSource> {
  const names = [...(await folder.names())].sort();
  const isOfPicture = besideOneOf(names.filter(isPicture));
  const sources: Guess[] = [];
  const passedOver: Skipped[] = [];
  const damaged: { readonly name: string; readonly thrown: unknown }[] = [];
  const isAble = (name: string) => !isPicture(name) && ableTo(extensionOf(name)).length > 0;
  const before = chosen(names.filter(isAble));
  let best = await surest(folder, FORMATS);
  for (const name of names) {
    if (!isAble(name) || name === before) continue;
    const input = folder.inside(name);
    const found = await surest(input, ableTo(input.extension));
    const isSure = found !== null && found.sure >= SURE;
    if (isSure && (!found.format.read || isOwnName(name)))
      passedOver.push({
        name,
        reason: `${found.format.read ? 'an export' : found.format.name}; not a source`,
      });
    else if (isSure) sources.push(found);
    else if (!isOfPicture(name)) {
      const thrown = await whyDamaged(input, found);
      if (thrown !== null) damaged.push({ name, thrown });
      else if (found?.format.read && found.sure > (best?.sure ?? 0)) best = found;
    }
  }
  const only = before === null ? onlyOf(folder, sources) : await ofFile(folder.inside(before));
  const [broken] = damaged;
  if (!only && broken) throw broken.thrown;
  for (const { name, thrown } of damaged)
    passedOver.push({ name, reason: thrown instanceof Error ? thrown.message : String(thrown) });
  for (const { input } of sources)
    if (input !== only?.input)
      passedOver.push({
        name: input.name,
        reason: 'another shots file, with a review of its own when it is opened',
      });
  return { found: only ?? best, passedOver };
}

/** As a file that was chosen for a storyboard is read. */
export async function ofFile(input: Input): Promise<Guess | null> {
  const sure = await surest(input, FORMATS);
  if (sure) return sure;
  // Nobody knows it for its own: the one that reads such files says what is wrong with this one.
  const format = ableTo(input.extension).find(({ read }) => read);
  return format ? { format, input, sure: 0 } : null;
}

const ableTo = (extension: string): readonly Format[] =>
  FORMATS.filter(({ extensions }) => extensions.includes(extension));

/** Of several formats, the one that knows it best. */
async function surest(input: Input, formats: readonly Format[]): Promise<Guess | null> {
  let best: Guess | null = null;
  for (const format of formats) {
    const sure = await format.recognises(input);
    if (sure > (best?.sure ?? 0)) best = { format, input, sure };
  }
  return best;
}

function onlyOf(folder: Input, sources: readonly Guess[]): Guess | undefined {
  if (sources.length <= 1) return sources[0];
  const files = sources.map(({ input }) => input.name);
  throw new ContinuistError('SEVERAL_SOURCES', `${folder.name} has ${files.join(' and ')}`, {
    folder: folder.name,
    files,
  });
}

/** What is wrong with a file that should be a shots file by its name or by what it begins with; null where it is none. */
async function whyDamaged(input: Input, found: Guess | null): Promise<unknown> {
  if (found && found.sure > 0.25) return null;
  let text: string;
  try {
    text = await input.text();
  } catch (thrown) {
    // What is no file, as a pipe, is said elsewhere.
    const isFile = !(thrown instanceof ContinuistError && thrown.cause instanceof Unfit);
    return isFile && SURE_NAME.test(input.name) ? thrown : null;
  }
  if (input.extension !== '.json') return null;
  if (!LIKELY_NAME.test(input.name) && !LIKELY_TEXT.test(text.slice(0, 10_000))) return null;
  try {
    const root = await input.json();
    await found?.format.read?.(input);
    return isEmpty(root) && SURE_NAME.test(input.name)
      ? badField(input.name, 'shots', 'a list of shots')
      : null;
  } catch (thrown) {
    return thrown;
  }
}

const isEmpty = (root: unknown): boolean =>
  root === null || (typeof root === 'object' && Object.keys(root).length === 0);

const isOwnName = (name: string): boolean => OWN_SUFFIXES.some((suffix) => name.endsWith(suffix));
