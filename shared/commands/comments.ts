import {
  add,
  type CommentState,
  commentState,
  id,
  instant,
  need,
  put,
  type Records,
  remark,
} from '../records/index.js';
import { define } from './definition.js';

/** `commentId` follows from what was said, so that the same words never come in twice. */
export const addComment = define(
  'add-comment',
  { ...remark.shape, commentId: id, at: instant },
  {
    apply: (records, { type: _, commentId: id, ...said }) => {
      need(records, 'shot', said.shotId);
      return [add(records, 'comment', { id, ...said, state: 'open' })];
    },
    label: (_command, shots) => `Take in comments on ${shots}`,
  },
);

const VERBS: Readonly<Record<CommentState, string>> = {
  open: 'Reopen',
  resolved: 'Resolve',
  dismissed: 'Dismiss',
};

const shotOf = (records: Records, commentId: string): string[] => {
  const comment = records.comment[commentId];
  return comment ? [comment.shotId] : [];
};

export const setCommentState = define(
  'set-comment-state',
  { commentId: id, state: commentState },
  {
    apply: (records, { commentId, state }) => [
      put('comment', { ...need(records, 'comment', commentId), state }),
    ],
    label: ({ state }, shots) => `${VERBS[state]} comment on ${shots}`,
    shots: ({ commentId }, records) => shotOf(records, commentId),
  },
);
