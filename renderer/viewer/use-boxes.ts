import type { Take } from '@shared/records/index.js';
import { type Boxes, distinct } from '@shared/sighting.js';
import { useEffect, useState } from 'react';
import { ask } from '../link/index.js';
import { boxesSaid, type NamedBox, namedBoxes } from './boxes.js';

interface ShownBoxes {
  readonly boxes: readonly NamedBox[];
  /** In words, where there is nothing to draw. */
  readonly said: string;
}

const NONE: ShownBoxes = { boxes: [], said: '' };

/** What is where in a take; null = nobody wants to know. Asked again where the description says other things. */
export function useBoxes(take: Take | null, description: string): ShownBoxes {
  const [answer, setAnswer] = useState<{ key: string; boxes: Boxes | 'failed' } | null>(null);
  const isAsked = take !== null && take.unreadable === null;
  const key = isAsked ? `${take.id} ${description}` : '';
  const takeId = take?.id ?? '';
  useEffect(() => {
    if (!key) return;
    let current = true;
    void ask((api) => api.analysis.boxes({ takeId })).then((boxes) => {
      if (current) setAnswer({ key, boxes: boxes ?? 'failed' });
    });
    return () => {
      current = false;
    };
  }, [key, takeId]);
  if (!key) return NONE;
  if (answer?.key !== key) return { boxes: [], said: 'Looking for who and what is where…' };
  if (answer.boxes === 'failed') return { boxes: [], said: 'Nobody could be looked for in this picture.' };
  return { boxes: namedBoxes(distinct(answer.boxes)), said: boxesSaid(answer.boxes) };
}
