/**
 * Files that are dropped onto the window. On a shot without a picture, or several over the shots, they are first pictures,
 * and the page hands them over. All else is opened: where the window has a preload, that tells the host their paths, which no
 * page learns; of a browser the host learns names and lengths, and looks where that lies.
 */
import { listed } from '@shared/listed.js';
import { isWebHost } from '../link/index.js';
import { appState, currentBoardView, currentShot, say, useSession } from '../stores/index.js';
import { givePictures } from './give-pictures.js';
import { openDropped } from './open-dropped.js';
import { type Gives, givesTo, notOpened } from './target.js';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

function meant({ target, dataTransfer }: DragEvent): Gives | null {
  const state = appState();
  const { open, readOnly } = state.document;
  if (!open || readOnly !== null || !dataTransfer || !(target instanceof Element)) return null;
  const { views, byId } = currentBoardView(state);
  const id = target.closest('[role=option]')?.id.replace(/^option-/, '');
  const isOverViewer = target.closest('.viewer-stage') !== null;
  const over = isOverViewer ? currentShot(state) : (byId.get(id ?? '') ?? null);
  const { files, items } = dataTransfer;
  const names =
    files.length > 0
      ? Array.from(files, ({ name }) => name)
      : Array.from(items)
          .filter(({ kind }) => kind === 'file')
          .map(() => '');
  const isOverShots = isOverViewer || target.closest('[role=listbox]') !== null;
  return givesTo({ names, over, isOverShots }, views);
}

/** The host tells of what is dropped in any case; what was given already is not opened as well. */
let given = false;
export function isGiven(): boolean {
  const was = given;
  given = false;
  return was;
}

/** Names of what is not opened, at most. */
const NAMED = 3;

function sayNotOpened(names: readonly string[]): void {
  const left = notOpened(names);
  if (left.length === 0) return;
  const named = listed(
    left.map((name) => `“${name}”`),
    NAMED,
  );
  say(
    'done',
    'Only the first of what you dropped is opened.',
    `One storyboard is open at a time: nothing was done with ${named}.`,
  );
}

export function listenForDrops(): void {
  const show = (dropping: boolean, dropsOn: string | null) => {
    const before = useSession.getState();
    if (before.dropping !== dropping || before.dropsOn !== dropsOn)
      useSession.setState({ dropping, dropsOn });
  };
  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    // Without it the window would go to the file.
    event.preventDefault();
    const gives = meant(event);
    show(true, gives && (gives.shot ? `shot ${gives.shot.shot.number}` : 'shots'));
  });
  window.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) show(false, null);
  });
  window.addEventListener('drop', (event) => {
    show(false, null);
    given = false;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const gives = meant(event);
    if (gives) {
      given = !isWebHost();
      void givePictures(Array.from(event.dataTransfer?.files ?? []), gives.shot?.shot.id ?? null);
      return;
    }
    sayNotOpened(Array.from(event.dataTransfer?.files ?? [], ({ name }) => name));
    if (!isWebHost()) return;
    const items = Array.from(event.dataTransfer?.items ?? []);
    void openDropped(items.flatMap((item) => item.webkitGetAsEntry() ?? []));
  });
}
