/** What a decoder or a system says of a file, without the folder it is in: such words are kept, and leave with the feedback. */
export function withoutFolders(text: string, file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const folder = file.slice(0, file.length - name.length);
  return text.replaceAll(folder, '');
}
