import { type ReactNode, Suspense, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { FilterBar } from './filters/FilterBar.js';
import { NoShots } from './filters/NoShots.js';
import { Lanes } from './lanes/Lanes.js';
import { MessageLine } from './messages/index.js';
import { Ordering } from './ordering/index.js';
import { ShotPanel } from './panel/ShotPanel.js';
import { useEmpty, useSession } from './stores/index.js';
import { Strip } from './strip/Strip.js';
import { Boundary, useMedia } from './ui/index.js';
import { viewById } from './views/index.js';

/** What fails there is tried again with another shot. What is in it is not drawn anew for that. */
function OfShot({ part, children }: { readonly part: string; readonly children: ReactNode }) {
  const view = useSession((session) => session.view);
  const shotId = useSession((session) => session.shotId);
  return (
    <Boundary part={part} shows={[view, shotId]}>
      {children}
    </Boundary>
  );
}

/** The view that is chosen, over the strip where it has one; and beside it, over the full height, the shot's panel. */
export function Workspace() {
  const view = useSession((session) => session.view);
  const fullScreen = useSession((session) => session.fullScreen);
  const { main: Main, strip: wanted } = viewById(view);
  const isLow = useMedia('(max-height: 600px)');
  const strip = wanted === true || (wanted === 'roomy' && !isLow);
  const [panelWidth] = useState(useSession.getState().panelWidth);
  const isEmpty = useEmpty();
  const main = isEmpty ? (
    <NoShots />
  ) : (
    <OfShot part="This view">
      {/* While another view is loaded, React would keep the one that was left, with what was open in it. */}
      <Suspense key={view}>
        <Main />
      </Suspense>
    </OfShot>
  );
  if (fullScreen)
    return (
      <main className="workspace full-screen">
        {main}
        <Ordering />
        <MessageLine />
      </main>
    );
  return (
    <main className="workspace">
      <Group orientation="horizontal" className="group" id="across">
        <Panel minSize="340px" id="left" className="pane board">
          <Boundary part="The bar of filters">
            <FilterBar />
          </Boundary>
          <OverStrip strip={strip}>{main}</OverStrip>
          <Ordering />
          {strip && (
            <Boundary part="The lanes of the canon">
              <Lanes />
            </Boundary>
          )}
          <Boundary part="The line of messages">
            <MessageLine />
          </Boundary>
        </Panel>
        <Separator className="divider divider-upright" aria-label="Width of the shot's panel" />
        <Panel
          id="right"
          className="pane"
          defaultSize={`${panelWidth}px`}
          minSize="320px"
          maxSize="640px"
          groupResizeBehavior="preserve-pixel-size"
          onResize={({ inPixels }, _, before) => before && useSession.setState({ panelWidth: inPixels })}
        >
          <OfShot part="The shot’s panel">
            <ShotPanel />
          </OfShot>
        </Panel>
      </Group>
    </main>
  );
}

/** The view stays as it is, with what is typed in it, while the strip comes and goes. */
function OverStrip({ strip, children }: { readonly strip: boolean; readonly children: ReactNode }) {
  const [stripHeight] = useState(useSession.getState().stripHeight);
  return (
    <Group orientation="vertical" className="group" id="down">
      <Panel minSize="120px" id="upper" className="pane">
        {children}
      </Panel>
      {strip && (
        <>
          <Separator className="divider" aria-label="Height of the strip" />
          <Panel
            id="lower"
            className="pane"
            defaultSize={`${stripHeight}px`}
            minSize="126px"
            maxSize="320px"
            groupResizeBehavior="preserve-pixel-size"
            onResize={({ inPixels }, _, before) => before && useSession.setState({ stripHeight: inPixels })}
          >
            <Boundary part="The strip">
              <Strip />
            </Boundary>
          </Panel>
        </>
      )}
    </Group>
  );
}
