import { useBoardView, useSession } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import { chipsOf } from './chips.js';
import { SHOW_WORDS } from './words.js';

/** Why no shot is shown, and the way out. */
export function NoShots() {
  const { views, byId } = useBoardView();
  const all = views.length;
  const filter = useSession((session) => session.filter);
  if (all === 0)
    return (
      <div className="no-shots" data-testid="no-shots">
        <p>This storyboard has no shots yet.</p>
        <p>
          Put pictures into its folder, or rows into its shots file: they are offered here as soon as they are
          there. Or drop another folder or file on this window.
        </p>
        <ActionButton action="open" className="button strong" showKey>
          Open another
        </ActionButton>
      </div>
    );
  const asked = [
    ...(filter.show === 'all' ? [] : [SHOW_WORDS[filter.show]]),
    ...chipsOf(filter, (id) => byId.get(id)?.shot.number ?? '?').map(({ words }) => words),
  ];
  return (
    <div className="no-shots" data-testid="no-shots">
      <p>
        No shot matches {asked.join(' and ')}. The filter hides {all === 1 ? 'one shot' : `all ${all} shots`}.
      </p>
      <ActionButton action="filter-clear" className="button strong">
        Show all shots
      </ActionButton>
    </div>
  );
}
