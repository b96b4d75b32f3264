/** Ways of leaving a style that can be told by one sign each, whatever else a picture shows. */
import { Kept } from './kept.js';
import { quantile } from './planes.js';
import type { Steps } from './steps.js';
import { namesOf, type StyleFrame } from './style-frame.js';
import { type Turning, turnsOf } from './style-turn.js';

export type Signature = 'turned' | 'few-tones' | 'faded';

/** How far a frame is towards each; 1 alone flags. */
export type Signed = Readonly<Record<Signature, number>>;

/** Of what a frame lacks as it is, the part that turning its hues gains. */
const TURNED = 0.75;
/** Share of the values on levels that stand alone, above the board's. */
const FEW_TONES = 0.9;
/** Of white: the darkest tones lighter than those of three in four frames by so much, */
const LIFTED = 0.13;
/** and the strongest colours paler than those of three in four, as a logarithm. */
const PALER = 0.39;
/** Added to chroma before the logarithm, as rounding is to grey. */
const CHROMA = 0.02;

const WORDS: Readonly<Record<Signature, (degrees: number) => string>> = {
  turned: (degrees) => `its hues are shifted by about ${degrees}° round the colour wheel`,
  'few-tones': () => 'it has only a few tones, like a poster',
  faded: () => 'it is faded, with lighter shadows and paler colours than the other shots',
};

const darkest = ({ features }: StyleFrame): number => features.tone?.[0] ?? 0;
const strongest = ({ features }: StyleFrame): number => Math.log((features.saturation?.[7] ?? 0) + CHROMA);
const alone = ({ features }: StyleFrame): number => features.levels?.[0] ?? 0;

const quantileOf = (
  sample: readonly StyleFrame[],
  of: (frame: StyleFrame) => number,
  share: number,
): number => quantile(Float64Array.from(sample, of).sort(), share);

export interface Signatures {
  of(frame: StyleFrame): Signed;
  /** What a frame has that has left by this sign: the end of a sentence. */
  words(sign: Signature, frame: StyleFrame): string;
}

/** A frame that was measured before there was a sign does not have it. */
export function* signatures(
  sample: readonly StyleFrame[],
  kept = new Kept<Turning | null>(),
): Steps<Signatures> {
  const usual = quantileOf(sample, alone, 0.5);
  const dark = quantileOf(sample, darkest, 0.75);
  const strong = quantileOf(sample, strongest, 0.25);
  yield;
  const turn = yield* kept.get(
    namesOf(sample, ({ features }) => features),
    () => turnsOf(sample),
  );
  return {
    of(frame) {
      const faded = Math.min((darkest(frame) - dark) / LIFTED, (strong - strongest(frame)) / PALER);
      return {
        // Half a sign is next to none: a good frame gains a little by turning, and a smooth one has levels of its own.
        turned: ((turn?.(frame).gain ?? 0) / TURNED) ** 2,
        'few-tones': (Math.max(0, alone(frame) - usual) / FEW_TONES) ** 4,
        faded: Math.max(0, faded),
      };
    },
    words: (sign, frame) => WORDS[sign](Math.abs(turn?.(frame).degrees ?? 0)),
  };
}
