/**
 * What a program that imports `continuist` gets. The options are declared here alone; the other types are those of
 * gvision.ts, written out so that they need nothing else, and shipped-types.test.ts holds both to one another. What each
 * field of the feedback means, with units and ranges, is in examples/vision_feedback.schema.json.
 */

export type Device = 'cpu' | 'webgpu' | 'cuda' | 'dml';
/** `auto`: the fastest that works. */
export type DeviceSetting = 'auto' | Device;

export interface GVisionOptions {
  /** Id of the judge; the user's settings decide without one. */
  readonly judge?: string;
  /** What the judge runs on; if it cannot be used, the processor. The user's settings decide without one. */
  readonly device?: DeviceSetting;
  /** Ids of the judges that the judge `ensemble` asks together. */
  readonly ensemble?: readonly string[];
  /** How readily pictures that stand out are reported: 2, 5 or 10 of 100 good ones are, too. Default: balanced. */
  readonly sensitivity?: 'shy' | 'balanced' | 'keen';
  /** Where reviews go whose own folder cannot be written, settings and thumbnails. Default: the user's. */
  readonly dataFolder?: string;
  /** Folder of the models' files. Default: those that ship with the program. */
  readonly modelsFolder?: string;
}

export interface AnalyseOptions {
  /** Stops the work between two questions; what was finished is kept for the next time. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (job: Job) => void;
  /** Stands in the feedback as the time of export. Default: now. */
  readonly at?: Date;
  /**
   * Which picture shows which shot, where that cannot be read from the names: a pattern as
   * `sc{scene}_sh{shot}[_v{take}].png`, or more. Kept with the board's review.
   */
  readonly match?: string | MatchOptions;
  /** Path of a file with a brand's style, by which every frame is scored; the board's own is left as it is. */
  readonly brand?: string;
}

export interface MatchOptions {
  readonly pattern?: string;
  /** By path of a picture, from the board's folder: the number of its shot, null = left out. */
  readonly pictures?: Readonly<Record<string, string | null>>;
  /** By header of a shot list: what the column is read as, null = not read. */
  readonly columns?: Readonly<Record<string, string | null>>;
}

export declare class GVision {
  /** Throws BAD_SETTING for an option that is unknown or not valid. */
  constructor(options?: GVisionOptions);
  /**
   * Judges every frame of the storyboard at `board` (a folder of pictures or a shots file) that was not judged yet; what
   * changed in it since the last time is taken in first. Paths in the feedback are relative to the storyboard's folder.
   * Throws ContinuistError; REVIEW_LOCKED while another program has the storyboard open, BAD_MATCH for a wrong pattern.
   */
  analyse(board: string, options?: AnalyseOptions): Promise<Feedback>;
}

/** Feedback of whatever version, parsed from its JSON, in the form of the newest. Throws BAD_FILE naming the field. */
export declare function readFeedback(value: unknown): Feedback;

export interface Problem {
  /** As `BAD_FILE` or `REVIEW_LOCKED`. */
  readonly code: string;
  /** What happened, for a person. */
  readonly message: string;
  /** What is safe, and what to do. */
  readonly hint: string;
  readonly data: Record<string, unknown>;
}

export declare class ContinuistError extends Error implements Problem {
  readonly code: string;
  readonly hint: string;
  readonly data: Record<string, unknown>;
}

/** Long work, as it stands. */
export interface Job {
  id: string;
  kind: 'analysis' | 'regeneration' | 'download' | 'export' | 'examination';
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Grows by one with every event. */
  seq: number;
  /** 0 to 1. */
  progress: number;
  done: number;
  total: number;
  doing: string;
  secondsLeft: number | null;
  summary: string;
  /** What of it failed though the rest was done: why, and what to do; '' = nothing did. */
  warning: string;
  error: Problem | null;
  /** Milliseconds since 1970. */
  startedAt: number;
}

export type ClaimKind =
  | 'entity'
  | 'attribute'
  | 'count'
  | 'relation'
  | 'action'
  | 'place'
  | 'time'
  | 'weather'
  | 'framing'
  | 'style'
  | 'text'
  | 'phrase';

/** A kind of claim, with colour told apart from other looks and left and right from other relations. */
export type Skill = ClaimKind | 'colour' | 'side';

/** Of pairs of a claim that holds and one that does not: the share that was told, and the ends of its 95 % interval. */
export interface Told {
  pairs: number;
  share: number;
  low: number;
  high: number;
}

/** Of its passes and fails: the share that was wrong; and how far its probabilities are from how often it is right. */
export interface Examined extends Told {
  wrong: number;
  wrongLow: number;
  wrongHigh: number;
  claims: number;
  calibration: number;
}

/** 0 to 1; null = not judged. */
export interface Scores {
  description: number | null;
  style: number | null;
  /** By which words its description asks for what makes it leave the style of the others: no finding then. Absent where nothing does. */
  styleExcuse?: string;
  characters: number | null;
  quality: number | null;
  /** Probability that it is in the brand's style; below 0.5 it is off it. Absent where no brand's style is known. */
  brand?: number;
}

export interface Verdict {
  claimId: string;
  kind: ClaimKind;
  text: string;
  p: number | null;
  outcome: 'pass' | 'unsure' | 'fail' | 'skipped' | 'not-judged';
  reason: string;
  weight: number;
  /** What the text says is not to be seen, and passing means that it is not. */
  negated?: true;
  agreement?: number;
  members?: { id: string; p: number | null }[];
}

export interface Measure {
  name: string;
  value: number;
  unit: string;
  z: number | null;
  flagged: boolean;
}

export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Finding {
  key: string;
  kind:
    | 'claim-failed'
    | 'attribute-drift'
    | 'identity-drift'
    | 'wrong-state'
    | 'missing-character'
    | 'extra-character'
    | 'wrong-place'
    | 'wrong-time'
    | 'wrong-framing'
    | 'off-brand'
    | 'composition'
    | 'style-drift'
    | 'blur'
    | 'noise'
    | 'exposure'
    | 'compression'
    | 'banding'
    | 'ringing'
    | 'upscaling'
    | 'seam'
    | 'border'
    | 'flat-frame'
    | 'near-duplicate'
    | 'stray-text'
    | 'unreadable';
  severity: 'high' | 'medium' | 'low';
  message: string;
  evidence: {
    items: {
      shotId: string;
      takeId: string;
      label: string;
      value: number | null;
      region: Region | null;
      /** Shots from there to the finding's own, on the last one before it that shows what this one should. */
      ago?: number;
    }[];
    detail: string;
  };
  dismissed: boolean;
}

export interface Edit {
  key: string;
  kind:
    | 'move-to-front'
    | 'raise-weight'
    | 'restate-canon'
    | 'replace-word'
    | 'add-phrase'
    | 'add-negative'
    | 'add-style'
    | 'new-seed';
  reason: string;
  findingKeys: string[];
  target: 'prompt' | 'negative' | 'seed';
  remove: string;
  insert: string;
  at: 'front' | 'in-place' | 'end';
}

export interface Decision {
  kind: 'approve' | 'edit' | 'reject' | 'hold' | 'needs-changes' | 'reset' | 'dismiss';
  reason: string;
  who: string;
  /** ISO 8601, UTC. */
  at: string;
  acceptedEdits: string[];
  prompt: string | null;
  negativePrompt: string | null;
  findingKey: string | null;
}

export interface Request {
  round: number;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'elsewhere' | 'unknown';
  prompt: string;
  negativePrompt: string;
  seed: string;
  generator: string;
  approvedBy: 'artist' | 'automatic';
  /** Ids of takes. */
  from: string;
  result: string | null;
  error: string | null;
  /** What changed since it was approved, so that it is not made before somebody looks again. Absent where nothing did. */
  outOfDate?: string;
  /** What was to be changed in the picture, as one says it. Absent where the prompt was drawn. */
  instruction?: string;
  /** What the picture was to look like, or parts of it (null = all of it): takes, and pictures of the cast. Absent where there were none. */
  references?: ({ take: string; region: Region | null } | { portrait: string; region: Region | null })[];
}

export interface Take {
  id: string;
  path: string;
  sha256: string;
  round: number;
  origin: 'imported' | 'regenerated';
  prompt: string;
  negativePrompt: string;
  /** Decimal: it may be larger than a number holds. */
  seed: string | null;
  width: number;
  height: number;
  settings: Record<string, string | number | boolean>;
  made: { tool: string | null; loras: { name: string; weight: number | null }[]; notRead: string[] } | null;
  scores: Scores;
  unreadable: string | null;
  /** What is where, as the artist corrected it; an eye's boxes have no part in it. Absent where nobody corrected it. */
  boxes?: { label: string; region: Region }[];
}

/** What is where in a picture, how many there are, and whether they are the same as in other shots. */
export interface Seen {
  /** Id and version of the eye that looked; null where the artist corrected its boxes. */
  eye: string | null;
  /** Each thing once; `confidence` 0 to 1, 1 where the artist says so. */
  boxes: {
    label: string;
    region: { x: number; y: number; width: number; height: number };
    confidence: number;
  }[];
  /** What a number is asked of first. */
  counts: {
    noun: string;
    text: string;
    seen: number;
    asked: number | null;
    wanted: string;
    claimId: string | null;
    /** Nobody has measured how often the eye that counted is right about this: it decides nothing. */
    untested?: true;
  }[];
  /** Of everybody who is seen in at least two other shots in which the same is said of their looks. */
  identity: {
    /** In the canon, else the noun that they go by. */
    name: string;
    /** Median likeness of the crops, −1 to 1; 1 = the same. `usual`: the same among the other shots. */
    likeness: number;
    usual: number;
    /** Other shots that were compared, and those that are alike. */
    shots: number;
    alike: number;
    /** It is found to show another. */
    off: boolean;
    /** It is known how often this eye is right. */
    tested: boolean;
  }[];
}

export interface FeedbackShot {
  number: string;
  position: number;
  scene: string | null;
  description: string;
  status: 'pending' | 'approved' | 'needs-changes' | 'rejected' | 'on-hold';
  /** It is left out of play: it is no part of the story, and counts in no total. Absent = it is in play. */
  omitted?: true;
  /** What changed since the shot was approved, or since its picture was ordered. Absent where nothing did. */
  outOfDate?: string;
  /** Id of the take that counts. */
  pick: string | null;
  scores: Scores;
  notJudged?: string;
  /** The judge failed at the pick when it was last asked, which says nothing of the picture. */
  judgeFailed?: true;
  whole: number | null;
  verdicts: Verdict[];
  quality: Measure[];
  style: Measure[];
  /** Of the pick. Absent where nobody looked. */
  seen?: Seen;
  findings: Finding[];
  suggestion: { prompt: string; negativePrompt: string; newSeed: boolean; edits: Edit[] } | null;
  decisions: Decision[];
  requests: Request[];
  takes: Take[];
  note: string;
  /** Notes on the shot and their answers, by the artist and in contact sheets that came back, oldest first. Absent where there are none. */
  comments?: {
    /** Absent in what an earlier version of the program wrote. */
    id?: string;
    /** Id of the note that it answers. Absent where it answers none. */
    replyTo?: string;
    author: string;
    /** ISO 8601, UTC. */
    at: string;
    text: string;
    state: 'open' | 'resolved' | 'dismissed';
    /** Id of the take that was commented on; null where the shot had none, or has it no more. */
    take: string | null;
    /** Of the picture that was commented on; null where the shot had none. */
    sha256: string | null;
    /** Where in that picture, 0 to 1 from its left and upper edge. Absent where it is about all of it. */
    place?: { x: number; y: number };
    /** What is drawn over that picture for it, what was drawn later on top. Absent where nothing is. */
    drawing?: FeedbackFigure[];
  }[];
  stars: number;
}

export type FeedbackFigureColour = 'red' | 'yellow' | 'green' | 'blue' | 'white' | 'black';

/**
 * Places are 0 to 1 from the picture's left and upper edge; a point of the pen ends with its pressure, 0 to 1. `size`: how
 * thick its lines are, or how high its letters, of the picture's shorter side.
 */
export type FeedbackFigure =
  | {
      kind: 'pen';
      points: [x: number, y: number, pressure: number][];
      colour: FeedbackFigureColour;
      size: number;
    }
  | {
      kind: 'arrow';
      from: [x: number, y: number];
      to: [x: number, y: number];
      colour: FeedbackFigureColour;
      size: number;
    }
  | {
      kind: 'box' | 'ellipse';
      region: { x: number; y: number; width: number; height: number };
      colour: FeedbackFigureColour;
      size: number;
    }
  | { kind: 'text'; at: [x: number, y: number]; text: string; colour: FeedbackFigureColour; size: number };

export interface Feedback {
  format: 'continuist-feedback';
  version: 2;
  /** ISO 8601, UTC. */
  exportedAt: string;
  application: { name: 'continuist'; version: string };
  storyboard: {
    title: string;
    source: { kind: string; name: string; format: string };
    styleBrief: string;
  };
  judge: {
    id: string;
    version: string;
    limits: string[];
    device: string;
    dtype: string | null;
    thresholds: Partial<Record<ClaimKind, { pass: number; fail: number }>> | null;
    errorRates: Partial<
      Record<ClaimKind, { rate: number; low: number; high: number; claims: number }>
    > | null;
    examination?: Partial<
      Record<
        Skill,
        {
          drawn: Examined | null;
          board: Told | null;
          silenced: boolean;
          fail: number;
          cases: number;
          overruled: number;
        }
      >
    >;
    /** Of drawn pictures that it was asked of twice: how much of what its answers differ by is chance. */
    steadiness?: { claims: number; chance: number; low: number; high: number; unsteady: boolean };
    refused?: { device: Device; reason: string }[];
    members?: { id: string; version: string }[];
  } | null;
  generator: string;
  totals: {
    /** Those that are in play. */
    shots: number;
    /** Those that are left out of play. Absent where there are none. */
    omitted?: number;
    judged: number;
    notJudged?: number;
    flagged: number;
    approved: number;
    rejected: number;
    waiting: number;
    regenerated: number;
    unreadable: number;
  };
  canon: {
    subject: 'character' | 'place' | 'prop' | 'style';
    name: string;
    statement: string;
    from: number | null;
    to: number | null;
  }[];
  /** Pictures that the storyboard's source has of its cast. Absent where there are none. */
  portraits?: { id: string; name: string; path: string; sha256: string; unreadable: string | null }[];
  skipped: { name: string; reason: string }[];
  shots: FeedbackShot[];
}
