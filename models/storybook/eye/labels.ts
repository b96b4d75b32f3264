/** Nouns as claims say them, in the kinds of thing that the drawn world has. */
import { type Kind, PEOPLE } from '../world/scene.js';
import { meaningOf } from '../world/vocabulary.js';

/** The kinds that a label stands for; null for a word outside the world, or too far from its own words to judge by. */
export function kindsOf(label: string): readonly Kind[] | null {
  const words = label.toLowerCase().replaceAll('-', ' ').trim();
  const meaning = meaningOf(words);
  if (meaning?.type === 'people') return PEOPLE;
  if (meaning?.type !== 'subject') return null;
  // Plurals are near words as well: a claim of two dogs asks for a dog.
  if (meaning.loose && !meaning.plural) return null;
  return meaning.value === 'person' ? PEOPLE : [meaning.value];
}
