/**
 * One schema for every setting. Precedence: flag > environment > continuist.config.json > user settings > default. The
 * file beside a storyboard sets what belongs to the storyboard, and nothing else.
 */
import { z } from 'zod';
import { compositionRules } from './composition/index.js';
import { deviceSetting } from './device.js';
import { generatorId, MOST_CANDIDATES } from './records/index.js';
import { sensitivity } from './sensitivity.js';

/** A server that speaks the OpenAI protocol and runs a vision model. */
export const serverSetting = z
  .object({
    /** `http://host:8000` or `http://host:8000/v1`. */
    url: z
      .url({ protocol: /^https?$/ })
      .refine(
        (url) => !/^\w+:\/\/[^/]*@/.test(url),
        'put the key into CONTINUIST_SERVER_KEY, not the address',
      ),
    /** As the server names it; '' = the only one it has. */
    model: z.string().max(300).default(''),
    /** Requests it gets at once. */
    inFlight: z.number().int().min(1).max(512).default(4),
  })
  .strict();

/** The settings of one generator, by key. */
export const generatorSection = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);

export const settings = z
  .object({
    /** Id of the judge, from the catalogue; or `openai-compatible`, or `ensemble`. */
    judge: z.string().default('storybook'),
    /** What the judge runs on. If that cannot be used, the processor takes over. */
    device: deviceSetting.default('auto'),
    /** How readily pictures that stand out of the board are reported. */
    sensitivity: sensitivity.default('balanced'),
    /** Judges that know any world are also asked for malformed hands, faces and limbs, and for doubled things. */
    slips: z.boolean().default(false),
    /** What is written is read in every picture, to find stray text and watermarks. */
    reads: z.boolean().default(true),
    /** Rules of composition that are switched on. */
    rules: compositionRules.default([]),
    /** One of the table of generators. */
    generator: generatorId.default('storybook'),
    /** Regenerations a shot may have. */
    rounds: z.number().int().min(1).max(20).default(3),
    /** Pictures that one approval, or one round of automatic mode, orders, each with its own seed: one round. */
    candidates: z.number().int().min(1).max(MOST_CANDIDATES).default(1),
    /** Pictures one automatic run may make in all. */
    maxRequests: z.number().int().min(1).max(10_000).default(50),
    /** Minutes after which one automatic run orders no more; 0 = as long as it takes. */
    maxMinutes: z.number().int().min(0).max(10_000).default(0),
    automatic: z.boolean().default(false),
    /** Go to the next waiting shot after a decision; in full screen to the next one shown, after stars too. */
    advance: z.boolean().default(true),
    /** Say, outside of the window, when long work has ended while the artist is in another program. */
    notify: z.boolean().default(true),
    theme: z.enum(['dark', 'light', 'system']).default('dark'),
    /** High, always or where the system asks for more. */
    contrast: z.enum(['high', 'system']).default('system'),
    /** Frames a second of what is exported for editing. */
    frameRate: z.enum(['23.976', '24', '25', '29.97', '30']).default('24'),
    /** How the artist signs decisions. */
    artist: z.string().max(80).default(''),
    /** What each generator is set up with, by its id. Which fields there are is the generator's to say. */
    generators: z.record(z.string(), generatorSection).default({}),
    /** For the judge `openai-compatible`. All must run the same model. */
    servers: z.array(serverSetting).max(256).default([]),
    /** For the judge `ensemble`: ids of the judges that are asked together; features come from the first that has any. */
    ensemble: z.array(z.string().min(1)).max(8).default([]),
    /** Address to use instead of the model hub's; '' = the hub. */
    mirror: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
    /** Remapped keys by action id. */
    keys: z.record(z.string(), z.array(z.string())).default({}),
  })
  .strict();

/** What is to be set anew. What is not named stays as it is, so here nothing has a default (`partial` would give it one). */
export const settingsChange = z.strictObject(
  Object.fromEntries(Object.entries(settings.shape).map(([key, field]) => [key, field.unwrap().optional()])),
) as unknown as z.ZodType<Partial<Settings>, Partial<Settings>>;

export type ServerSetting = z.infer<typeof serverSetting>;
export type GeneratorSection = z.infer<typeof generatorSection>;
export type Settings = z.infer<typeof settings>;
export const DEFAULT_SETTINGS: Settings = settings.parse({});

/**
 * Whose each setting is. A storyboard may come from anywhere, so it sets only how it wants to be judged; never who the
 * artist is, what runs or is sent on this machine, or how much of it.
 */
export const SETTING_OF: { readonly [K in keyof Settings]: 'storyboard' | 'person' | 'machine' } = {
  judge: 'storyboard',
  ensemble: 'storyboard',
  sensitivity: 'storyboard',
  slips: 'person',
  reads: 'person',
  rules: 'person',
  device: 'machine',
  generator: 'person',
  rounds: 'person',
  candidates: 'person',
  maxRequests: 'person',
  maxMinutes: 'person',
  automatic: 'person',
  advance: 'person',
  notify: 'person',
  theme: 'person',
  contrast: 'person',
  frameRate: 'storyboard',
  artist: 'person',
  keys: 'person',
  generators: 'machine',
  servers: 'machine',
  mirror: 'machine',
};
