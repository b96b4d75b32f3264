import type { Comment, CommentState } from '@shared/records/index.js';
import type { ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { moment } from '../ui/index.js';
import './comments.css';

const setState = (commentId: string, state: CommentState) =>
  void send({ type: 'set-comment-state', commentId, state });

/** Which of the shot’s pictures it was said of, and of which place in it; a way there. */
function SaidOf({ view, comment }: { view: ShotView; comment: Comment }) {
  const { id, sha256, place } = comment;
  const isPinned = useSession(({ pinned }) => pinned?.kind === 'comment' && pinned.commentId === id);
  if (sha256 === null) return null;
  const at = view.takes.findIndex((one) => one.sha256 === sha256);
  const take = view.takes[at];
  if (!take) return <span className="faint">on a picture that is not here any more</span>;
  if (view.takes.length < 2 && place === null) return null;
  const show = () =>
    useSession.setState({
      takeId: take.id,
      compareTakeId: null,
      flipped: false,
      ...(place && { pinned: isPinned ? null : { kind: 'comment', commentId: id }, evidence: true }),
    });
  const words = [
    ...(place ? ['at a place'] : []),
    ...(view.takes.length < 2 ? ['in the picture'] : [`on take ${at + 1}`]),
  ];
  return (
    <button type="button" className="link" aria-pressed={place ? isPinned : undefined} onClick={show}>
      {words.join(' ')}
    </button>
  );
}

interface RowProps {
  readonly view: ShotView;
  readonly comment: Comment;
  readonly writable: boolean;
}

function CommentRow({ view, comment, writable }: RowProps) {
  const { id, author, at, text, state, place } = comment;
  const point = place && ({ kind: 'comment', commentId: id } as const);
  return (
    <li
      className="comment"
      data-testid="comment"
      data-state={state}
      onPointerEnter={() => useSession.setState({ hovered: point })}
      onPointerLeave={() => useSession.setState({ hovered: null })}
    >
      <p className="comment-head">
        <b dir="auto">{author}</b>
        <span className="faint numbers">{moment(at)}</span>
        <SaidOf view={view} comment={comment} />
      </p>
      <p className="comment-text selectable" dir="auto">
        {text}
      </p>
      {writable &&
        (state === 'open' ? (
          <p className="comment-buttons">
            <button type="button" className="link" onClick={() => setState(id, 'resolved')}>
              Resolve
            </button>
            <button type="button" className="link" onClick={() => setState(id, 'dismissed')}>
              Dismiss
            </button>
          </p>
        ) : (
          <p className="comment-buttons">
            <span className="faint">{state === 'resolved' ? 'Resolved' : 'Dismissed'}</span>
            <button type="button" className="link" onClick={() => setState(id, 'open')}>
              Reopen
            </button>
          </p>
        ))}
    </li>
  );
}

/** What clients said of the shot in a contact sheet, oldest first; what is settled is folded away. */
export function Comments({ view }: { view: ShotView }) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { comments } = view;
  if (comments.length === 0) return null;
  const open = comments.filter(({ state }) => state === 'open');
  const settled = comments.filter(({ state }) => state !== 'open');
  const rows = (some: readonly Comment[]) =>
    some.map((comment) => <CommentRow key={comment.id} view={view} comment={comment} writable={writable} />);
  return (
    <section aria-label="Comments">
      <div className="section-head">
        <h3>Comments</h3>
      </div>
      {open.length > 0 && <ul className="comments">{rows(open)}</ul>}
      {settled.length > 0 && (
        <details className="section">
          <summary>{settled.length} settled</summary>
          <ul className="comments">{rows(settled)}</ul>
        </details>
      )}
    </section>
  );
}
