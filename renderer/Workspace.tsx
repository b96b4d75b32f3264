import { Group, Panel, Separator } from 'react-resizable-panels';
import { FilterBar } from './filters/FilterBar.js';
import { Grid } from './grid/Grid.js';
import { ShotPanel } from './panel/ShotPanel.js';
import { useSession } from './stores/index.js';
import { Strip } from './strip/Strip.js';
import { Viewer } from './viewer/Viewer.js';

/** The viewer over the strip, or the grid; and beside them, over the full height, the shot's panel. */
export function Workspace() {
  const view = useSession((session) => session.view);
  return (
    <main className="workspace">
      <Group orientation="horizontal" className="group" id="across">
        <Panel minSize="340px" id="board" className="pane board">
          <FilterBar />
          {view === 'strip' ? <ViewerAndStrip /> : <Grid />}
        </Panel>
        <Separator className="divider divider-upright" aria-label="Width of the shot's panel" />
        <Panel
          id="shot"
          className="pane"
          defaultSize="392px"
          minSize="320px"
          maxSize="640px"
          groupResizeBehavior="preserve-pixel-size"
        >
          <ShotPanel />
        </Panel>
      </Group>
    </main>
  );
}

function ViewerAndStrip() {
  return (
    <Group orientation="vertical" className="group" id="down">
      <Panel minSize="120px" id="picture" className="pane">
        <Viewer />
      </Panel>
      <Separator className="divider" aria-label="Height of the strip" />
      <Panel
        id="strip"
        className="pane"
        defaultSize="152px"
        minSize="126px"
        maxSize="320px"
        groupResizeBehavior="preserve-pixel-size"
      >
        <Strip />
      </Panel>
    </Group>
  );
}
