/** How close the take is looked at, by keys; the hand does the same in the viewer. */
import type { AppState, Look } from '../stores/index.js';
import { FITTED, type Looked, lookedNow, pannedBy, zoomedAt, zoomedTo } from '../viewer/look.js';
import type { Action } from './action.js';
import { hasShot, hasViewer, isOpen, isPlayView } from './conditions.js';

/** Times larger at one press. */
const CLOSER = 1.25;
/** Share of the stage that one press moves the picture. */
const STEP = 0.2;

const canLook = (state: AppState): boolean => hasShot(state) && hasViewer(state);

const middle = ({ area }: Looked) => ({ x: area.width / 2, y: area.height / 2 });

const looking = (
  action: Omit<Action, 'group' | 'enabled' | 'run'>,
  change: (looked: Looked, look: Look) => Look,
): Action => ({
  ...action,
  group: 'Viewer',
  enabled: (state) => canLook(state) && lookedNow(state) !== null,
  run: (context) => {
    const looked = lookedNow(context.state());
    if (looked) context.session({ look: change(looked, context.state().session.look) });
  },
});

const pan = (way: string, x: -1 | 0 | 1, y: -1 | 0 | 1): Action =>
  looking(
    {
      id: `look-${way.toLowerCase()}`,
      title: `Pan ${way.toLowerCase()}`,
      keys: [`Mod+Arrow${way}`],
      keyOnly: true,
    },
    (looked, look) =>
      pannedBy(looked, look, { x: -x * STEP * looked.area.width, y: -y * STEP * looked.area.height }),
  );

export const LOOKING: readonly Action[] = [
  looking({ id: 'zoom', title: 'Whole picture or 100 %', keys: ['Z'] }, (looked, look) =>
    zoomedTo(looked, look, look.zoom === 'fit' ? 'actual' : 'fit', middle(looked)),
  ),
  looking({ id: 'fit', title: 'Fit the whole picture', keys: ['Shift+Z'] }, () => FITTED),
  looking({ id: 'actual-size', title: '100 %, pixel for pixel', keys: [] }, (looked, look) =>
    zoomedTo(looked, look, 'actual', middle(looked)),
  ),
  looking({ id: 'zoom-in', title: 'Zoom in', keys: ['+', '='] }, (looked, look) =>
    zoomedAt(looked, look, CLOSER, middle(looked)),
  ),
  looking({ id: 'zoom-out', title: 'Zoom out', keys: ['-'] }, (looked, look) =>
    zoomedAt(looked, look, 1 / CLOSER, middle(looked)),
  ),
  pan('Left', -1, 0),
  pan('Right', 1, 0),
  pan('Up', 0, -1),
  pan('Down', 0, 1),
  {
    id: 'full-screen',
    title: 'Full screen',
    group: 'Viewer',
    keys: ['Shift+F', 'F11'],
    enabled: (state) => canLook(state) || (isPlayView(state) && isOpen(state)),
    run: (context) => context.fullScreen(!context.state().session.fullScreen),
  },
  {
    id: 'leave-full-screen',
    title: 'Leave full screen',
    group: 'Viewer',
    keys: ['Escape'],
    keyOnly: true,
    enabled: ({ session }) => session.fullScreen,
    run: (context) => context.fullScreen(false),
  },
];
