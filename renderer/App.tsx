import { Tooltip } from 'radix-ui';
import { Dialogs } from './dialogs/Dialogs.js';
import { DropHere } from './dropping/index.js';
import { EmptyState } from './EmptyState.js';
import { Announcer, MessageLine } from './messages/index.js';
import { Notices } from './Notices.js';
import { useDocument, useSession } from './stores/index.js';
import { TopBar } from './topbar/TopBar.js';
import { Uninvited } from './Uninvited.js';
import { Boundary } from './ui/index.js';
import { Workspace } from './Workspace.js';
import './app.css';

export function App() {
  const open = useDocument((mirror) => mirror.open);
  const uninvited = useSession((session) => session.connection === 'uninvited');
  const storyboard = useDocument((mirror) => Object.keys(mirror.records.storyboard)[0]);
  if (uninvited) return <Uninvited />;
  return (
    <Tooltip.Provider delayDuration={450} skipDelayDuration={200}>
      <Boundary part="The top bar">
        <TopBar />
      </Boundary>
      <Notices />
      {open === true && <Workspace key={storyboard} />}
      {open === true && <Announcer key={`announcer ${storyboard}`} />}
      {open === false && <EmptyState />}
      {open === null && <main className="opening" aria-busy="true" aria-label="Opening" />}
      {open !== true && <MessageLine />}
      <Dialogs />
      <DropHere />
    </Tooltip.Provider>
  );
}
