import { SelectionPanel } from '../bulk/SelectionPanel.js';
import { useChosen, useShot } from '../stores/index.js';
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

/** Everything known of the selected shot, what is decided first; and the gate under it. */
export function ShotPanel() {
  const view = useShot();
  const chosen = useChosen();
  if (!view)
    return (
      <aside className="panel" aria-label="Shot">
        <p className="panel-none">No shot is selected.</p>
      </aside>
    );
  if (chosen.length > 1) return <SelectionPanel views={chosen} />;
  const { id } = view.shot;
  return (
    <aside className="panel" aria-label={`Shot ${view.shot.number}`}>
      {/* A shot’s own scroll position and open sections start afresh. */}
      <div className="panel-scroll" key={id} tabIndex={-1}>
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
      <Decide views={chosen} />
    </aside>
  );
}
