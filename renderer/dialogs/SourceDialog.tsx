import { changesTold, changeTold } from '@shared/source-change/index.js';
import { useEffect } from 'react';
import { notNow, takeInSource } from '../source-changes.js';
import { useDocument } from '../stores/index.js';
import { closeDialog, Dialog, VirtualList } from '../ui/index.js';

/** CSS pixels of a change in two lines. */
const ROW = 46;

/** Lists what changed where the storyboard was opened from. */
export function SourceDialog() {
  // What is listed is what would be taken in, also where the source changes again meanwhile.
  const changes = useDocument((mirror) => mirror.source.changes);
  const isOver = changes.length === 0;
  useEffect(() => {
    if (isOver) closeDialog();
  }, [isOver]);
  const decide = (act: () => unknown) => () => {
    closeDialog();
    act();
  };
  return (
    <Dialog
      title="What changed in the source"
      className="wide source-changes"
      footer={
        <>
          <span className="faint source-sum">{changesTold(changes)}</span>
          <button type="button" className="button" onClick={decide(notNow)}>
            Not now
          </button>
          <button type="button" className="button yes" data-first onClick={decide(takeInSource)}>
            Take in
          </button>
        </>
      }
    >
      <p className="faint">
        Taking it in is one step, which undo takes back. Decisions, notes and takes stay with their shots.
      </p>
      <VirtualList
        label="What changed"
        className="source-list selectable"
        count={changes.length}
        estimate={ROW}
        keyOf={(index) => String(index)}
      >
        {(index) => {
          const change = changes[index];
          return change && <p className="source-change">{changeTold(change)}</p>;
        }}
      </VirtualList>
    </Dialog>
  );
}
