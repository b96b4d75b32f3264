import type { ShotPrompt } from '@shared/contract/index.js';
import type { Hint } from '@shared/hint.js';
import { useEffect, useState } from 'react';
import { tryCall } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { type SaidHints, stillSaid } from './still-said.js';

/** Milliseconds without another word before a prompt is looked at. */
const PAUSE = 300;

const NONE: readonly Hint[] = [];

/**
 * What may be wrong with these prompts, or with those that are suggested (null), once typing pauses and the host has
 * answered; of prompts that stay as they are, also while it is asked again: when the canon, a dismissal or a shot changes.
 */
export function useHints(prompts: readonly ShotPrompt[] | null): readonly Hint[] {
  const shots = useDocument(({ records }) => records.shot);
  const facts = useDocument(({ records }) => records.fact);
  const decisions = useDocument(({ records }) => records.decision);
  const [said, setSaid] = useState<SaidHints>();
  const asked = JSON.stringify(prompts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer depends on these records as well
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(async () => {
      const answer = await tryCall((api) =>
        prompts === null ? api.hints.ofSuggestions() : api.hints.of({ prompts: [...prompts] }),
      );
      if (!isOld && 'value' in answer) setSaid({ prompts, hints: answer.value.hints });
    }, PAUSE);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [asked, shots, facts, decisions]);
  return said ? stillSaid(said, prompts) : NONE;
}
