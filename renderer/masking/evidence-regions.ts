import type { Region } from '@shared/records/index.js';
import type { ShotView } from '../board/index.js';
import type { Api } from '../link/api.js';

type Call = <T>(run: (api: Api) => Promise<T>) => Promise<T | null>;

/**
 * Where a finding of the pick is seen: the one named by `key`, else the most pressing one that has a place. What names
 * a claim and no place is asked of the judge. None where nothing points to a part of the picture.
 */
export async function evidenceRegions(
  { pick, findings }: Pick<ShotView, 'pick' | 'findings'>,
  key: string | null,
  call: Call,
): Promise<readonly Region[]> {
  if (!pick) return [];
  const ofPick = findings.filter(({ takeId }) => takeId === pick.id);
  const named = ofPick.filter((finding) => finding.key === key);
  for (const { evidence, claimIds } of named.length > 0 ? named : ofPick) {
    const regions = evidence.items.flatMap(({ takeId, region }) =>
      takeId === pick.id && region ? [region] : [],
    );
    if (regions.length > 0) return regions;
    const [claimId] = claimIds;
    if (claimId === undefined) continue;
    const seen = await call((api) => api.analysis.evidence({ takeId: pick.id, claimId }));
    if (seen?.box) return [seen.box];
  }
  return [];
}
