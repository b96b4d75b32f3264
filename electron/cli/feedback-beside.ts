import { dirname, relative, resolve, sep } from 'node:path';
import type { Feedback } from '@shared/feedback.js';

/** The feedback of the storyboard in `folder` with its pictures' paths relative to the file it goes to. */
export function feedbackBeside(feedback: Feedback, folder: string, file: string): Feedback {
  const target = dirname(resolve(file));
  const moved = (path: string) => relative(target, resolve(folder, path)).split(sep).join('/');
  return {
    ...feedback,
    shots: feedback.shots.map((shot) => ({
      ...shot,
      takes: shot.takes.map((take) => ({ ...take, path: moved(take.path) })),
    })),
  };
}
