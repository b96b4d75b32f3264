import type { Lost } from '@shared/contract/index.js';

/** What the artist is told when the model's process ended that nobody ended. `reason`: an exit code or a signal's name. */
export const modelLost = (reason: string): Lost => ({
  message: 'The process that runs the model stopped working.',
  hint: `It ended with ${reason}; that is often too little memory, or a fault of a driver. Your decisions and every answer so far are saved. It is started again by itself, and the frame that was being judged is judged once more. If it happens often, choose a smaller model or another device: Settings, “Models and devices”.`,
});
