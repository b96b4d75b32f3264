import { thingsIn } from '@shared/corrected.js';
import type { Correction, Take } from '@shared/records/index.js';
import type { Boxes } from '@shared/sighting.js';
import { useEffect, useState } from 'react';
import { ask } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { boxesSaid, type NamedBox, namedBoxes } from './boxes.js';

export interface ShownBoxes {
  readonly boxes: readonly NamedBox[];
  /** In words, where there is nothing to draw, or the artist drew it. */
  readonly said: string;
  /** What the eye saw; null where it could not look. */
  readonly seen: Boxes | null;
  /** What the artist says in its place. */
  readonly by: Correction | undefined;
  /** The eye has answered. */
  readonly isKnown: boolean;
}

const NONE: ShownBoxes = { boxes: [], said: '', seen: null, by: undefined, isKnown: false };

/** What is where in a take; null = nobody wants to know. Asked again where the description says other things. */
export function useBoxes(take: Take | null, description: string): ShownBoxes {
  const [answer, setAnswer] = useState<{ key: string; seen: Boxes | null } | null>(null);
  const by = useDocument(({ records }) => records.correction[take?.id ?? '']);
  const isAsked = take !== null && take.unreadable === null;
  const key = isAsked ? `${take.id} ${description}` : '';
  const takeId = take?.id ?? '';
  useEffect(() => {
    if (!key) return;
    let current = true;
    void ask((api) => api.analysis.boxes({ takeId })).then((boxes) => {
      if (current) setAnswer({ key, seen: boxes ?? null });
    });
    return () => {
      current = false;
    };
  }, [key, takeId]);
  if (!key) return NONE;
  const isKnown = answer?.key === key;
  const seen = isKnown ? answer.seen : null;
  const boxes = namedBoxes(thingsIn(seen, by));
  return { boxes, said: by ? 'Boxes corrected by hand.' : said(isKnown, seen), seen, by, isKnown };
}

function said(isKnown: boolean, seen: Boxes | null): string {
  if (!isKnown) return 'Looking for who and what is where…';
  return seen ? boxesSaid(seen) : 'Nobody could be looked for in this picture.';
}
