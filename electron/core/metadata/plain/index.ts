/** Diffusers, Easy Diffusion and home-made scripts: plain texts named `prompt`, `negative_prompt`, `seed`, or all in one JSON. */
import { type Fields, fieldOf, keysIn, numberOf, plainName } from '@core/fields/index.js';
import { type EmbeddedText, placeOf } from '../containers/index.js';
import { fieldsIn, looksLikeData, madeFrom, type Names } from '../made-from.js';
import type { EmbeddedPrompt, MetadataReader, Settings } from '../reader.js';

/** In any case, with spaces, underscores or neither; so are the others. */
const SETTINGS: Names = {
  model: ['model', 'modelName', 'modelId', 'useStableDiffusionModel', 'checkpoint'],
  steps: ['steps', 'numInferenceSteps'],
  cfg: ['guidanceScale', 'cfgScale', 'cfg'],
  sampler: ['sampler', 'samplerName'],
  scheduler: ['scheduler'],
  denoise: ['promptStrength', 'strength'],
  width: ['width'],
  height: ['height'],
};
const NAMES: Names = {
  prompt: ['prompt', 'positivePrompt', 'positive'],
  negativePrompt: ['negativePrompt', 'negative'],
  seed: ['seed'],
  ...SETTINGS,
};

/** Where scripts put their JSON. */
const JSON_FIELDS =
  /^(?:parameters|metadata|comment|UserComment|generation|generation_data|params|sd|settings|ImageDescription|description|prompt)$/i;

/** As programs write what they have not. */
const isNothing = (text: string): boolean => /^\s*(?:null|none|undefined|nan)\s*$/i.test(text);

function named(texts: readonly EmbeddedText[]): EmbeddedText[] {
  const words = new Set(Object.values(NAMES).flat().map(plainName));
  return texts.filter(
    ({ where, name, text }) =>
      where !== 'exif' &&
      text !== null &&
      words.has(plainName(name)) &&
      !looksLikeData(text) &&
      !isNothing(text),
  );
}

function madeByNames(from: readonly EmbeddedText[], fields: Fields, table: Names): EmbeddedPrompt {
  const keyOf = keysIn(fields);
  const own = Object.entries(table).flatMap(([of, names]): [string, string[]][] => {
    const key = keyOf(...names);
    return key === undefined ? [] : [[of, [key]]];
  });
  return madeFrom(from, fields, Object.fromEntries(own));
}

/** Null where there is no prompt. */
function promptOf(from: readonly EmbeddedText[], fields: Fields): EmbeddedPrompt | null {
  const made = madeByNames(from, fields, NAMES);
  return made.prompt ? made : null;
}

/** Those of JSON that lies beside a picture, by the names they have in pictures. Numbers may be written as texts. */
export const settingsIn = (fields: Fields): Settings =>
  Object.fromEntries(
    Object.entries(madeByNames([], fields, SETTINGS).settings).map(([of, value]) => [
      of,
      numberOf(value) ?? value,
    ]),
  );

function ofJson(texts: readonly EmbeddedText[]): EmbeddedPrompt | null {
  for (const text of texts) {
    if (!JSON_FIELDS.test(text.name)) continue;
    const fields = fieldsIn(text.text);
    const found =
      fields && typeof fieldOf(fields, ...(NAMES.prompt ?? [])) === 'string' && promptOf([text], fields);
    if (found) return found;
  }
  return null;
}

/** Each value is a text of its own, which stands where that does. */
function ofTexts(texts: readonly EmbeddedText[]): EmbeddedPrompt | null {
  const own = named(texts);
  const made = promptOf(own, Object.fromEntries(own.map(({ name, text }) => [name, text])));
  if (!made) return null;
  const places = new Map(own.map((text) => [text.name, placeOf(text)]));
  const origins = made.origins.map(({ input, place, ...origin }) => ({
    ...origin,
    place: places.get(input) ?? place,
    input: '',
  }));
  return { ...made, origins };
}

export const plain: MetadataReader = {
  tool: 'plain',
  name: 'pictures with their prompt',
  recognises: (texts) => (ofTexts(texts) ? 0.3 : ofJson(texts) ? 0.2 : 0),
  read: (texts) => ofTexts(texts) ?? ofJson(texts),
};
