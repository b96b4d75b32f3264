import type { Request } from '@shared/records/index.js';
import { promptsBehind, type ShotView } from '../board/index.js';
import { OrderedBeside } from './OrderedBeside.js';
import { PromptDiff } from './PromptDiff.js';

interface Props {
  readonly view: ShotView;
  readonly request: Request;
  readonly brief?: boolean;
}

/** The words of an order, against those of the take that it starts from, and what it says beside them. */
export function OrderedPrompt({ view, request, brief }: Props) {
  const from = view.takes.find(({ id }) => id === request.fromTakeId);
  const { instruction = null, references = [] } = request;
  return (
    <>
      <OrderedBeside instruction={instruction} references={references} />
      <PromptDiff before={from ? promptsBehind(from, view.shot) : request} after={request} brief={brief} />
    </>
  );
}
