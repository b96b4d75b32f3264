/** Every error a person can meet: one list, one sentence each on what happened, what is safe and what to do. */
interface ErrorText {
  /** What happened. */
  readonly message: string;
  /** What is safe, and what to do. */
  readonly hint: string;
}

export const ERRORS = {
  NO_STORYBOARD: {
    message: 'No storyboard is open.',
    hint: 'Open a folder of pictures or a shots file first.',
  },
  NOT_FOUND: {
    message: 'That no longer exists in this review.',
    hint: 'Nothing was changed. The view refreshes by itself; choose again.',
  },
  OPEN_FAILED: {
    message: 'This could not be opened as a storyboard.',
    hint: 'Nothing was changed. Choose a folder of pictures, or a shots file beside its keyframes.',
  },
  BAD_FILE: {
    message: 'A file does not have the expected format.',
    hint: 'Nothing was opened or changed. Correct the named field and open it again.',
  },
  SEVERAL_SOURCES: {
    message: 'This folder holds more than one shots file.',
    hint: 'Nothing was opened or changed. Open the one that you mean: each has a review of its own.',
  },
  NO_PICTURE_MATCHES: {
    message: 'No picture matches a shot.',
    hint: 'Nothing was opened or changed. Say which picture shows which shot when you open it in the window, or with --match; or name the pictures as the shots are numbered. The window can also open the shots without pictures.',
  },
  BAD_MATCH: {
    message: 'It cannot be told from this which picture shows which shot.',
    hint: 'Nothing was opened or changed. Correct the place that is named. A pattern is written as sc{scene}_sh{shot}[_v{take}].png, with * for anything and brackets around what may be missing.',
  },
  REVIEW_LOCKED: {
    message: 'This review is open in another window.',
    hint: 'It is shown read-only here. To make changes, close the other window, then open it again in this one.',
  },
  WATCHING_ONLY: {
    message: 'Another window decides on this storyboard.',
    hint: 'Nothing was changed. Press “Decide here” above the storyboard to go on in this window.',
  },
  REVIEW_DAMAGED: {
    message: 'The review file is damaged.',
    hint: 'Your pictures are untouched. Close the storyboard and open it again: what can be read of the file, and of its backups, is brought back. If that is refused too, move the .continuist folder aside and open the storyboard anew.',
  },
  REVIEW_NEWER: {
    message: 'This review was written by a newer version of Continuist.',
    hint: 'It is shown read-only and is not changed. Update Continuist to make changes.',
  },
  REVIEW_REPLACED: {
    message: 'The review file was removed or replaced while it was open.',
    hint: 'This last change was not saved. Everything before it was, and is in the copy that is named above the storyboard.',
  },
  REVIEW_CHANGED: {
    message: 'Another program wrote to the review file while it was open.',
    hint: 'This last change was not saved; everything before it was. Open the storyboard again to see it as it is now and to go on.',
  },
  LOCK_DAMAGED: {
    message: 'The lock file of this review is damaged.',
    hint: 'Nothing was changed, and all decisions are safe. If no other window or machine has this storyboard open, remove that file and open the storyboard again.',
  },
  REVIEW_STRANGE: {
    message: 'This review file holds something that Continuist did not put there.',
    hint: 'Nothing of that was used, and nothing was changed. It is shown read-only: you can look at everything and export it.',
  },
  CONFLICT: {
    message: 'This was changed in the meantime.',
    hint: 'Nothing was overwritten, and every take is kept. Change it by hand instead.',
  },
  DRAWINGS_FULL: {
    message: 'There is no room for more drawing on this picture.',
    hint: 'Nothing was changed, and all that is drawn is kept. Erase some of it first, or say the rest in words.',
  },
  EXAMPLES_FULL: {
    message: 'A brand style has no room for more examples.',
    hint: 'Nothing was changed. Remove some under “Brand style” first: the ones that say the least about it.',
  },
  NO_EXAMPLES: {
    message: 'There is no example of a brand style to export.',
    hint: 'Nothing was written. Mark frames as on style and off it, analyse them, and export again.',
  },
  PROFILE_DIFFERS: {
    message: 'This brand style was measured by another version of Continuist.',
    hint: 'Nothing was changed: its numbers mean something else here. Export it again from the storyboard that it comes from, with this version.',
  },
  NOTHING_TO_UNDO: { message: 'There is nothing to undo.', hint: 'Everything is as it was.' },
  NOTHING_TO_REDO: { message: 'There is nothing to redo.', hint: 'Everything is as it was.' },
  LIMIT_REACHED: {
    message: 'This shot has reached its limit of regenerations.',
    hint: 'All its takes are kept. Pick the best one, or raise the limit in the settings.',
  },
  NO_GENERATOR: {
    message: 'No generator is chosen.',
    hint: 'The approved prompt is kept and goes out with the feedback. Choose a generator to regenerate here.',
  },
  GENERATOR_UNAVAILABLE: {
    message: 'This generator cannot be used now.',
    hint: 'The request is kept. Start or set up the generator, or choose another one, and run it again.',
  },
  GENERATOR_FAILED: {
    message: 'The generator could not make the picture.',
    hint: 'The old take is kept and the request can be run again.',
  },
  GENERATOR_UNSURE: {
    message: 'It is not known whether this picture was made.',
    hint: 'Nothing is sent again by itself. Look into the server’s own folder of pictures; to have it made once more, run the request again.',
  },
  SAMPLE_FAILED: {
    message: 'The sample could not be copied to where you can work on it.',
    hint: 'Nothing was changed, and storyboards of your own open as before. Make room on the disk or let Continuist write to its data folder, and open the sample again.',
  },
  SAVE_FAILED: {
    message: 'The file could not be written.',
    hint: 'Your review is safe and nothing else was changed. Choose another folder, or check that you are allowed to write to this one.',
  },
  IMAGE_UNREADABLE: {
    message: 'This picture cannot be read.',
    hint: 'The file was not changed, and the other frames are still analysed. Replace the file and analyse again.',
  },
  NO_PICTURE_TAKEN: {
    message: 'No picture was taken in.',
    hint: 'Nothing was changed. Drop png, jpg, webp, avif, tiff or gif files, one onto a shot without a picture or several named by the numbers of such shots.',
  },
  PICTURES_TOO_LARGE: {
    message: 'These pictures are too large to be taken in at once.',
    hint: 'Nothing was changed. Drop fewer of them at a time.',
  },
  IMAGE_MISSING: {
    message: 'This picture is no longer where it was.',
    hint: 'Its decisions are kept. Put the file back or open the storyboard where it is now.',
  },
  READING_FAILED: {
    message: 'Descriptions cannot be read.',
    hint: 'Nothing was changed. Close Continuist and start it again; if it says so once more, install it again.',
  },
  JUDGE_FAILED: {
    message: 'The judge failed.',
    hint: 'Nothing is known to be wrong with the picture. Mend what is named and analyse it again, or choose another judge.',
  },
  JUDGE_FAILS: {
    message: 'The judge fails at one picture after another.',
    hint: 'Nothing is known to be wrong with the pictures, and what was judged is kept. Mend what is named and analyse again, or choose another judge.',
  },
  OUT_OF_MEMORY: {
    message: 'There is not enough memory for the model.',
    hint: 'Your decisions are saved. Close other programs, or choose a smaller judge, and try again.',
  },
  JUDGE_UNAVAILABLE: {
    message: 'The model could not be loaded.',
    hint: 'Your review is safe. Mend what is named and try again, or choose another judge.',
  },
  DOWNLOAD_FAILED: {
    message: 'The model could not be downloaded.',
    hint: 'What has arrived is kept. Start the download again and it continues from there.',
  },
  HUB_FAILED: {
    message: 'The model hub did not answer.',
    hint: 'Nothing was changed. Check the network, or the mirror in the settings, and try again.',
  },
  MODEL_DAMAGED: {
    message: 'A file of this model is damaged.',
    hint: 'The file is not used, and your review is safe. Download the model again, or try another mirror.',
  },
  MODEL_UNKNOWN: {
    message: 'This cannot be used as a model.',
    hint: 'Nothing was changed. Use a model from the list, or a LLaVA-OneVision or Phi-3.5-vision model in ONNX format from a folder or a hub.',
  },
  FILES_REFUSED: {
    message: 'The model’s files could not be copied from this folder.',
    hint: 'Your own files are untouched, and nothing is lost. Choose a folder that holds all of the model’s files as they were published, or download the model.',
  },
  FOLDER_UNREADABLE: {
    message: 'This folder cannot be read.',
    hint: 'Nothing was changed. Choose another folder, or check that you are allowed to read this one.',
  },
  BAD_SETTING: {
    message: 'A setting is not valid.',
    hint: 'Nothing was changed. Correct it and try again.',
  },
  SETTINGS_UNREADABLE: {
    message: 'Your settings file has a problem.',
    hint: 'The file was not changed. Until you correct it, default values are used for what cannot be read, and no setting is saved. Correct it, or start fresh in the window: the old file is kept.',
  },
  DECLINED: {
    message: 'You said no, so this is not used.',
    hint: 'Nothing was changed, started or sent.',
  },
  NOT_ASKED: {
    message: 'This needs a yes at the machine that Continuist runs on.',
    hint: 'Nothing was changed, started or sent.',
  },
  CANCELLED: { message: 'Cancelled.', hint: 'What was finished is kept.' },
  DISK_FULL: {
    message: 'The disk is full.',
    hint: 'What was saved before stays; this was not saved. Free some space and try again.',
  },
  DISK_FAILED: {
    message: 'The disk cannot be written.',
    hint: 'This last change was not saved; everything before it was. See whether the disk is connected, has no error and may be written, then try again.',
  },
  INTERNAL: {
    message: 'Something went wrong inside Continuist.',
    hint: 'Your decisions are saved. Try again; the log has the details.',
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof ERRORS;

/** As it crosses between the parts of the program (error-data.ts). */
export interface ErrorData {
  code: ErrorCode;
  message: string;
  hint: string;
  /** Particulars for the sentence: file, field, expected, shot number … */
  data: Record<string, unknown>;
}

/** An error the artist is meant to read. Anything else that is thrown is a defect and shown as INTERNAL. */
export class ContinuistError extends Error {
  readonly code: ErrorCode;
  /** What was added to the code's own sentence; '' for nothing. */
  readonly detail: string;
  readonly hint: string;
  readonly data: Record<string, unknown>;

  /** `detail` is added to the code's own sentence: "…: shots.json, shots[3].shotNumber: expected a number". */
  constructor(code: ErrorCode, detail = '', data: Record<string, unknown> = {}, cause?: unknown) {
    const text: ErrorText = ERRORS[code];
    super(detail ? `${text.message.replace(/\.$/, '')}: ${detail}` : text.message, { cause });
    this.name = 'ContinuistError';
    this.code = code;
    this.detail = detail;
    this.hint = text.hint;
    this.data = data;
  }

  toData(): ErrorData {
    return { code: this.code, message: this.message, hint: this.hint, data: this.data };
  }
}

/** An error as it was before it crossed as data: its own sentence, not the code's. */
export function rebuiltError({ code, message, data }: ErrorData): ContinuistError {
  return Object.assign(new ContinuistError(code, '', data), { message });
}

/** As systems say that there is no room, or none that this user may have. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** What to show for anything that was thrown. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof ContinuistError) return thrown.toData();
  // Whoever wrote, a full disk is no defect.
  if (thrown instanceof Error && FULL.has((thrown as { code?: unknown }).code))
    return new ContinuistError('DISK_FULL').toData();
  return { code: 'INTERNAL', message: ERRORS.INTERNAL.message, hint: ERRORS.INTERNAL.hint, data: {} };
}
