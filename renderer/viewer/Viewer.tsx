import { Hints } from './Hints.js';
import { Stage } from './Stage.js';
import { ViewerBar } from './ViewerBar.js';
import './viewer.css';

export function Viewer() {
  return (
    <div className="viewer">
      <Stage />
      <ViewerBar />
      <Hints />
    </div>
  );
}
