import { newId, send, tryCall } from '../link/index.js';
import { say, useDocument } from '../stores/index.js';
import { count } from '../ui/index.js';

/**
 * With what the words say of the story's world that they did not say before: whom they introduce, and what changes from
 * the shot on. One step of undo. True when the host took it.
 */
export async function saveDescription(shotId: string, description: string): Promise<boolean> {
  const edit = { type: 'edit-description' as const, shotId, description };
  const answer = await tryCall((api) => api.canon.stated({ shotId, description }));
  const { put, removed } = 'value' in answer ? answer.value : { put: [], removed: [] };
  if (put.length === 0) return send(edit);
  const known = useDocument.getState().records.fact;
  const added = put.filter(({ id }) => !Object.hasOwn(known, id));
  const took = await send({
    type: 'bulk',
    commands: [
      edit,
      ...removed.map((factId) => ({ type: 'remove-fact' as const, factId })),
      // A fact of the same words may have been taken back before.
      ...put.map((fact) => ({
        type: 'put-fact' as const,
        fact: Object.hasOwn(known, fact.id) ? fact : { ...fact, id: newId() },
      })),
    ],
  });
  const [first] = added;
  if (took && first)
    say(
      'done',
      added.length === 1
        ? `The canon says from now on: ${first.name}, ${first.statement}.`
        : `The canon has ${count(added.length, 'new fact')} by this description.`,
    );
  return took;
}
