import type { ShotPrompt } from '@shared/contract/index.js';
import type { Hint } from '@shared/hint.js';
import { useEffect, useState } from 'react';
import { tryCall } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { keepAsking } from './keep-asking.js';
import { type SaidHints, stillSaid } from './still-said.js';

const NONE: readonly Hint[] = [];

/**
 * What may be wrong with these prompts, or with those that are suggested (null), once typing pauses and the host has
 * answered; of prompts that stay as they are, also while it is asked again: when the canon, a dismissal or what a shot says
 * changes.
 */
export function useHints(prompts: readonly ShotPrompt[] | null): readonly Hint[] {
  const [said, setSaid] = useState<SaidHints>();
  const asked = JSON.stringify(prompts);
  useEffect(() => {
    const about: SaidHints['prompts'] = JSON.parse(asked);
    const stop = keepAsking({
      suggested: about === null,
      ask: async () => {
        const answer = await tryCall((api) =>
          about === null ? api.hints.ofSuggestions() : api.hints.of({ prompts: [...about] }),
        );
        return 'value' in answer ? answer.value.hints : null;
      },
      ground: () => useDocument.getState().records,
      onChange: (changed) => useDocument.subscribe(changed),
      say: (hints) => setSaid({ prompts: about, hints }),
    });
    return () => stop();
  }, [asked]);
  return said ? stillSaid(said, prompts) : NONE;
}
