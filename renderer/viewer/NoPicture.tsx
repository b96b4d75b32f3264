import { ImagePlus } from 'lucide-react';
import { inPlay, type ShotView } from '../board/index.js';
import { useChosenGenerator } from '../generators/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';

/** What can be done about it. */
function Way({ view }: { readonly view: ShotView }) {
  const generator = useChosenGenerator();
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { shot, request } = view;
  if (request)
    return <span>Its first picture is {request.state === 'running' ? 'being made' : 'ordered'}.</span>;
  if (shot.prompt.trim() === '')
    return (
      <>
        <span>Its words come first: a picture is made from them.</span>
        {writable && (
          <button
            type="button"
            className="button"
            onClick={() => useSession.setState({ editing: 'description' })}
          >
            Describe it
          </button>
        )}
      </>
    );
  if (!generator?.makes)
    return (
      <>
        <span>
          Its words go into the exports and the revised shots file. A generator makes its picture here.
        </span>
        <ActionButton action="generators" className="button" />
      </>
    );
  return (
    <>
      <span>{generator.name} makes one from its prompt, as the pictures beside it are made.</span>
      {inPlay(view) && writable && (
        <ActionButton action="approve" className="button" showKey testId="first-picture">
          Make its first picture
        </ActionButton>
      )}
    </>
  );
}

/** In place of a picture. */
export function NoPicture({ view }: { readonly view: ShotView | null }) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  return (
    <div className="no-picture" data-testid="no-picture">
      <ImagePlus size={30} strokeWidth={1.5} aria-hidden />
      <strong>{view ? 'This shot has no picture yet.' : 'No shot is selected.'}</strong>
      {view && <Way view={view} />}
      {view && writable && <span>Or drop a picture here.</span>}
    </div>
  );
}
