import { v7 as uuid } from "uuid";
import type { ActingOfficer } from "@/lib/officers/scope";
import { moveAnswer } from "@/lib/standing-answers/move-answer";
import { publishVersion } from "@/lib/standing-answers/publish-version";
import { DEFAULT_STANDING_SETTINGS } from "@/lib/standing-answers/queries";
import { saveDraft } from "@/lib/standing-answers/save-draft";
import { saveSettings } from "@/lib/standing-answers/save-settings";
import { after, DAY } from "@/lib/time/rules";
import { DEFAULT_TIME_ZONE, dayOf, instantOf } from "@/lib/time/zones";
import { DEMO_CATEGORIES } from "./demo-standing-answers";
import type { OfficerLogin } from "./town";

/** `validDays`: none for what holds until somebody changes it. `menu`: column and row in WeChat's custom menu. */
type DemoAnswer = {
  number: number;
  owner: OfficerLogin;
  source: string;
  text: string;
  validDays: number | null;
  reviewDays: number;
  menu: { column: number; row: number };
};

/** More matters than three officers answer in ten minutes. */
const LONG_QUEUE = 50;

/** What the demo's account answers by itself. Every text is made up for it; units, places, numbers and hours are the demo's. */
const ANSWERS: DemoAnswer[] = [
  {
    number: 1,
    owner: "lin",
    source: "区融媒体中心",
    text: [
      "曹妃甸区本周要闻：",
      "① 滨江路南段管网改造完成回填，周五18:00恢复双向通行。",
      "② 新城小学东侧人行天桥启用，接送车辆请停天桥以北。",
      "③ 区图书馆周末延时开放到21:00。",
    ].join("\n"),
    validDays: null,
    reviewDays: 1,
    menu: { column: 1, row: 1 },
  },
  {
    number: 2,
    owner: "lin",
    source: "区气象局",
    text: "曹妃甸区今天：晴转多云，5到12度，西北风3到4级。\n夜间：多云，最低3度，沿海阵风6级，出海请留意。\n明天：多云，6到13度。",
    validDays: null,
    reviewDays: 1,
    menu: { column: 1, row: 2 },
  },
  {
    number: 3,
    owner: "zhao",
    source: "区政务热线办",
    text: [
      "曹妃甸区本周问得最多的三件事：",
      "① 高速出口早高峰拥堵：交警7:00—9:00驻点疏导，出口拓宽方案正在公示。",
      "② 滨江路停电：供电公司分段检修，每晚23:00前送电，检修时间看小区公告。",
      "③ 居住证材料：租房合同、身份证、居住满半年的证明，到住所地派出所办。",
    ].join("\n"),
    validDays: null,
    reviewDays: 7,
    menu: { column: 2, row: 1 },
  },
  {
    number: 4,
    owner: "he",
    source: "区政府办公室",
    text: [
      "曹妃甸区常用电话（标明的除外，都是24小时）：",
      "政务服务便民热线 12345",
      "供电抢修 95598；供水、燃气抢修请拨12345转接",
      "不动产登记大厅 工作日9:00—17:00，咨询请拨12345转接",
      "有危险请先拨：报警110，火警119，急救120。",
    ].join("\n"),
    validDays: null,
    reviewDays: 90,
    menu: { column: 2, row: 2 },
  },
  {
    number: 5,
    owner: "he",
    source: "区政府办公室",
    text: [
      "曹妃甸区在唐山南部沿海，辖城区、港口工业区、湿地和五个镇。",
      "区政府：行政服务中心旁，工作日8:30—12:00、14:00—17:30。",
      "滨海湿地：9:00—17:00，周一闭园，周末观鸟请提前一天预约。",
    ].join("\n"),
    validDays: null,
    reviewDays: 180,
    menu: { column: 3, row: 1 },
  },
  {
    number: 6,
    owner: "zhao",
    source: "区行政审批局",
    text: [
      "曹妃甸区办事：",
      "区政务服务大厅：工作日9:00—17:00，中午不休息，周六上午开综合窗口。",
      "居住证、身份证：住所地派出所，工作日8:30—17:30。",
      "社保医保：政务大厅二楼，也可以在手机上办，不会用请直接问。",
      "说清要办什么事，值班员告诉您带哪些材料、到哪个窗口。",
    ].join("\n"),
    validDays: null,
    reviewDays: 90,
    menu: { column: 3, row: 2 },
  },
];

/** Publishes the six categories of the demo, as of seven o'clock on the day of `start` or on the day before. */
export async function playStandingAnswers(accountId: string, known: (login: OfficerLogin) => ActingOfficer, start: Date): Promise<void> {
  const seven = instantOf(dayOf(start, DEFAULT_TIME_ZONE), "07:00", DEFAULT_TIME_ZONE);
  const asOf = seven <= start ? seven : after(seven, -DAY);
  for (const { number, owner, source, text, validDays, reviewDays, menu } of ANSWERS) {
    const officer = known(owner);
    const category = DEMO_CATEGORIES.find((one) => one.number === number);
    if (!category) throw new Error(`the demo has no category ${number}`);
    const { name } = category;
    const rules = category.rules.map((rule) => ({ ...rule, id: uuid(), words: [...rule.words], excluding: [...rule.excluding] }));
    const validUntil = validDays === null ? null : after(start, validDays * DAY);
    const time = { asOf, validFrom: null, validUntil, reviewAt: after(start, reviewDays * DAY) };
    const written = { body: { kind: "text" as const, text }, rules, source, ...time };
    const { id: standingAnswerId, version } = await saveDraft({ answer: { accountId, name, number }, ...written }, officer, asOf);
    await moveAnswer({ standingAnswerId, seen: 0, name, number, parentId: null, position: number, menu }, officer, asOf);
    await publishVersion({ standingAnswerId, version, despiteWarnings: false }, officer, asOf);
  }
  await saveSettings({ ...DEFAULT_STANDING_SETTINGS, accountId, queueOn: true, queueFrom: LONG_QUEUE, seenAt: null }, known("he"), asOf);
}
