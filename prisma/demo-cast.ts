import type { CloseReason } from "@/lib/questions/rules";
import type { DemoFile } from "./demo-files";
import type { OfficerLogin } from "./town";

type By = { by: OfficerLogin; text: string; minutesAgo: number };
/** What happened between a resident and the desk, in order; times are minutes before the seeding. */
export type Line =
  | { says: string; minutesAgo: number }
  | { sends: DemoFile; minutesAgo: number }
  | ({ kind: "answer" | "ask" } & By)
  | ({ kind: "interim"; unit: string; promisedInMinutes: number } & By)
  | { closes: CloseReason; by: OfficerLogin; minutesAgo: number };
export type DemoResident = { openid: string; name: string; remark?: string; lines: Line[] };

const HOUR = 60;
const DAY = 24 * HOUR;

/** The residents of the demo. Every text is made up for it. */
export const RESIDENTS: DemoResident[] = [
  {
    openid: "oJidaTownXing000000000000001",
    name: "邢女士",
    remark: "邢女士，工业区职工",
    lines: [
      { says: "高速收费站那个出口天天堵，上班要多花一个小时。", minutesAgo: 33 * DAY },
      {
        kind: "interim",
        by: "zhao",
        text: "您好，已请区交警大队早高峰派员疏导，并会同公路部门研究出口改造，三个工作日内由我回复您进展。",
        unit: "区交警大队",
        promisedInMinutes: 2 * DAY,
        minutesAgo: 33 * DAY - 7,
      },
      {
        kind: "answer",
        by: "zhao",
        text: "您好，交警已从昨天起在早高峰驻点疏导；出口拓宽方案正在公示，欢迎提出意见。",
        minutesAgo: 32 * DAY,
      },
      { says: "出口又堵了，孩子要迟到，能不能派交警来？", minutesAgo: 3 },
    ],
  },
  {
    openid: "oJidaTownMeng000000000000002",
    name: "孟先生",
    lines: [{ says: "桃花锦绣3号楼楼道里煤气味很重，我们不敢开灯，物业电话打不通", minutesAgo: 1.5 }],
  },
  {
    openid: "oJidaTownLuo0000000000000003",
    name: "罗阿姨",
    remark: "罗阿姨，滨江路",
    lines: [
      { says: "滨江路一带从昨晚十点停电到现在，冰箱里的药都要坏了", minutesAgo: 12 },
      { says: "打供电的电话一直占线", minutesAgo: 9 },
    ],
  },
  {
    openid: "oJidaTownTan0000000000000004",
    name: "谭女士",
    lines: [{ says: "请问麓谷保利几点能来水？家里有老人和婴儿", minutesAgo: 7.4 }],
  },
  {
    openid: "oJidaTownHuang00000000000005",
    name: "黄先生",
    lines: [{ says: "新城小学门口的路灯不亮，放学路上一整段都是黑的，已经一个星期", minutesAgo: 2 }],
  },
  {
    openid: "oJidaTownJiang00000000000006",
    name: "蒋小姐",
    lines: [
      { says: "您好", minutesAgo: 2 },
      { says: "租房合同没有备案可以办居住证吗？要带什么材料", minutesAgo: 1 },
    ],
  },
  { openid: "oJidaTownKong000000000000007", name: "孔大爷", lines: [{ says: "7路公交改线以后到人民医院要怎么坐车", minutesAgo: 0.6 }] },
  { openid: "oJidaTownBai0000000000000008", name: "白女士", lines: [{ says: "滨海湿地周末观鸟需要预约吗，几点开门", minutesAgo: 0.2 }] },
  {
    openid: "oJidaTownShi0000000000000009",
    name: "石先生",
    lines: [
      { says: "幸福里小区二次供水泵房晚上噪音特别大，睡不着，反映过物业没有用", minutesAgo: 26 * HOUR },
      {
        kind: "interim",
        by: "lin",
        text: "您好，已转区住建局请水务公司今晚到泵房测量噪音，结果由我回复您。",
        unit: "区住建局",
        promisedInMinutes: 27 * HOUR,
        minutesAgo: 26 * HOUR - 8,
      },
    ],
  },
  {
    openid: "oJidaTownQian000000000000010",
    name: "钱女士",
    lines: [
      { says: "垃圾车每天早上五点就来，太吵了", minutesAgo: 3 * HOUR },
      { kind: "ask", by: "lin", text: "您好，请告诉我是哪个小区、哪个门，我请环卫调整时间。", minutesAgo: 3 * HOUR - 4 },
    ],
  },
  {
    openid: "oJidaTownXu00000000000000011",
    name: "徐先生",
    lines: [
      { says: "明天不动产登记大厅上班吗？", minutesAgo: 2 * HOUR },
      {
        kind: "answer",
        by: "zhao",
        text: "您好，明天照常办公，9:00—17:00，中午不休息；也可以在“不动产登记”小程序预约取号。",
        minutesAgo: 2 * HOUR - 5,
      },
      { says: "好的谢谢！", minutesAgo: 2 * HOUR - 6 },
    ],
  },
  {
    openid: "oJidaTownDu00000000000000012",
    name: "杜女士",
    lines: [
      { says: "发错了，不好意思", minutesAgo: 90 },
      { closes: "withdrawnByResident", by: "lin", minutesAgo: 88 },
    ],
  },
  // Whoever sees a thing shows it: every kind of message there is.
  {
    openid: "oJidaTownHeLan00000000000025",
    name: "贺女士",
    lines: [
      { says: "三号路口这个坑越来越大，昨晚有人骑车摔了", minutesAgo: 6.5 },
      { sends: "picture", minutesAgo: 6.3 },
      { sends: "voice", minutesAgo: 6.1 },
      { sends: "video", minutesAgo: 5.9 },
      { sends: "place", minutesAgo: 5.8 },
      { sends: "link", minutesAgo: 5.7 },
      { sends: "file", minutesAgo: 5.6 },
      { sends: "sticker", minutesAgo: 5.5 },
    ],
  },
  {
    openid: "oJidaTownQin0000000000000026",
    name: "秦先生",
    lines: [
      { sends: "picture", minutesAgo: 5 * HOUR },
      {
        kind: "answer",
        by: "lin",
        text: "您好，照片收到了，市政养护队今天下午到现场修补，完工后由我回复您。",
        minutesAgo: 5 * HOUR - 6,
      },
    ],
  },
  // Two streets without water: like questions, and two matters that look alike.
  { openid: "oJidaTownMa00000000000000013", name: "马女士", lines: [{ says: "三号路从早上就停水了，什么时候能来？", minutesAgo: 7.2 }] },
  { openid: "oJidaTownFan0000000000000014", name: "范先生", lines: [{ says: "三号路停水两个小时了，物业说不知道", minutesAgo: 6.6 }] },
  { openid: "oJidaTownCui0000000000000015", name: "崔阿姨", lines: [{ says: "请问三号路几点来水，家里有老人等着做饭", minutesAgo: 5.9 }] },
  {
    openid: "oJidaTownYin0000000000000016",
    name: "尹先生",
    lines: [{ says: "我们三号路这边水龙头一滴水都没有，怎么回事", minutesAgo: 5.1 }],
  },
  { openid: "oJidaTownPang000000000000017", name: "庞女士", lines: [{ says: "三号路停水，孩子放学没水喝，请尽快抢修", minutesAgo: 4.4 }] },
  { openid: "oJidaTownLei0000000000000018", name: "雷先生", lines: [{ says: "三号路今天停水到几点？没有看到通知", minutesAgo: 3.6 }] },
  { openid: "oJidaTownHou0000000000000019", name: "侯大爷", lines: [{ says: "三号路没水啦，楼上楼下都没有", minutesAgo: 2.7 }] },
  { openid: "oJidaTownWan0000000000000020", name: "万女士", lines: [{ says: "五号路停水了，请问什么时候恢复", minutesAgo: 6.2 }] },
  { openid: "oJidaTownDuan000000000000021", name: "段先生", lines: [{ says: "五号路从上午停水到现在，几点能来", minutesAgo: 5.4 }] },
  {
    openid: "oJidaTownQi00000000000000022",
    name: "戚女士",
    lines: [{ says: "五号路没有水，小吃店开不了门，请问多久能修好", minutesAgo: 4.7 }],
  },
  { openid: "oJidaTownLu00000000000000023", name: "鲁先生", lines: [{ says: "五号路停水怎么不提前通知，什么时候来水", minutesAgo: 3.3 }] },
  { openid: "oJidaTownYao0000000000000024", name: "姚女士", lines: [{ says: "五号路家里没水，要停到几点", minutesAgo: 1.9 }] },
];
