import { useEffect, useState } from 'react';
import type { ShotView } from '../board/index.js';
import { tryCall } from '../link/index.js';
import { useDocument } from '../stores/index.js';

/**
 * The takes of the candidates that wait for a choice and the one that they start from, the best first, as the host
 * compares them; [] until it has answered. Asked again when something new is known of one of them.
 */
export function useRanking({ shot, candidates, takes }: ShotView): readonly string[] {
  const summaries = useDocument(({ overview }) => overview.summaries);
  const [ranking, setRanking] = useState<{ readonly shotId: string; readonly takeIds: readonly string[] }>();
  const known = takes.map(({ id }) => `${id} ${summaries[id]?.state} ${summaries[id]?.scores.description}`);
  const made = candidates.flatMap(({ resultTakeId }) => resultTakeId ?? []);
  const asked = [shot.id, ...made, ...known].join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is all that the answer depends on
  useEffect(() => {
    let isOld = false;
    void tryCall((api) => api.regeneration.ranking({ shotId: shot.id })).then((answer) => {
      if (!isOld && 'value' in answer) setRanking({ shotId: shot.id, takeIds: answer.value.takeIds });
    });
    return () => {
      isOld = true;
    };
  }, [asked]);
  return ranking?.shotId === shot.id ? ranking.takeIds : [];
}
