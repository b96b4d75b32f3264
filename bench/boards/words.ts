/** Descriptions of drawn scenes with their claims, a hundred or so that a large board uses again and again. */
import { canonFrom, claimsForShot } from '@core/canon/index.js';
import { describeScene, sampleScene, seededRandom } from '@models/storybook/world/index.js';
import { type Claim, type Fact, NO_PARTS, positionFacts } from '@shared/records/index.js';

export const CLAIMS_PER_SHOT = 12;
const DESCRIPTIONS = 120;

export const STYLE_BRIEF = 'gouache illustration';
const CAST = [
  { name: 'Mira', description: 'a girl in a red coat', aliases: ['the girl'] },
  { name: 'Tom', description: 'an old man in a blue coat', aliases: ['the old man'] },
];

export interface Words {
  readonly description: string;
  /** Of a shot called ''. */
  readonly claims: readonly Claim[];
}

export const benchFacts = (): Fact[] => canonFrom([], CAST, STYLE_BRIEF);

/** Each has CLAIMS_PER_SHOT claims: what the description says, and the rest as an artist adds them. */
export function benchWords(facts: readonly Fact[]): Words[] {
  const random = seededRandom(11);
  const positioned = positionFacts(facts, []);
  const words: Words[] = [];
  while (words.length < DESCRIPTIONS) {
    const description = describeScene(sampleScene(random, { style: 'gouache', atLeast: 1 }));
    const claims = claimsForShot({ id: '', position: 0, description }, positioned, []);
    if (claims.length > CLAIMS_PER_SHOT) continue;
    const own = Array.from({ length: CLAIMS_PER_SHOT - claims.length }, (_, at) => asked(at));
    words.push({ description, claims: [...claims, ...own] });
  }
  return words;
}

const asked = (at: number): Claim => ({
  id: `asked-${at}`,
  shotId: '',
  kind: 'relation',
  text: `detail ${at} in the background`,
  ...NO_PARTS,
  parents: [],
  span: null,
  weight: 1,
  negated: false,
  muted: false,
  source: 'artist',
  factId: null,
});
