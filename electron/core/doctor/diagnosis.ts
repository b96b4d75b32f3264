/** What a file holds, as support asks for it. */
export interface Diagnosis {
  /** As it was given. */
  readonly file: string;
  /** What it is: "a picture", "a shots file" …; null where it cannot be told. */
  readonly kind: string | null;
  /** The reader that took it, by the name that a person knows; null where none did. */
  readonly readBy: string | null;
  readonly found: readonly FoundValue[];
  /** What lies in it and was not read, a line each. */
  readonly notRead: readonly string[];
  /** Why it cannot be used; null where it can. */
  readonly problem: string | null;
}

export interface FoundValue {
  /** `prompt`, `seed`, `steps`, `shots` … */
  readonly what: string;
  readonly value: string;
  /** Where it stands: "node 6 (CLIPTextEncode), input “text”, in the PNG text “prompt”"; empty for what was counted. */
  readonly where: string;
}
