import { blocks, prefix, suffix } from "./blocks";
import type { Document } from "./document";
import type { FeatureRow } from "./feature-row";
import type { Frequencies } from "./frequencies";
import { namesRelation, sharedNames } from "./names";
import { overlap } from "./overlap";
import { anchorRelation, saysSameOfTwo } from "./places";
import { bits, differCount, relation, sharedCount } from "./relations";
import { sensesOverlap } from "./sense-overlap";

/** What is known of a question beside its text. */
export type Sender = { resident?: string | undefined; at?: number | undefined };
const DAY = 86_400_000;
const evenly = () => 1;

/** Compares two questions, the new one first: numbers for the trees that decide.  */
export function compare(a: Document, b: Document, from: Sender, other: Sender, frequencies: Frequencies, features: FeatureRow): void {
  const put = (name: string, value: number) => {
    features.put(name, value);
  };
  const w = (gram: number) => frequencies.weight(gram);
  const sets = [
    ["1", overlap(a.grams.ones, b.grams.ones, w)],
    ["2", overlap(a.grams.twos, b.grams.twos, w)],
    ["3", overlap(a.grams.threes, b.grams.threes, w)],
    ["t1", overlap(a.titleGrams.ones, b.titleGrams.ones, w)],
    ["t2", overlap(a.titleGrams.twos, b.titleGrams.twos, w)],
    ["t3", overlap(a.titleGrams.threes, b.titleGrams.threes, w)],
  ] as const;
  for (const [name, o] of sets) {
    put(`cos${name}`, o.cosine);
    put(`min${name}`, Math.min(o.ofA, o.ofB));
    put(`max${name}`, Math.max(o.ofA, o.ofB));
    put(`shared${name}`, o.shared);
    put(`top${name}`, o.top);
    put(`missmax${name}`, Math.max(o.missA, o.missB));
    put(`missmin${name}`, Math.min(o.missA, o.missB));
    put(`unseen${name}`, o.unseen);
  }
  const ta = overlap(a.titleGrams.twos, b.grams.twos, w);
  const tb = overlap(b.titleGrams.twos, a.grams.twos, w);
  put("titleInMin", Math.min(ta.ofA, tb.ofA));
  put("titleInMax", Math.max(ta.ofA, tb.ofA));
  put("titleMissMin", Math.min(ta.missA, tb.missA));
  put("titleMissMax", Math.max(ta.missA, tb.missA));
  put("titleTopMin", Math.min(ta.top, tb.top));
  const whole = blocks(a.plain, b.plain, w);
  put("blockLongest", whole.longest);
  put("blockWeight", whole.heaviest);
  put("blockSum", whole.sum);
  put("blockCover", whole.covered / Math.max(1, Math.min(a.plain.length, b.plain.length)));
  put("blockCount", whole.count);
  const titles = blocks(a.title, b.title, w);
  put("tblockLongest", titles.longest);
  put("tblockWeight", titles.heaviest);
  put("tblockCoverMin", titles.covered / Math.max(a.title.length, b.title.length));
  put("tblockCoverMax", titles.covered / Math.min(a.title.length, b.title.length));
  put("sameStart", prefix(a.title, b.title));
  put("sameEnd", suffix(a.title, b.title));
  for (const [name, x, y] of [
    ["whole", a.places, b.places],
    ["title", a.titlePlaces, b.titlePlaces],
  ] as const) {
    put(`${name}District`, relation(x.districts, y.districts));
    put(`${name}City`, relation(x.cities, y.cities));
    put(`${name}Names`, relation(x.names, y.names));
    put(`${name}NamesShared`, sharedCount(x.names, y.names));
    put(`${name}Numbered`, relation(x.numbered, y.numbered));
  }
  put("wholeAnchors", anchorRelation(a.anchors, b.anchors));
  put("titleAnchors", anchorRelation(a.titleAnchors, b.titleAnchors));
  put("wholeNamed", namesRelation(a.named, b.named));
  put("wholeNamesShared", sharedNames(a.named, b.named));
  put("titleNamed", namesRelation(a.titleNamed, b.titleNamed));
  put("titleNamesShared", sharedNames(a.titleNamed, b.titleNamed));
  put("sameOfTwo", saysSameOfTwo(a.where, b.where) ? 1 : 0);
  put("mattersShared", bits(a.matters & b.matters));
  put("mattersDiffer", bits(a.matters ^ b.matters));
  put("numbers", relation(a.numbers, b.numbers));
  put("numbersShared", sharedCount(a.numbers, b.numbers));
  put("titleNumbers", relation(a.titleNumbers, b.titleNumbers));
  put("titleNumbersDiffer", differCount(a.titleNumbers, b.titleNumbers));
  const both = bits(a.kinds & b.kinds);
  put("kindsBoth", both);
  put("kindsEither", bits(a.kinds ^ b.kinds));
  put("kindsMinOnly", Math.min(bits(a.kinds & ~b.kinds), bits(b.kinds & ~a.kinds)));
  put("denials", Math.abs(a.denials - b.denials));
  put("denialParity", (a.denials + b.denials) & 1);
  put("lengthMin", Math.min(a.plain.length, b.plain.length));
  put("lengthMax", Math.max(a.plain.length, b.plain.length));
  put("titleLengthMin", Math.min(a.title.length, b.title.length));
  put("titleLengthMax", Math.max(a.title.length, b.title.length));
  put("placed", (a.places.cities.size > 0 ? 1 : 0) + (b.places.cities.size > 0 ? 1 : 0));
  put("resident", from.resident && other.resident ? (from.resident === other.resident ? 1 : 0) : -1);
  put("days", from.at === undefined || other.at === undefined ? -1 : Math.log1p(Math.abs(from.at - other.at) / DAY));
  const sound = blocks(a.sound, b.sound, evenly);
  put("soundLongest", sound.longest);
  put("soundCover", sound.covered / Math.max(1, Math.min(a.sound.length, b.sound.length)));
  put("soundMore", sound.longest - whole.longest);
  const titleSound = blocks(a.titleSound, b.titleSound, evenly);
  put("soundTitleLongest", titleSound.longest);
  put("soundTitleMore", titleSound.longest - titles.longest);
  put("soundTitleCover", titleSound.covered / Math.max(1, Math.min(a.titleSound.length, b.titleSound.length)));
  const s = sensesOverlap(a.sense, b.sense, frequencies);
  put("senseMin", Math.min(s.ofA, s.ofB));
  put("senseMax", Math.max(s.ofA, s.ofB));
  put("senseCosine", s.cosine);
  put("senseMissMin", Math.min(s.missA, s.missB));
  put("senseMissMax", Math.max(s.missA, s.missB));
  put("senseMissSumMin", Math.min(s.lostA, s.lostB));
  put("senseMissSumMax", Math.max(s.lostA, s.lostB));
  put("senseMissCount", s.missed);
  put("senseShared", s.shared);
  put("senseOrder", s.order);
  put("asked", relation(a.sense.asked, b.sense.asked));
  put("askedShared", sharedCount(a.sense.asked, b.sense.asked));
  put("askedDiffer", differCount(a.sense.asked, b.sense.asked));
}
