import { memo, useState } from 'react';
import type { ShotView } from '../board/index.js';
import { SelectionPanel } from '../bulk/SelectionPanel.js';
import { AboutShot, useChosen, usePanel, useShot } from '../stores/index.js';
import { Tray } from '../tray/Tray.js';
import { Counts } from './Counts.js';
import { Decide } from './Decide.js';
import { Description } from './Description.js';
import { EndedOrders } from './EndedOrders.js';
import { Findings } from './Findings.js';
import { FirstPrompt } from './FirstPrompt.js';
import { FoundWords } from './FoundWords.js';
import { History } from './History.js';
import { NewNote } from './NewNote.js';
import { Note } from './Note.js';
import { Notes } from './Notes.js';
import { OrderAgain } from './OrderAgain.js';
import { OutOfDate } from './OutOfDate.js';
import { OutOfPlay } from './OutOfPlay.js';
import { RepairProof } from './RepairProof.js';
import { Scores } from './Scores.js';
import { ShotHeading } from './ShotHeading.js';
import { Slips } from './Slips.js';
import { SuggestedPrompt } from './SuggestedPrompt.js';
import { Takes } from './Takes.js';
import { WhatChanged } from './WhatChanged.js';
import './panel.css';

/** What is on the screen; while the panel is behind that, what it drew last. */
function useDrawn(view: ShotView | null): ShotView | null {
  const isBehind = usePanel((panel) => panel.isBehind);
  const [drawn, setDrawn] = useState(view);
  if (!isBehind && drawn !== view) setDrawn(view);
  return isBehind ? (drawn ?? view) : view;
}

/** Everything known of the selected shot, what is decided first; and the gate under it. */
export function ShotPanel() {
  const view = useShot();
  const drawn = useDrawn(view);
  const chosen = useChosen();
  if (!view || !drawn)
    return (
      <aside className="panel" aria-label="Shot">
        <p className="panel-none">No shot is selected.</p>
      </aside>
    );
  if (chosen.length > 1) return <SelectionPanel views={chosen} />;
  return (
    <aside className="panel" aria-label={`Shot ${drawn.shot.number}`}>
      <WhatIsKnown view={drawn} />
      <Decide views={chosen} />
    </aside>
  );
}

/** Of a shot that is no longer on the screen nothing is to be changed by a click that was meant for what comes. */
function stopBehind(event: React.MouseEvent): void {
  if (!usePanel.getState().isBehind) return;
  event.preventDefault();
  event.stopPropagation();
}

const WhatIsKnown = memo(function WhatIsKnown({ view }: { readonly view: ShotView }) {
  return (
    <AboutShot value={view}>
      {/* A shot’s own scroll position and open sections start afresh. */}
      <div className="panel-scroll" key={view.shot.id} tabIndex={-1} onClickCapture={stopBehind}>
        <ShotHeading view={view} />
        <FoundWords view={view} />
        <OutOfPlay view={view} />
        <OutOfDate view={view} />
        <Tray view={view} />
        <EndedOrders view={view} />
        <Description view={view} />
        <FirstPrompt view={view} />
        <WhatChanged />
        <RepairProof />
        <Findings view={view} />
        <Slips view={view} />
        <Notes view={view} />
        {view.again ? <OrderAgain view={view} request={view.again} /> : <SuggestedPrompt view={view} />}
        <Counts />
        <Scores view={view} />
        <Takes view={view} />
        <NewNote view={view} />
        <Note view={view} />
        <History view={view} />
      </div>
    </AboutShot>
  );
});
