/** What every judge is and does: questions, answers, calibrated probabilities, and pictures as it takes them. */
export {
  type CalibrationFile,
  calibrated,
  calibrationFile,
  type KindCalibration,
  kindCalibration,
  thresholdsOf,
  UNCALIBRATED,
} from './calibration.js';
export { asksContrasts, contrastsOf } from './contrasts.js';
export {
  type ErrorRates,
  EXAMINATION,
  type ExaminationFile,
  errorRate,
  errorRatesOf,
} from './examination.js';
export { FAMILIAR, type FamiliarFile, strangeness, strangersDeclined } from './familiar.js';
export type {
  Answer,
  Judge,
  JudgeDescription,
  JudgeRequest,
  JudgeResult,
  Question,
} from './judge.js';
export { LastPicture } from './last-picture.js';
export { crop, PIXEL_LIMIT, type Preparation, pixelValues, readPicture, reasonOf } from './pixels.js';
export { warmUp } from './warm-up.js';
