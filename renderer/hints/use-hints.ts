import type { ShotPrompt } from '@shared/contract/index.js';
import type { Hint } from '@shared/hint.js';
import { useEffect, useState } from 'react';
import { tryCall } from '../link/index.js';
import { useDocument } from '../stores/index.js';

/** Milliseconds without another word before a prompt is looked at. */
const PAUSE = 300;

const NONE: readonly Hint[] = [];

/**
 * What may be wrong with these prompts, or with those that are suggested (null), once typing pauses and the host has
 * answered. Asked again when the canon, a dismissal or a shot changes.
 */
export function useHints(prompts: readonly ShotPrompt[] | null): readonly Hint[] {
  const shots = useDocument(({ records }) => records.shot);
  const facts = useDocument(({ records }) => records.fact);
  const decisions = useDocument(({ records }) => records.decision);
  const [found, setFound] = useState<{ readonly asked: string; readonly hints: readonly Hint[] }>();
  const asked = JSON.stringify(prompts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer depends on these records as well
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(async () => {
      const answer = await tryCall((api) =>
        prompts === null ? api.hints.ofSuggestions() : api.hints.of({ prompts: [...prompts] }),
      );
      if (!isOld && 'value' in answer) setFound({ asked, hints: answer.value.hints });
    }, PAUSE);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [asked, shots, facts, decisions]);
  return found?.asked === asked ? found.hints : NONE;
}
