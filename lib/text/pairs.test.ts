import { describe, expect, test } from "vitest";
import { Grouping } from "./grouping";

/** Whether the second of two residents' texts joins the first one's group. */
function joins(one: string, other: string): boolean {
  const grouping = new Grouping();
  grouping.place({ id: "one", text: one, resident: "r1" });
  return grouping.place({ id: "other", text: other, resident: "r2" }).joined;
}

describe("one matter, told in two ways", () => {
  test.each([
    ["三号路停水了，什么时候来水", "麻烦问下三号路什么时候来水"],
    ["三号路停水了", "3号路怎么没水了"],
    ["十二号路停电了，几点来电", "12号路停电，什么时候来电"],
    ["幸福里小区停水了", "幸福里又停水了，几点来水"],
    ["幸福里停电了吗", "唔该，幸福里几时返电呀，停电好耐喇"],
    ["唐海里没暖气，冷死了", "唐海里暖气不热，怎么回事"],
    ["岳磁路积水过不去", "岳词路积水很深过不去"],
    ["工人新村停水了，什么时候来", "请问工人新村什么时候来水，停水一天了"],
    ["工人新村路灯不亮", "工人新村的路灯坏了，都不亮了"],
    ["双龙小区电梯坏了三天没人修", "双龙小区电梯坏了，没人修"],
    ["双龙小区停水，什么时候来", "龙双小区停水了，什么时候来"],
    ["三号路双龙小区停水", "双龙小区停水了，几点来水"],
    ["友谊路幸福里停电了", "友谊路停电了，幸福里也没电"],
    ["新华街堵车一个小时了", "新华街堵车堵了一个小时没人管"],
    ["建设路路灯不亮，晚上看不见", "建设路路灯不亮了，晚上很黑"],
    ["Hi，三号路 no water，停水到几点？", "三号路停水到几点啊"],
    ["三号路冇水用 since 8am", "三号路冇水用啊"],
    ["万达广场停车收费太贵了", "万达广场停车收费太贵，没人管吗"],
    ["社保卡丢了怎么补办", "请问社保卡丢了怎么补办？谢谢"],
    ["麻烦问下公积金怎么提取", "公积金怎么提取"],
    ["你好，和平里停气了吗", "和平里停气了吗"],
    ["地震后双龙小区墙裂了找谁", "双龙小区地震后墙裂了找谁啊"],
    ["三号路停水了！！！气死人了", "三号路停水了"],
    ["晓月里1号楼停水了，几点来水", "晓月里2号楼停水了，什么时候来水"],
    ["晓月里1号楼的电梯什么时候修好", "晓月里一号楼电梯坏了，什么时候修好"],
    ["晓月里1号楼电梯坏了没人修", "晓月里电梯坏了没人修"],
    ["三号路停水了，水费怎么退", "三号路停水，请问水费怎么退"],
    ["三号路水压低", "三号路水压很低，楼上用不了水"],
    ["尊敬的领导：幸福里小区门口夜宵摊噪音扰民到凌晨三点", "幸福里小区门口夜宵摊噪音扰民到凌晨三点，请管管"],
  ])("%s ‖ %s", (one, other) => expect(joins(one, other)).toBe(true));
});

describe("the same words about two places", () => {
  test.each([
    ["三号路地震后墙裂了找谁", "双龙小区地震后墙裂了找谁"],
    ["三号路地震后墙裂了找谁", "唐海里地震后墙裂了找谁"],
    ["工人新村地震后墙裂了找谁", "新华街地震后墙裂了找谁"],
    ["双龙小区地震后墙裂了找谁", "工人新村地震后墙裂了找谁"],
    ["三号路地震后墙裂了找谁", "新华街的墙震裂了，该找谁"],
    ["万达广场震感强烈，还有余震吗", "幸福里震感强烈，还有余震吗"],
    ["幸福里震感强烈，还有余震吗", "建设路震感强烈，还有余震吗"],
    ["万达广场震感强烈，还有余震吗", "建设路震感强烈，还有余震吗"],
    ["龙湖震感强烈，还有余震吗", "万达震感强烈，还有余震吗"],
    ["双龙小区刚才地震了，双龙小区的房子要紧吗", "工人新村刚才地震了，工人新村的房子要紧吗"],
    ["双龙小区刚才地震了，双龙小区的房子要紧吗", "新华街刚才地震了，新华街的房子要紧吗"],
    ["三号路停水了，什么时候来水", "五号路停水了，什么时候来水"],
    ["13号路停水了，什么时候来水", "3号路停水了，什么时候来水"],
    ["十三号路停电了，几点来", "三号路停电了，几点来"],
    ["麻烦问下万达广场什么时候来水", "麻烦问下建设路什么时候来水"],
    ["唔该，唐海里几时返水呀", "唔该，幸福里几时返水呀"],
    ["幸福里小区停电了", "和平里小区停电了"],
    ["东街积水过不去", "西街积水过不去"],
    ["实验小学什么时候开学", "育才小学什么时候开学"],
    ["第一医院发热门诊开吗", "第三医院发热门诊开吗"],
    ["115路公交什么时候恢复", "203路公交什么时候恢复"],
    ["地铁5号线什么时候开通", "地铁6号线什么时候开通"],
    ["吾悦停车场收费太贵", "万达停车场收费太贵"],
    ["希望A市重视滴滴出行", "希望B市重视滴滴出行"],
    ["青林公路的坑什么时候补", "白沙公路的坑什么时候补"],
    ["桃园新村垃圾没人清运，臭死了", "工人新村垃圾没人清运，臭死了"],
    ["滨河花园停水通知在哪看", "翠湖花园停水通知在哪看"],
    ["Hi, 三号路 no water since 8am", "Hi, 五号路 no water since 8am"],
    ["金港大厦电梯坏了", "银都大厦电梯坏了"],
    ["曹庄村修路修到什么时候", "李庄村修路修到什么时候"],
    ["晓月里1号楼的电梯什么时候修好", "晓月里2号楼的电梯什么时候修好"],
    ["晓月里十二号楼的电梯什么时候修好", "晓月里2号楼的电梯什么时候修好"],
    ["晓月里3栋电梯坏了没人修", "晓月里5幢电梯坏了没人修"],
    ["晓月里A栋电梯坏了没人修", "晓月里B栋电梯坏了没人修"],
    ["晓月里3栋2单元楼道灯不亮", "晓月里3栋1单元楼道灯不亮"],
    ["晓月里3单元下水道堵了", "晓月里4单元下水道堵了"],
    ["晓月里一期什么时候办房产证", "晓月里二期什么时候办房产证"],
    ["晓月里5楼一直漏水没人管", "晓月里6楼一直漏水没人管"],
    ["友谊路12号门口井盖坏了", "友谊路48号门口井盖坏了"],
    ["302路改道以后怎么坐车", "305路改道以后怎么坐车"],
    ["5号线几点停运", "6号线几点停运"],
    ["投诉出租车湘A12345拒载", "投诉出租车湘A67890拒载"],
  ])("%s ‖ %s", (one, other) => expect(joins(one, other)).toBe(false));
});

describe("another matter, service or sense", () => {
  test.each([
    ["三号路停水了，什么时候来", "三号路停电了，什么时候来"],
    ["三号路停水了", "三号路路灯不亮"],
    ["双龙小区电梯坏了没人修", "双龙小区垃圾没人清"],
    ["麻烦问下社保卡怎么补办", "麻烦问下居住证怎么补办"],
    ["身份证丢了怎么补办", "社保卡丢了怎么补办"],
    ["公积金怎么提取", "失业金怎么申领"],
    ["医保断缴了怎么补缴", "公积金断缴了怎么补缴"],
    ["在吗", "三号路停水了"],
    ["你好", "你好，三号路停水了"],
    ["小学报名要什么材料", "护照办理要什么材料"],
    ["三号路停水", "三号路停水，水费怎么退"],
    ["三号路停水了", "三号路停水了有没有补偿"],
    ["三号路停水了，什么时候来水", "三号路停水，投诉抢修人员态度差"],
    ["三号路停水", "三号路水压低"],
    ["三号路停水，水费怎么退", "三号路停水了有没有补偿"],
    ["双龙小区停电了", "双龙小区停电，冰箱里的东西坏了谁赔"],
    ["双龙小区电梯坏了没人修", "双龙小区电梯坏了没人修要赔偿"],
    ["我要投诉三号楼夜里施工mwsma67n", "咨询一下公积金mwsma67n怎么提取"],
    ["路灯不亮K6c923c43", "垃圾没人清K6c923c43"],
    ["三号路违建什么时候拆", "三号路路灯什么时候修"],
    ["麻烦问下公积金怎么提取", "麻烦问下户口怎么迁"],
  ])("%s ‖ %s", (one, other) => expect(joins(one, other)).toBe(false));
});

describe("many places, one matter", () => {
  const places =
    "晨光路 青石路 梅园路 长江路 文昌路 朝阳路 云山路 松柏路 金桥路 白塔路 望海路 竹林路 玉泉路 枫叶路 北斗路 凤凰路 石榴路 平安路 新开路 桃李路".split(
      " ",
    );
  const words = [(place: string) => `${place}停水了，什么时候来水`, (place: string) => `${place}怎么没水了，几点来水`];

  test.each([20, 200])("each of %i places finds its own though all the others say the same", (count) => {
    const grouping = new Grouping();
    const all = Array.from({ length: count }, (_, index) => places[index] ?? `${index}号路`);
    const groups = words.map((say, told) =>
      all.map((place) => grouping.place({ id: `${place}${told}`, text: say(place), resident: `${place}${told}` }).group),
    );
    expect(new Set(groups[0]).size).toBe(count);
    expect(groups[1]).toEqual(groups[0]);
  });
});

describe("a group knows all the places of its members", () => {
  test("a question of another place stays out though the members found first name none", () => {
    const grouping = new Grouping();
    const { group } = grouping.place({ id: "a", text: "唐海里停水了，什么时候来水？", resident: "one" });
    for (let i = 0; i < 30; i += 1) grouping.place({ id: `f${i}`, text: "还没来水，什么时候来水？", resident: `${i}` }, { follows: group });
    expect(grouping.groupOf("f29")).toBe(group);
    expect(grouping.place({ id: "b", text: "工人新村还没来水，什么时候来水？", resident: "two" }).group).not.toBe(group);
  });

  test("who puts the place right leaves one road for the other", () => {
    const grouping = new Grouping();
    const three = grouping.place({ id: "a", text: "三号路停水了，什么时候来水", resident: "one" }).group;
    const five = grouping.place({ id: "b", text: "五号路停水了，什么时候来水", resident: "two" }).group;
    expect(grouping.place({ id: "c", text: "三号路停水了，几点来水", resident: "three" }).group).toBe(three);
    expect(grouping.correct("c", "不对，是五号路").group).toBe(five);
    expect(grouping.place({ id: "d", text: "五号路几点来水，停水了", resident: "four" }).group).toBe(five);
  });
});
