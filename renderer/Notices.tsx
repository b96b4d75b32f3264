import { Eye, FolderSync, Lock, ShieldQuestionMark, Unplug } from 'lucide-react';
import { useState } from 'react';
import { runAction } from './actions/index.js';
import { NO_FILTER } from './board/index.js';
import { MissingPictures } from './MissingPictures.js';
import { JudgeOffer } from './models/JudgeOffer.js';
import { OpenQuestion } from './OpenQuestion.js';
import { openBackup } from './open-backup.js';
import { PlacingNotice } from './placing/index.js';
import { ReadingNotice } from './reading/index.js';
import { SettingsProblem } from './SettingsProblem.js';
import { SourceNotice } from './SourceNotice.js';
import { useDocument, useSession } from './stores/index.js';
import { count, moment } from './ui/index.js';

/** Orders that came with the review and wait for a yes. */
function ApprovedElsewhere() {
  const requests = useDocument((mirror) => mirror.records.request);
  const waiting = Object.values(requests).filter(({ state }) => state === 'elsewhere').length;
  if (waiting === 0) return null;
  const show = () => useSession.setState({ filter: { ...NO_FILTER, states: ['approved-elsewhere'] } });
  return (
    <div className="notice" data-testid="elsewhere-notice">
      <ShieldQuestionMark size={15} aria-hidden />
      <p>
        {count(waiting, 'picture')} {waiting === 1 ? 'was' : 'were'} approved on another machine.{' '}
        {waiting === 1 ? 'It is' : 'They are'} made only if you approve {waiting === 1 ? 'it' : 'them'} here.
      </p>
      <button type="button" className="notice-button" onClick={show}>
        Show
      </button>
    </div>
  );
}

/** Where the review lies, and what was found there, until the artist closes it. */
function WhereItLies() {
  const text = useDocument(({ notes }) => notes.join('\n'));
  const backup = useDocument((mirror) => mirror.offeredBackup);
  const [read, setRead] = useState('');
  if (text === '' || text === read) return null;
  return (
    <div className="notice" data-testid="review-notes">
      <FolderSync size={15} aria-hidden />
      <p className="selectable notice-lines">{text}</p>
      {backup !== null && (
        <button type="button" className="notice-button" onClick={() => void openBackup()}>
          Open the backup of {moment(backup.at)} instead
        </button>
      )}
      <button type="button" className="notice-button" onClick={() => setRead(text)}>
        OK
      </button>
    </div>
  );
}

/** The same storyboard is open in another window, which decides. */
function WatchesOnly() {
  const watchesOnly = useDocument((mirror) => mirror.watchesOnly && mirror.barred === null && mirror.open);
  if (!watchesOnly) return null;
  return (
    <div className="notice" data-testid="watches-only">
      <Eye size={15} aria-hidden />
      <p>Another window decides on this storyboard. Here you see what happens as it happens.</p>
      <button type="button" className="notice-button" onClick={() => runAction('decide-here')}>
        Decide here
      </button>
    </div>
  );
}

/** Nobody can change it in this program: what that hangs on, and a way on where there is one. */
function OnlyRead() {
  const barred = useDocument((mirror) => mirror.barred);
  const opensAgain = useDocument((mirror) => mirror.opensAgain);
  if (barred === null) return null;
  return (
    <div className="notice" data-testid="only-read">
      <Lock size={15} aria-hidden />
      <p>This review is shown read-only. {barred}</p>
      {opensAgain && (
        <button type="button" className="notice-button" onClick={() => runAction('open-again')}>
          Open again
        </button>
      )}
    </div>
  );
}

/** Bars across the window for what affects all of it: no connection, read-only, what came with the review. */
export function Notices() {
  const connection = useSession((session) => session.connection);
  return (
    <div role="status">
      {connection === 'lost' && (
        <p className="notice notice-warn">
          <Unplug size={15} aria-hidden />
          Connection lost. Your decisions are saved. Reconnecting…
        </p>
      )}
      <ReadingNotice />
      <OpenQuestion />
      <SettingsProblem />
      <ApprovedElsewhere />
      <PlacingNotice />
      <SourceNotice />
      <MissingPictures />
      <WhereItLies />
      <WatchesOnly />
      <JudgeOffer />
      <OnlyRead />
    </div>
  );
}
