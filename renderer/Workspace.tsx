import { Group, Panel, Separator } from 'react-resizable-panels';
import { Grid } from './grid/Grid.js';
import { ShotPanel } from './panel/ShotPanel.js';
import { useSession } from './stores/index.js';
import { Strip } from './strip/Strip.js';
import { Viewer } from './viewer/Viewer.js';

/** Viewer over strip, or the grid; the shot's panel at the right of either. */
export function Workspace() {
  const view = useSession((session) => session.view);
  const main = (
    <Group orientation="horizontal" className="group" id="across">
      <Panel minSize="360px" id="picture" className="pane">
        {view === 'strip' ? <Viewer /> : <Grid />}
      </Panel>
      <Separator className="divider divider-upright" aria-label="Width of the shot's panel" />
      <Panel
        id="shot"
        className="pane"
        defaultSize="392px"
        minSize="330px"
        maxSize="640px"
        groupResizeBehavior="preserve-pixel-size"
      >
        <ShotPanel />
      </Panel>
    </Group>
  );
  if (view === 'grid') return <main className="workspace">{main}</main>;
  return (
    <main className="workspace">
      <Group orientation="vertical" className="group" id="down">
        <Panel minSize="240px" id="upper" className="pane">
          {main}
        </Panel>
        <Separator className="divider" aria-label="Height of the strip" />
        <Panel
          id="lower"
          className="pane"
          defaultSize="152px"
          minSize="126px"
          maxSize="320px"
          groupResizeBehavior="preserve-pixel-size"
        >
          <Strip />
        </Panel>
      </Group>
    </main>
  );
}
