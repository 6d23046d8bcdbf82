import { pinyin } from "pinyin-pro";

/** Under which letters a title is found: 停水公告 under tsgg and tingshuigonggao. Latin letters and digits stand for themselves, other signs for nothing. */
export function lettersOf(title: string): { initials: string; pinyin: string } {
  const signs = pinyin(title.normalize("NFKC"), { type: "all", toneType: "none", v: true });
  const letters = signs.map(({ isZh, origin, first, pinyin: whole }) =>
    isZh ? [first, whole] : /[a-z0-9]/i.test(origin) ? [origin, origin] : ["", ""],
  );
  const joined = (which: 0 | 1) =>
    letters
      .map((pair) => pair[which])
      .join("")
      .toLowerCase();
  return { initials: joined(0), pinyin: joined(1) };
}
