import type { Proposal } from '../board/index.js';
import { partShare } from '../masking/index.js';
import { useSession } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import './repair.css';

interface Props {
  readonly proposal: Proposal;
  /** The generator that is chosen. */
  readonly generator: { readonly name: string; readonly inpaints: boolean } | null;
}

/** Whether all of the picture is made anew or a part of it, where the generator can do that. */
export function PartRow({ proposal: { take, mask }, generator }: Props) {
  const marked = useSession((session) => session.drafts[take.id]?.mask ?? null);
  if (!generator?.inpaints && !marked) return null;
  if (!marked)
    return (
      <div className="row">
        <ActionButton action="repair" className="quiet part-button" testId="repair">
          Repair only a part…
        </ActionButton>
      </div>
    );
  return (
    <div className="row part" data-testid="part">
      <span className={generator?.inpaints ? '' : 'wrong'}>
        {!generator?.inpaints
          ? `${generator?.name ?? 'This generator'} cannot repair a part of this picture.`
          : mask
            ? `Repairs ${partShare(mask, take)} of it`
            : 'Nothing of the picture is marked'}
      </span>
      <ActionButton action="repair" className="quiet">
        Change
      </ActionButton>
      <ActionButton action="mask-whole" className="quiet">
        Whole picture
      </ActionButton>
    </div>
  );
}
