import { useEffect } from 'react';
import { MaskBar } from '../masking/index.js';
import { useDocument, useSession, useSettings } from '../stores/index.js';
import { useSize } from '../ui/index.js';
import { boxOf, lookedNow, percentOf } from './look.js';
import { Stage } from './Stage.js';
import { ViewerBar } from './ViewerBar.js';
import './viewer.css';

/** The take on the screen, or two compared, and how they are looked at. */
export function Viewer() {
  const session = useSession();
  const looked = lookedNow({ session, document: useDocument(), settings: useSettings() });
  const [size, measure] = useSize();
  useEffect(() => {
    if (size.width > 0) useSession.setState({ stage: size });
  }, [size]);
  return (
    <div className="viewer">
      <Stage looked={looked} measure={measure} />
      {session.editing === 'mask' ? (
        <MaskBar />
      ) : (
        <ViewerBar percent={looked && percentOf(looked, boxOf(looked, session.look))} />
      )}
    </div>
  );
}
