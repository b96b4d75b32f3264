import { type EditContext, isTagList, makeEdit, newSeed } from '@core/edits/index.js';
import type { Edit } from '@shared/analysis.js';
import { capitalised } from '@shared/capitalised.js';
import { says } from '@shared/prompt-edit.js';
import type { Tag } from '@shared/tags.js';

/** What the artist said is malformed, kept out of the next picture: another seed, and words where there are any left. */
export function tagEdits(tags: readonly Tag[], context: EditContext): Edit[] {
  return tags
    .flatMap((tag) => [
      ...newSeed({ key: '' }, `Try another seed: you said “${tag.reason}”`),
      ...wordsFor(tag, context),
    ])
    .map((edit) => ({ ...edit, findingKeys: [] }));
}

function wordsFor({ reason, unwanted, wanted }: Tag, { can, negativePrompt, reading }: EditContext): Edit[] {
  const because = `you said “${reason}”`;
  if (can.negative) {
    if (says(negativePrompt, unwanted)) return [];
    return [
      makeEdit(
        { key: '' },
        {
          kind: 'add-negative',
          reason: `Add “${unwanted}” to the negative prompt: ${because}`,
          target: 'negative',
          insert: unwanted,
          at: 'end',
        },
      ),
    ];
  }
  if (wanted === null || says(reading.prompt, wanted)) return [];
  const insert = isTagList(reading.prompt) ? wanted : `${capitalised(wanted)}.`;
  return [
    makeEdit({ key: '' }, { kind: 'add-phrase', reason: `Say “${wanted}”: ${because}`, insert, at: 'end' }),
  ];
}
