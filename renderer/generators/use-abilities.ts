import type { Abilities } from '@shared/contract/index.js';
import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { ask } from '../link/index.js';
import { abilitiesFor, useSession, useSettings } from '../stores/index.js';
import { useChosenGenerator } from './use-generators.js';

/** What the chosen generator can do with a take ('' = none); as its status says until that is known. */
export function useAbilities(takeId: string): Abilities {
  const chosen = useChosenGenerator();
  const settings = useSettings((own) => own);
  const can = useSession(useShallow((session) => abilitiesFor({ session, settings }, takeId)));
  const generator = chosen?.makes && chosen.status?.ready ? chosen.id : null;
  useEffect(() => {
    let isOver = false;
    if (generator !== null && takeId !== '')
      void ask((api) => api.generators.abilities({ id: generator, takeId })).then((known) => {
        if (known && !isOver) useSession.setState({ abilities: { generator, takeId, can: known } });
      });
    return () => {
      isOver = true;
    };
  }, [generator, takeId]);
  return can;
}
