import { beforeAll, describe, expect, test } from "vitest";
import { Grouping } from "./grouping";

const NOON = Date.UTC(2026, 5, 1, 4);
let grouping: Grouping;
let count = 0;

/** Places texts of different residents a minute apart; returns their groups. */
function place(...texts: string[]): string[] {
  return texts.map((text) => {
    count += 1;
    return grouping.place({ id: `q${count}`, text, at: new Date(NOON + count * 60_000), resident: `r${count}` }).group;
  });
}

beforeAll(() => {
  grouping = new Grouping();
  place("社保卡丢了怎么补办", "请问公积金怎么提取", "和平里小区电梯坏了三天没人修");
});

describe("what belongs together", () => {
  test("one water cut said in several ways is one group", () => {
    const [first, ...rest] = place("三号路停水了，什么时候来水？", "请问三号路停水什么时候能来水", "三号路停水了什么时候恢复供水");
    expect(new Set(rest)).toEqual(new Set([first]));
  });

  test("the same words about another road are another group", () => {
    const [other] = place("五号路停水了，什么时候来水？");
    const [back] = place("三号路停水了，到底什么时候来水？");
    expect(other).not.toBe(back);
    expect(grouping.groupOf("q4")).toBe(back);
  });

  test("another matter in the same road is another group", () => {
    const [lamps] = place("三号路路灯不亮，晚上看不见");
    expect(lamps).not.toBe(grouping.groupOf("q4"));
  });

  test("a letter sent twice is one group, with its reasons in words", () => {
    const text = "幸福里小区门口的夜宵摊每天营业到凌晨三点，噪音和油烟严重扰民，多次投诉没有结果，请尽快处理。";
    place(text);
    const again = grouping.place({ id: "again", text: `尊敬的领导：${text}`, at: new Date(NOON), resident: "somebody" });
    expect(again).toMatchObject({ joined: true, confidence: "sure" });
    expect([...again.reasons.place, ...again.reasons.matter].join("")).toMatch(/幸福里|夜宵/);
  });
});

describe("one resident", () => {
  test("who repeats himself ten times stays in one group", () => {
    const own = new Grouping();
    const groups = Array.from({ length: 10 }, (_, index) => {
      const at = new Date(NOON + index * 3_600_000);
      return own.place({ id: String(index), text: "青林公路的坑什么时候补？车都颠坏了", at, resident: "one" }).group;
    });
    expect(new Set(groups).size).toBe(1);
  });

  test("who writes on without naming a place stays with the own matter", () => {
    const [group] = place("友谊路堵车一个小时了，没人指挥");
    const next = grouping.place({ id: "next", text: "还堵着" }, { follows: group });
    expect(next).toMatchObject({ group, joined: true });
    const away = grouping.place({ id: "away", text: "建设大街垃圾没人清运，臭气熏天" }, { follows: group });
    expect(away.group).not.toBe(group);
  });

  test("who corrects the place moves there", () => {
    const [three] = place("七号路没有暖气");
    const [nine] = place("九号路没有暖气");
    const asked = grouping.place({ id: "wrong", text: "七号路没有暖气" });
    expect(asked.group).toBe(three);
    const corrected = grouping.correct("wrong", "不对，是九号路");
    expect(corrected.group).toBe(nine);
    expect(corrected.moved).toMatchObject([{ id: "wrong", from: three, to: nine }]);
    expect(grouping.groupOf("wrong")).toBe(nine);
  });
});

describe("officers", () => {
  test("a question that was taken out does not come back, and may be moved or forgotten", () => {
    const own = new Grouping();
    const { group } = own.place({ id: "a", text: "万达广场停车场乱收费" });
    own.keepApart("b", group);
    expect(own.place({ id: "b", text: "万达广场停车场乱收费" }).joined).toBe(false);
    own.move("b", "elsewhere");
    expect(own.groupOf("b")).toBe("elsewhere");
    own.remove("b");
    expect(own.groupOf("b")).toBeUndefined();
    expect(own.similar("万达广场停车场乱收费怎么办", 3)).toEqual(["a"]);
  });

  test("a cold engine goes on where the stored rows end", () => {
    const own = new Grouping();
    own.restore([{ id: "old", text: "临港明珠小区停电了什么时候来电", group: "power" }]);
    expect(own.place({ id: "new", text: "临港明珠小区停电，什么时候来电啊" }).group).toBe("power");
  });
});

describe("bad cases", () => {
  test.each(["", "在吗", "🌹🌹", "？？？", "a".repeat(2_048), "水".repeat(680), "唔该，三号路冇水用 since 8am, 幾時返水呀?"])(
    "%s opens a group or joins one, and breaks nothing",
    (text) => {
      const own = new Grouping();
      expect(own.place({ id: "only", text })).toMatchObject({ group: "only", joined: false });
      expect(own.similar(text, 3).length).toBeLessThanOrEqual(1);
    },
  );

  test("greetings alone are not taken for a matter they share with others", () => {
    const own = new Grouping();
    own.place({ id: "a", text: "你好，和平里小区停电了" });
    expect(own.place({ id: "b", text: "你好" }).joined).toBe(false);
  });
});

test("a member without a place opens no way into a group of another place", () => {
  const own = new Grouping();
  const { group } = own.place({ id: "a", text: "三号路停水了，什么时候来水？", resident: "one" });
  own.place({ id: "b", text: "还没来水，什么时候来水？", resident: "one" }, { follows: group });
  expect(own.groupOf("b")).toBe(group);
  expect(own.place({ id: "c", text: "五号路还没来水，什么时候来水？", resident: "two" }).group).toBe("c");
});

test("sixty say one thing about one road while two look-alikes stay apart", () => {
  const own = new Grouping();
  const said = [
    "停水了，什么时候来？",
    "怎么没水了",
    "停水到几点啊",
    "又停水！！没有通知",
    "水管爆了，停水到什么时候",
    "没水做饭了，几点来水",
  ];
  const ask = (place: string, matter: string, index: number) =>
    own.place({
      id: `${place}${matter}${index}`,
      text: `${index % 3 === 0 ? "你好，" : ""}${place}${matter}`,
      resident: `${place}${index}`,
    }).group;
  const crowd = Array.from({ length: 60 }, (_, index) => ask("三号路", said[index % said.length] as string, index));
  const others = Array.from({ length: 10 }, (_, index) => ask("五号路", said[index % said.length] as string, index));
  const power = Array.from({ length: 10 }, (_, index) =>
    ask("三号路", ["停电了，什么时候来电？", "怎么没电了"][index % 2] as string, index),
  );
  expect([new Set(crowd).size, new Set(others).size, new Set(power).size, new Set([...crowd, ...others, ...power]).size]).toEqual([
    1, 1, 1, 3,
  ]);
});
