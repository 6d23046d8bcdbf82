const CORRECTION =
  /^(?:不对|不是|错了|说错了|写错了|打错了|更正|纠正|唔系|唔啱)[，,。.！!：:\s]*(?:不是[^，,。]{1,12}[，,。]\s*)?(?:应该|应)?(?:是|系|在|为)\s*(.{1,20}?)(?:[。.！!~～]|了|才对|来的|吧|啊)*$/u;
const PLACE = /[\p{Script=Han}a-z\d]{1,5}?(?:小区|社区|街道|大道|路|街|巷|村|镇|苑|城|园|府|栋|号楼|区|县|市)/iu;

/** What a message puts right, such as 五号路 in "不对，是五号路"; undefined when it corrects nothing. */
export function correctionIn(text: string): string | undefined {
  return CORRECTION.exec(text.trim())?.[1];
}

/** A question's text with the place that a correction names in the place of the first one of the same kind; else followed by it. */
export function correctedText(text: string, correction: string): string {
  const right = correctionIn(correction) ?? correction;
  const kind = PLACE.exec(right)?.[0].match(/(?:小区|社区|街道|大道|路|街|巷|村|镇|苑|城|园|府|栋|号楼|区|县|市)$/u)?.[0];
  const wrong = kind && new RegExp(`[\\p{Script=Han}A-Za-z\\d]{${Math.max(1, right.length - kind.length)}}${kind}`, "u").exec(text)?.[0];
  return wrong ? text.replace(wrong, right) : `${text}。${right}`;
}
