import type { Edit } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import type { EditContext } from './edit-context.js';
import { keeping } from './keeping.js';
import { lowerFirst } from './lower-first.js';
import { type Answered, makeEdit } from './make-edit.js';
import { newSeed } from './new-seed.js';
import { isTagList } from './prompt-form.js';
import type { Located } from './prompt-reading.js';
import { addWords, sayAtEnd } from './say-at-end.js';
import { heavier, MOST, NEW, spent, weigh } from './weigh.js';

/**
 * Gives words that were missed more weight where they stand. Where the generator reads no weights a tag goes to the
 * front, and prose says it again: a phrase cut out of its sentence leaves one that no longer reads.
 */
export function raise(finding: Answered, claim: Claim, located: Located, context: EditContext): Edit[] {
  const { words, weight } = located;
  if (weight >= MOST) return newSeed(finding, spent(words));
  const { reading } = context;
  if (context.can.weights) {
    const own = words.replace(LEADS, '');
    return keeping(finding, reading, [
      () => heavierHere(finding, words, weight, context),
      () => addWords(finding, claim, context, 'add-phrase', NEW, 'end'),
      () => heavierHere(finding, own, weight, context),
    ]);
  }
  if (!isTagList(reading.prompt)) return sayAtEnd(finding, claim, context, 'add-phrase');
  return keeping(finding, reading, [
    () =>
      toFront(finding, reading.prompt, reading.standsAlone(located) ? words : reading.pieceAround(located)),
    () => sayAtEnd(finding, claim, context, 'add-phrase'),
  ]);
}

/** What only leads to the words that it is about: "of an owl". */
const LEADS = /^(?:of|with|in|on|at|from|by|to|into|onto|near|under|over|behind|beside|around|through)\s+/i;

const heavierHere = (finding: Answered, words: string, weight: number, context: EditContext): Edit[] => [
  makeEdit(finding, {
    kind: 'raise-weight',
    reason: `Give “${words}” more weight`,
    remove: words,
    insert: weigh(context, words, heavier(weight)),
  }),
];

/** Nothing where they are first already. */
const toFront = (finding: Answered, prompt: string, words: string | null): Edit[] =>
  words === null || prompt.trimStart().startsWith(words)
    ? []
    : [
        makeEdit(finding, {
          kind: 'move-to-front',
          reason: `Say “${words}” first`,
          remove: words,
          insert: lowerFirst(words),
          at: 'front',
        }),
      ];
