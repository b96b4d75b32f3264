import { pictureUrl } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { MakingMark } from './MakingMark.js';

/** The picture that is being made, as it looks so far, in a corner of the viewer. */
export function MakingPreview({ requestId }: { readonly requestId: string }) {
  const preview = useDocument((mirror) => mirror.making[requestId]?.preview ?? null);
  const isMaking = useDocument((mirror) => mirror.making[requestId] !== undefined);
  if (!isMaking) return null;
  return (
    <figure className="making-preview" data-testid="making-preview">
      {preview && <img src={pictureUrl(preview, 320)} alt="The new take so far" />}
      <MakingMark requestId={requestId} />
    </figure>
  );
}
