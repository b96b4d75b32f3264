import type { Request } from '@shared/records/index.js';
import { promptsBehind, type ShotView } from '../board/index.js';
import { PromptDiff } from './PromptDiff.js';

interface Props {
  readonly view: ShotView;
  readonly request: Request;
  readonly brief?: boolean;
}

/** The words of an order, against those of the take that it starts from. */
export function OrderedPrompt({ view, request, brief }: Props) {
  const from = view.takes.find(({ id }) => id === request.fromTakeId);
  return (
    <PromptDiff before={from ? promptsBehind(from, view.shot) : request} after={request} brief={brief} />
  );
}
