import type { Finding } from '@shared/analysis.js';
import type { FindingPicture } from '@shared/finding-picture.js';
import { useEffect, useState } from 'react';
import { ask } from '../link/index.js';
import { useDocument } from '../stores/index.js';

/** As they were last told, so that a card that is opened again shows its picture at once. */
const known = new Map<string, FindingPicture>();

/** null until the host has said. Asked again when the finding, or what is kept as a reference, changes. */
export function useFindingPicture(finding: Finding): FindingPicture | null {
  const { key, shotId, takeId } = finding;
  const references = useDocument(({ records }) => records.reference);
  const name = `${takeId} ${key}`;
  const [, setTold] = useState<FindingPicture | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told follows from these
  useEffect(() => {
    let isShown = true;
    void ask((api) => api.analysis.findingPicture({ shotId, key })).then((picture) => {
      if (!picture) return;
      known.set(name, picture);
      if (isShown) setTold(picture);
    });
    return () => {
      isShown = false;
    };
  }, [name, finding, references]);
  return known.get(name) ?? null;
}
