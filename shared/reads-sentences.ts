/**
 * Image models with a language model or T5 as text encoder read sentences, where weights mean nothing; others read tags
 * and weigh words. Told by the names that their files go by.
 */
const SENTENCES: readonly RegExp[] = [
  /flux|chroma[-_ ]?(?:\d|unlocked|hd|radiance)|kontext/,
  /sd[-_ ]?3|stable[-_ ]?diffusion[-_ ]?3/,
  /qwen/,
  /hunyuan|hidream/,
  /z[-_ ]?image|lumina/,
  /(?<![a-z])wan[-_ ]?\d/,
  /pixart|sana[-_ ]|aura[-_ ]?flow|omnigen|ltx|mochi|cogview|cosmos/,
  // Those that are only hosted.
  /dall[-_ ]?e|gpt[-_ ]?image|imagen|gemini|ideogram|recraft/,
];

/** Also false where the name tells nothing. */
export const readsSentences = (model: string): boolean =>
  SENTENCES.some((files) => files.test(model.toLowerCase()));
