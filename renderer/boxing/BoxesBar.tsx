import { Eye, Pencil, Plus, Trash2 } from 'lucide-react';
import { ActionButton } from '../ui/index.js';
import { boxNames } from '../viewer/boxes.js';
import type { Boxing } from './use-boxing.js';
import './boxing.css';

interface ToolProps {
  readonly name: string;
  readonly icon: typeof Plus;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly onClick: () => void;
}

const Tool = ({ name, icon: Icon, disabled = false, testId, onClick }: ToolProps) => (
  <button
    type="button"
    className="quiet"
    disabled={disabled}
    title={name}
    data-testid={testId}
    onClick={onClick}
  >
    <Icon size={15} aria-hidden /> <span className="box-word">{name}</span>
  </button>
);

/** What is done with the boxes of a picture. Stands in place of the viewer's own bar; `boxing` null = the eye still looks. */
export function BoxesBar({ boxing }: { boxing: Boxing | null }) {
  const at = boxing?.at ?? null;
  const name = boxing && at !== null ? boxNames(boxing.boxes)[at] : null;
  return (
    <div
      className="viewer-bar box-bar"
      role="toolbar"
      aria-label="Boxes of the picture"
      data-testid="box-bar"
    >
      <Tool name="Add a box" icon={Plus} disabled={!boxing} testId="box-add" onClick={() => boxing?.add()} />
      <Tool
        name="Rename"
        icon={Pencil}
        disabled={at === null}
        testId="box-rename"
        onClick={() => boxing?.choose(at, true)}
      />
      <Tool
        name="Delete"
        icon={Trash2}
        disabled={at === null}
        testId="box-delete"
        onClick={() => at !== null && boxing?.remove(at)}
      />
      <Tool
        name="What the eye saw"
        icon={Eye}
        disabled={!boxing?.isCorrected}
        testId="box-eye"
        onClick={() => boxing?.backToEye()}
      />
      <div className="gap" />
      <span className="box-said numbers faint" data-testid="box-said">
        {name ?? (boxing?.isCorrected ? 'Corrected by hand' : 'Draw a box, or take hold of one')}
      </span>
      <ActionButton action="compare-off" className="button" label="Done with the boxes">
        Done
      </ActionButton>
    </div>
  );
}
