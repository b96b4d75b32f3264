import type { Abilities } from '@shared/contract/index.js';
import { useEffect, useState } from 'react';
import { ask } from '../link/index.js';
import { useChosenGenerator } from './use-generators.js';

/** What the chosen generator can do with a take ('' = none); as its status says until that is known. */
export function useAbilities(takeId: string): Abilities {
  const chosen = useChosenGenerator();
  const [known, setKnown] = useState<{ readonly of: string; readonly abilities: Abilities } | null>(null);
  const generator = chosen?.makes && chosen.status?.ready ? chosen.id : null;
  const of = `${generator} ${takeId}`;
  useEffect(() => {
    let isOver = false;
    if (generator !== null && takeId !== '')
      void ask((api) => api.generators.abilities({ id: generator, takeId })).then((abilities) => {
        if (abilities && !isOver) setKnown({ of, abilities });
      });
    return () => {
      isOver = true;
    };
  }, [generator, takeId, of]);
  if (known?.of === of) return known.abilities;
  return { capabilities: chosen?.status?.capabilities ?? [] };
}
