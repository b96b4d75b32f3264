/** Opens what a folder holds as the program does, without a window or a judge, and looks at every frame. */
import { join, resolve } from 'node:path';
import { findBoard, openBoard, PictureReadings } from '@core/board/index.js';
import { readClaims } from '@core/claims/index.js';
import { createMeasures } from '@core/measures/index.js';
import { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';

export interface Outcome {
  /** Why nothing was opened; null when it was. */
  readonly error: string | null;
  readonly shots: number;
  /** Frames that show a picture. */
  readonly shown: number;
  /** Why each of the others shows none, by its path. */
  readonly unreadable: Readonly<Record<string, string>>;
  /** Descriptions that were read, and the one that took longest: how it begins, and seconds of the processor. */
  readonly read: number;
  readonly slowest: { readonly text: string; readonly processor: number };
  /** What was left out, and why. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** What was thrown that is no error of the program's: a defect each. */
  readonly defects: readonly string[];
  /** Until the storyboard is there, and until every frame was looked at. */
  readonly opened: number;
  readonly seconds: number;
}

/** `looks`: at the picture of each frame. */
export async function openFolder(path: string, dataFolder: string, looks: boolean): Promise<Outcome> {
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  const measures = createMeasures();
  const defects: string[] = [];
  const log = (thrown: unknown) => void defects.push(String(thrown));
  const unreadable: Record<string, string> = {};
  let shown = 0;
  let read = 0;
  let slowest = { text: '', processor: 0 };
  try {
    const readings = new PictureReadings('', (file) => measures.readPictureFile(file));
    const found = await findBoard(path, { dataFolder, embedded: readings.says });
    const board = await openBoard(found, {
      dataFolder,
      cacheFolder: join(dataFolder, 'thumbnails'),
      readings,
      settings: () => DEFAULT_SETTINGS,
      log,
    });
    const opened = since();
    const { records, folder, skipped } = board.review;
    for (const { path: inside, sha256, unreadable: why } of Object.values(records.take))
      try {
        if (why !== null) unreadable[inside] = why;
        else if (looks) {
          await measures.measure(resolve(folder, inside));
          await board.assets.variant(sha256, 160);
          shown++;
        } else shown++;
      } catch (thrown) {
        if (thrown instanceof ContinuistError) unreadable[inside] = thrown.message;
        else log(thrown);
      }
    const shots = Object.values(records.shot);
    for (const { description } of shots.filter((shot) => shot.description !== ''))
      try {
        const before = process.cpuUsage();
        // At the opening it was read already, and kept.
        readClaims(`${description} .`);
        const { user, system } = process.cpuUsage(before);
        const processor = (user + system) / 1e6;
        // The first waits until the thread that reads is there.
        if (read++ > 0 && processor > slowest.processor)
          slowest = { text: description.slice(0, 40), processor };
      } catch (thrown) {
        log(thrown);
      }
    board.close();
    return {
      error: null,
      shots: shots.length,
      shown,
      unreadable,
      read,
      slowest,
      skipped,
      defects,
      opened,
      seconds: since(),
    };
  } catch (thrown) {
    if (!(thrown instanceof ContinuistError)) log(thrown);
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      error,
      shots: 0,
      shown,
      unreadable,
      read,
      slowest,
      skipped: [],
      defects,
      opened: since(),
      seconds: since(),
    };
  } finally {
    await measures.close();
  }
}
