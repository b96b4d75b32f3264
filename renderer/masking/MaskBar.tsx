import { Brush, Eraser, Eye, Trash2, Undo2 } from 'lucide-react';
import { useSession, useShot } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import { changeDraft } from './change-draft.js';
import { FEATHERS, SIZES } from './drawing.js';
import { partShare } from './part-share.js';
import './masking.css';

const percent = (share: number): number => Math.round(share * 1000) / 10;

interface RangeProps {
  readonly label: string;
  readonly range: { readonly least: number; readonly most: number };
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

function Range({ label, range, value, disabled, onChange }: RangeProps) {
  return (
    <label className="mask-range">
      <span className="mask-label">{label}</span>
      <input
        type="range"
        min={percent(range.least)}
        max={percent(range.most)}
        step={0.5}
        value={percent(value)}
        disabled={disabled}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
    </label>
  );
}

/** What the part is painted with, and how much of the picture it is. Stands in place of the viewer's own bar. */
export function MaskBar() {
  const view = useShot();
  const brush = useSession((session) => session.brush);
  const mask = useSession((session) => session.drafts[view?.pick?.id ?? '']?.mask ?? null);
  if (!view?.pick) return null;
  const { pick } = view;
  return (
    <div className="viewer-bar mask-bar" role="toolbar" aria-label="Part to make anew" data-testid="mask-bar">
      <ActionButton action="mask-brush" className="quiet" pressed={!brush.erases}>
        <Brush size={15} aria-hidden /> <span className="mask-word">Draw</span>
      </ActionButton>
      <ActionButton action="mask-eraser" className="quiet" pressed={brush.erases}>
        <Eraser size={15} aria-hidden /> <span className="mask-word">Erase</span>
      </ActionButton>
      <Range
        label="Size"
        range={SIZES}
        value={brush.size}
        onChange={(size) => useSession.setState({ brush: { ...brush, size } })}
      />
      <Range
        label="Soft edge"
        range={FEATHERS}
        value={mask?.feather ?? FEATHERS.least}
        disabled={!mask}
        onChange={(feather) => mask && changeDraft(pick.id, { mask: { ...mask, feather } })}
      />
      <ActionButton action="mask-evidence" className="quiet" label="Take the part from the finding">
        <Eye size={15} aria-hidden /> <span className="mask-word">From the finding</span>
      </ActionButton>
      <ActionButton action="mask-back" className="quiet square" label="Take the last stroke back">
        <Undo2 size={15} aria-hidden />
      </ActionButton>
      <ActionButton action="mask-whole" className="quiet square" label="Clear the part">
        <Trash2 size={15} aria-hidden />
      </ActionButton>
      <div className="gap" />
      <span className="mask-share numbers faint" data-testid="mask-share">
        {mask ? `${partShare(mask, pick)} of the picture` : 'Paint over what is to change'}
      </span>
      <ActionButton action="compare-off" className="button" label="Done with the part">
        Done
      </ActionButton>
    </div>
  );
}
