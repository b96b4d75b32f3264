/** What a suggestion comes to with some of its edits switched on. The interface recomputes it as switches flip. */
import type { Edit } from './analysis.js';
import { append, cleanPrompt, occurrences, removeWords, says, withBracket } from './prompt-edit.js';

export interface EditedPrompt {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly newSeed: boolean;
}

/** One order whatever the order of the switches. */
const inOrder = (edits: readonly Edit[]): Edit[] => [...edits].sort((a, b) => (a.key < b.key ? -1 : 1));

function inPlace(text: string, { remove, insert }: Edit): string {
  // "at night" → "(at night:1.3)": the words stay in what replaces them, so done is told by the whole. A comma at its
  // end may have gone before a full stop.
  const grows = says(insert, remove);
  if (grows && says(text, insert.replace(/,$/, ''))) return text;
  const found = occurrences(text, remove);
  const changed = grows ? found.slice(0, 1) : found;
  let next = text;
  for (const span of changed.reverse()) {
    const [start, end] = insert.startsWith('(') ? withBracket(text, span).span : span;
    next = next.slice(0, start) + insert + next.slice(end);
  }
  return changed.length > 0 && insert === '' ? cleanPrompt(next) : next;
}

/** Takes out what moves and what an earlier application already put in front. */
function withoutMoved(text: string, { remove, insert }: Edit): string {
  const [again] = occurrences(text, insert);
  const next = again ? cleanPrompt(text.slice(0, again[0]) + text.slice(again[1])) : text;
  return removeWords(next, remove);
}

/** Words first where they stand, then what goes to the front, then what is added at the end. */
function applyTo(text: string, edits: readonly Edit[]): string {
  let next = text;
  for (const edit of edits) if (edit.at === 'in-place') next = inPlace(next, edit);
  const front = edits.filter((edit) => edit.at === 'front');
  for (const edit of front) next = withoutMoved(next, edit);
  if (front.length > 0) {
    // Midjourney looks for pictures' addresses in front of all words.
    const addresses = /^\s*(?:https?:\/\/\S+\s+)*/i.exec(next)?.[0] ?? '';
    const rest = next.slice(addresses.length);
    next = addresses.trimStart() + cleanPrompt([...front.map((edit) => edit.insert), rest].join(', '));
  }
  for (const edit of edits) {
    if (edit.at !== 'end') continue;
    if (says(next, edit.remove)) next = removeWords(next, edit.remove);
    if (!says(next, edit.insert)) next = append(next, edit.insert);
  }
  return next;
}

/**
 * The prompts with these edits on. The order of `edits` does not matter, applying twice is applying once, and
 * without edits the texts come back untouched.
 */
export function applyEdits(prompt: string, negativePrompt: string, edits: readonly Edit[]): EditedPrompt {
  const ordered = inOrder(edits);
  return {
    prompt: applyTo(
      prompt,
      ordered.filter((edit) => edit.target === 'prompt'),
    ),
    negativePrompt: applyTo(
      negativePrompt,
      ordered.filter((edit) => edit.target === 'negative'),
    ),
    newSeed: ordered.some((edit) => edit.target === 'seed'),
  };
}
