/** One question as it is grouped. `at` and `resident` help where they are known; `resident` is any name that tells residents apart. */
export type Asked = { id: string; text: string; at?: Date | undefined; resident?: string | undefined };

/** A question that was grouped before, as it is stored. */
export type Grouped = Asked & { group: string };

/** How much an officer may rely on a question's place in its group. */
export type Confidence = "sure" | "likely" | "doubtful";

/** Why two questions stand together, in words of their own: the places and the matter both name, and what only one of them says. */
export type Reasons = { place: string[]; matter: string[]; differing: string[] };

/**
 * A question that later evidence takes from one group to another; `like`: the one there that it resembles. `judged`: it surely belongs
 * there by its own words; else it goes along with its group, no surer of that than before.
 */
export type Move = { id: string; from: string; to: string; like: string | undefined; reasons: Reasons; judged: boolean };

/** Where a question went. A question that opened its own group names nobody it is `like`. `moved`: what its coming moved besides. */
export type Placement = {
  group: string;
  joined: boolean;
  confidence: Confidence;
  probability: number;
  like: string | undefined;
  reasons: Reasons;
  moved: Move[];
};

/** What officers' corrections may change in the decision; never the code. A logit l becomes l × scale + shift before it is held against the limit. */
export type Tuning = { scale: number; shift: number };
