/**
 * Files that are dropped onto the window. Where it has a preload, that tells the host their paths, which no page learns; a
 * browser tells nobody, and so the artist is told.
 */
import { runAction } from '../actions/index.js';
import { isWebHost } from '../link/index.js';
import { say, useSession } from '../stores/index.js';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

export function listenForDrops(): void {
  const show = (dropping: boolean) => {
    if (useSession.getState().dropping !== dropping) useSession.setState({ dropping });
  };
  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    // Without it the window would go to the file.
    event.preventDefault();
    show(true);
  });
  window.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) show(false);
  });
  window.addEventListener('drop', (event) => {
    show(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (!isWebHost()) return;
    say(
      'error',
      'A browser does not say where dropped files lie.',
      'Nothing was opened or changed. Choose the folder here instead; what you drop works in the desktop program.',
    );
    runAction('open');
  });
}
