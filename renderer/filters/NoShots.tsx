import { notAnalysed, notAnalysedWords, type Show } from '../board/index.js';
import { useBoardView, useSession } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import { chipsOf } from './chips.js';
import { SHOW_WORDS } from './words.js';

/** Where nothing else narrows them. */
const NONE: Readonly<Record<Exclude<Show, 'all'>, string>> = {
  flagged: 'No shot is flagged.',
  unjudged: 'No shot is left unjudged.',
  noted: 'No shot has an open note.',
  waiting: 'No shot waits for you.',
  approved: 'No shot is approved yet.',
  omitted: 'No shot is out of play.',
};

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
  const { show } = filter;
  const chips = chipsOf(filter, (id) => byId.get(id)?.shot.number ?? '?').map(({ words }) => words);
  const asked = [...(show === 'all' ? [] : [SHOW_WORDS[show]]), ...chips];
  const none = show !== 'all' && chips.length === 0 ? NONE[show] : null;
  const unknown = notAnalysedWords(notAnalysed(views), true);
  return (
    <div className="no-shots" data-testid="no-shots">
      <p>
        {none ?? `No shot matches ${asked.join(' and ')}.`} The filter hides{' '}
        {all === 1 ? 'one shot' : `all ${all} shots`}.
      </p>
      {unknown !== '' && <p>{unknown}</p>}
      <ActionButton action="filter-clear" className="button strong">
        Show all shots
      </ActionButton>
    </div>
  );
}
