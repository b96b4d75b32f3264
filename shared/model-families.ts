/**
 * Families of image models by how they read a prompt, told by the names that their files go by. Those that read tags
 * weigh words; those with a language model or T5 as text encoder read sentences, where weights mean nothing.
 */
interface ModelFamily {
  readonly name: string;
  readonly files: RegExp;
  readonly reads: 'tags' | 'sentences';
}

/** The first that fits a name. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  { name: 'FLUX', files: /flux|chroma[-_ ]?(?:\d|unlocked|hd|radiance)|kontext/, reads: 'sentences' },
  { name: 'Stable Diffusion 3', files: /sd[-_ ]?3|stable[-_ ]?diffusion[-_ ]?3/, reads: 'sentences' },
  { name: 'Qwen-Image', files: /qwen/, reads: 'sentences' },
  { name: 'Hunyuan', files: /hunyuan|hidream/, reads: 'sentences' },
  { name: 'Z-Image', files: /z[-_ ]?image|lumina/, reads: 'sentences' },
  { name: 'Wan', files: /(?<![a-z])wan[-_ ]?\d/, reads: 'sentences' },
  {
    name: 'PixArt',
    files: /pixart|sana[-_ ]|aura[-_ ]?flow|omnigen|ltx|mochi|cogview|cosmos/,
    reads: 'sentences',
  },
  { name: 'hosted', files: /dall[-_ ]?e|gpt[-_ ]?image|imagen|gemini|ideogram|recraft/, reads: 'sentences' },
  { name: 'SDXL', files: /sd[-_ ]?xl|xl|pony|illustrious|noob|animagine/, reads: 'tags' },
  {
    name: 'Stable Diffusion 1 and 2',
    files: /sd[-_ ]?(?:1|2)|v[12][-_]\d|stable[-_ ]?diffusion[-_ ]?v?[12]/,
    reads: 'tags',
  },
];

/** Null where the name tells nothing. */
export const familyOf = (model: string): ModelFamily | null =>
  MODEL_FAMILIES.find(({ files }) => files.test(model.toLowerCase())) ?? null;
