/** What a text of the file says as JSON; undefined where it is none, so that it costs itself and nothing more. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
