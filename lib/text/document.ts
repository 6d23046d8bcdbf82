import { denialsIn, kindsAsked } from "./asking";
import { type Grams, gramsOf } from "./grams";
import { type Manner, mannerOf } from "./manner";
import { mattersIn } from "./matters";
import { type Named, namesIn } from "./names";
import { firstSentence, plain, withoutGreeting } from "./normalize";
import { anchorsIn, type Located, located, type Places, placesIn } from "./places";
import { requestsIn } from "./requests";
import { soundOf } from "./sounds";
import { type Sense, senseOf } from "./synonyms";

/** One question's text, read once for comparing. */
export type Document = {
  plain: string;
  manner: Manner;
  title: string;
  grams: Grams;
  titleGrams: Grams;
  places: Places;
  titlePlaces: Places;
  numbers: Set<string>;
  titleNumbers: Set<string>;
  kinds: number;
  denials: number;
  sound: string;
  titleSound: string;
  sense: Sense;
  matters: number;
  requests: number;
  anchors: Map<string, Set<string>>;
  titleAnchors: Map<string, Set<string>>;
  where: Located;
  named: Named;
  titleNamed: Named;
};

/** Reads a question's text. */
export function readDocument(text: string): Document {
  const said = withoutGreeting(text.normalize("NFKC").trim());
  const whole = plain(said);
  const title = plain(firstSentence(said)) || whole;
  const heading = readPart(title);
  const all = title === whole ? heading : readPart(whole);
  return {
    plain: whole,
    manner: mannerOf(whole),
    title,
    grams: all.grams,
    titleGrams: heading.grams,
    places: all.places,
    titlePlaces: heading.places,
    numbers: all.numbers,
    titleNumbers: heading.numbers,
    kinds: kindsAsked(title),
    denials: denialsIn(title),
    sound: all.named.sound,
    titleSound: heading.named.sound,
    sense: senseOf(title),
    matters: mattersIn(whole),
    requests: requestsIn(whole),
    anchors: all.anchors,
    titleAnchors: heading.anchors,
    where: located(said, whole, all.named, heading.places.cities),
    named: all.named,
    titleNamed: heading.named,
  };
}

function readPart(plain: string) {
  return {
    grams: gramsOf(plain),
    places: placesIn(plain),
    numbers: numbersIn(plain),
    anchors: anchorsIn(plain),
    named: { names: namesIn(plain), sound: soundOf(plain) },
  };
}

const CHINESE_DIGITS = "零一二三四五六七八九";

function numbersIn(text: string): Set<string> {
  const digits = text.replace(/[一二三四五六七八九](?=号|期|路|楼|栋|个月|岁|天|年|周|价|组|区|街|中)/gu, (digit) =>
    String(CHINESE_DIGITS.indexOf(digit)),
  );
  return new Set((digits.match(/\d+(?:\.\d+)?/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, "")));
}
