import type { RepairProof as Proof } from '@shared/contract/index.js';
import type { Take } from '@shared/records/index.js';
import { useEffect, useState } from 'react';
import { brokenClaims, untoldClaims } from '../board/index.js';
import { ask } from '../link/index.js';
import { partShare } from '../masking/index.js';
import { useAnalysis, useDocument, useSession, useShownTake } from '../stores/index.js';
import { count } from '../ui/index.js';
import { OutcomeMark } from './OutcomeMark.js';
import './repair.css';

/** Null until it is counted, and where it cannot be. */
function useProof(take: Take | null): Proof | null {
  const [told, setTold] = useState<{ takeId: string; proof: Proof | null } | null>(null);
  const takeId = take?.id ?? '';
  useEffect(() => {
    if (takeId === '') return;
    let current = true;
    void ask((api) => api.regeneration.proof({ takeId })).then((proof) => {
      if (current) setTold({ takeId, proof });
    });
    return () => {
      current = false;
    };
  }, [takeId]);
  return told?.takeId === takeId ? told.proof : null;
}

const whole = new Intl.NumberFormat('en');

function outsideOf({ outside, differing }: Proof): string {
  if (outside === 0) return 'It covers the whole picture.';
  const all = whole.format(outside);
  return differing === 0
    ? `Outside it, all ${all} pixels are as they were.`
    : `Outside it, ${whole.format(differing)} of ${all} pixels are not as they were.`;
}

/** Of a take of which a part was made anew: that the rest stayed, and what the part broke. */
export function RepairProof() {
  const shown = useShownTake();
  const origin = shown?.origin.kind === 'regenerated' ? shown.origin : null;
  const mask = useDocument(({ records }) => records.request[origin?.requestId ?? '']?.mask ?? null);
  const repaired = mask ? shown : null;
  const proof = useProof(repaired);
  const before = useAnalysis(origin?.fromTakeId);
  const after = useAnalysis(shown?.id);
  if (!mask || !repaired || !origin) return null;
  const broken = brokenClaims(before, after);
  const untold = untoldClaims(before, after);
  const compare = () =>
    useSession.setState({ takeId: repaired.id, compare: 'difference', compareTakeId: origin.fromTakeId });
  return (
    <section aria-label="Repair" className="repair-proof" data-testid="repair-proof">
      <div className="section-head">
        <h3>Repair</h3>
        <button type="button" className="quiet" onClick={compare}>
          Show the difference
        </button>
      </div>
      <p>
        {partShare(mask, repaired)} of the picture was made anew. {proof && outsideOf(proof)}
      </p>
      {broken.length > 0 ? (
        <>
          <p className="wrong">It broke {count(broken.length, 'claim')} that passed before:</p>
          <ul className="score-parts">
            {broken.map(({ claimId, text, after: now }) => (
              <li key={claimId}>
                <OutcomeMark outcome={now?.outcome} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        before &&
        after?.state === 'done' &&
        untold.length === 0 && <p className="faint">Nothing that passed before fails now.</p>
      )}
      {after?.state === 'done' && untold.length > 0 && (
        <p>{count(untold.length, 'claim')} that passed before could not be judged now.</p>
      )}
      {before && after?.state !== 'done' && (
        <p className="faint">Whether what passed before still does is not judged yet.</p>
      )}
    </section>
  );
}
