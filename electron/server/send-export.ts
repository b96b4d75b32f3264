/** An export as the browser saves it: the file, or the folder as one zip that unpacks to a folder of its name. */
import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import type { Exported } from '@core/formats/index.js';
import type { FastifyReply } from 'fastify';
import yazl from 'yazl';

export function sendExport({ name, makes, mediaType, files }: Exported, reply: FastifyReply): FastifyReply {
  const [file] = files;
  const fileName = makes === 'folder' ? `${name}.zip` : name;
  return reply
    .type(mediaType)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(makes === 'folder' ? zipOf(name, files) : file && contentOf(file));
}

const contentOf = ({ content }: Exported['files'][number]): Buffer | Readable =>
  Buffer.isBuffer(content) ? content : createReadStream(content.copyOf);

/** Files are read one by one as the browser takes them, so that a thousand pictures need no memory. */
function zipOf(name: string, files: Exported['files']): Readable {
  const zip = new yazl.ZipFile();
  const sent = new PassThrough();
  // A file that is gone meanwhile ends the download, so that the browser says that it failed.
  zip.on('error', (thrown: Error) => sent.destroy(thrown));
  for (const { path, content } of files) {
    const inside = `${name}/${path}`;
    // Pictures are compressed already.
    if (Buffer.isBuffer(content)) zip.addBuffer(content, inside);
    else zip.addFile(content.copyOf, inside, { compress: false });
  }
  zip.end();
  zip.outputStream.pipe(sent);
  return sent;
}
