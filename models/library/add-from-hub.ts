/** A model of the user's own choice from a hub: what it is and which files it has; they are downloaded later. */
import { type CatalogueEntry, DEVICES, onnxFile } from './catalogue.js';
import { type HubFile, type HubOptions, HubRepository, isHubName } from './download/hub-repository.js';
import type { LibraryFolders } from './library.js';
import {
  dtypesIn,
  fineIn,
  folderFor,
  keepOwnModel,
  recognised,
  refused,
  TEXTS,
  weightsOf,
} from './own-model.js';

export interface HubOrder {
  /** `owner/name`. */
  readonly repository: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  /** What it is called here. */
  readonly id: string;
}

/**
 * Writes the entry into the user's data and returns it: each file with the size and, where the hub knows it, the
 * sha256 of the commit that the revision stands for now. Throws MODEL_UNKNOWN saying what does not fit, HUB_FAILED
 * when the hub cannot be asked, and CANCELLED.
 */
export async function addFromHub(
  { repository, revision, id }: HubOrder,
  folders: LibraryFolders,
  options: HubOptions = {},
): Promise<CatalogueEntry> {
  if (!isHubName(repository)) throw refused(`“${repository}” is not a hub’s owner/name`);
  folderFor(id, folders);
  const hub = new HubRepository(repository, options);
  try {
    const { commit, licence } = await hub.about(revision);
    const fixed = commit ?? revision;
    // It is also the name of a folder.
    if (!/^\w[\w.-]*$/.test(fixed))
      throw refused(`give the commit of ${repository} instead of “${revision}”`);
    const there = await hub.files(fixed);
    const absent = TEXTS.filter((path) => !there.get(path)?.size);
    if (absent.length > 0) throw refused(`${repository} lacks ${absent.join(', ')}`);
    const known = recognised(await hub.json(fixed, 'config.json'), `config.json of ${repository}`);
    const { published } = known;
    const present = new Set(weightsOf(published).filter((file) => there.get(file)?.size));
    const devices: CatalogueEntry['devices'] = {};
    for (const device of DEVICES.filter((one) => published.devices[one])) {
      const dtype = dtypesIn(present, published, device, repository);
      const fine = fineIn(present, published, device, dtype);
      devices[device] = { dtype, ...(fine && { fine }), memory: null };
    }
    const weights = Object.values(devices)
      .flatMap(({ dtype, fine = {} }) => [...Object.entries(dtype), ...Object.entries(fine)])
      .map(([session, of]) => onnxFile(session, of));
    const preprocessor = there.has('preprocessor_config.json')
      ? await hub.json(fixed, 'preprocessor_config.json')
      : null;
    const entry = {
      id,
      name: repository.replace(/^.*\//, ''),
      licence: licence ?? 'not stated',
      source: { kind: 'hub', repository, revision: fixed },
      files: listed([...TEXTS, ...new Set(weights)], there),
      devices,
    } as const;
    return await keepOwnModel({ ...known, preprocessor, entry }, folders);
  } finally {
    await hub.close();
  }
}

/** With the files beside each graph that hold its weights: `NAME.onnx_data`, `…_data_1`. */
function listed(paths: readonly string[], there: ReadonlyMap<string, HubFile>): CatalogueEntry['files'] {
  const beside = (path: string) =>
    [...there.keys()].filter(
      (file) => file.startsWith(path) && /^_data(_\d{1,3})?$/.test(file.slice(path.length)),
    );
  return paths
    .flatMap((path) => [path, ...beside(path).sort()])
    .map((path) => {
      const { size = null, sha256 = null } = there.get(path) ?? {};
      return { path, size, sha256, about: null };
    });
}
