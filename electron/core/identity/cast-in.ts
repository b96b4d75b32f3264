/** Who recurs, as a shot's claims say it: who the canon names, and people and animals that go by their noun. */
import { isAnimal, isPerson, isWorn } from '@core/claims/index.js';
import type { Claim, Fact } from '@shared/records/index.js';
import { SOMEBODY } from '@shared/sighting.js';
import { mayLookOtherwise } from './may-look-otherwise.js';

export interface Somebody {
  /** The same in every shot: "character mira", "prop lantern", "noun fox". */
  readonly key: string;
  readonly subject: 'character' | 'prop' | 'noun';
  /** In the canon; '' for who goes by a noun alone. */
  readonly name: string;
  /** What boxes of them are called. */
  readonly noun: string;
  /** What is said of their looks here: only shots that say the same are held against each other. */
  readonly looks: string;
  readonly factId: string | null;
  /** The shot speaks of one of this noun: of two nobody can say which box is whose. */
  readonly isAlone: boolean;
}

type Named = Pick<Somebody, 'key' | 'subject' | 'name' | 'noun' | 'factId'>;

interface Said extends Claim {
  /** Whom the canon says it of; null = nobody. */
  readonly of: Named | null;
}

/** How somebody feels changes nothing of who they are. */
const FEELINGS =
  /^(?:happy|sad|angry|calm|worried|scared|frightened|afraid|tired|sleepy|excited|surprised|curious|nervous|anxious|lonely|alone|proud|shy|cheerful|joyful|smiling|laughing|crying|grinning|frowning|determined|thoughtful|relieved|serious|bored)$/;

/** None of a shot whose description lets them look otherwise. `factOf`: null for one that is not there. */
export function castIn(
  description: string,
  claims: readonly Claim[],
  factOf: (id: string) => Fact | null,
): Somebody[] {
  if (mayLookOtherwise(description)) return [];
  const said = claims
    .filter(({ negated, subject }) => !negated && subject !== null)
    .map((claim): Said => ({ ...claim, of: ofCanon(claim, factOf) }));
  const cast = new Map<string, Named>();
  for (const { of } of said) if (of && !cast.has(of.key)) cast.set(of.key, of);
  const nouns = new Set([...cast.values()].map(({ noun }) => noun));
  for (const { kind, subject } of said) {
    if (kind !== 'entity' || subject === null || subject === SOMEBODY || nouns.has(subject)) continue;
    if (!isPerson(subject) && !isAnimal(subject)) continue;
    nouns.add(subject);
    const key = `noun ${subject}`;
    cast.set(key, { key, subject: 'noun', name: '', noun: subject, factId: null });
  }
  const all = [...cast.values()];
  return all.map((one) => ({
    ...one,
    looks: looksOf(one, said),
    isAlone: all.filter(({ noun }) => noun === one.noun).length === 1 && !isCounted(one.noun, said),
  }));
}

function ofCanon({ factId, subject }: Claim, factOf: (id: string) => Fact | null): Named | null {
  const fact = factId === null ? null : factOf(factId);
  if (!fact || subject === null || (fact.subject !== 'character' && fact.subject !== 'prop')) return null;
  // "A red coat" says of somebody what they wear, not what they are.
  if (fact.subject === 'character' && isWorn(subject)) return null;
  const key = `${fact.subject} ${fact.name.toLowerCase()}`;
  return { key, subject: fact.subject, name: fact.name, noun: subject, factId: fact.id };
}

/** Of two of a noun each has what the canon says of them, and both what is said of either. */
const looksOf = ({ key, noun }: Named, said: readonly Said[]): string =>
  [
    ...new Set(
      said.flatMap(({ kind, subject, attribute, object, text, of }) => {
        const isFeeling = object === null && FEELINGS.test(attribute ?? '');
        const isOthers = of !== null && of.key !== key;
        return kind === 'attribute' && subject === noun && !isFeeling && !isOthers ? [text] : [];
      }),
    ),
  ]
    .sort()
    .join('; ');

const isCounted = (noun: string, said: readonly Claim[]): boolean =>
  said.some(({ kind, subject, value }) => kind === 'count' && subject === noun && value !== '1');
