import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { saveQuickReply } from "@/lib/quick-replies/save-quick-reply";
import { useQuickReply } from "@/lib/quick-replies/use-quick-reply";
import { after, DAY, HOUR } from "@/lib/time/rules";
import { DEFAULT_TIME_ZONE, dayOf } from "@/lib/time/zones";
import type { OfficerLogin } from "./town";

/** `reviewInDays`: negative for one that should have been looked at already. */
type DemoQuickReply = { owner: OfficerLogin; shared: boolean; title: string; text: string; reviewInDays?: number; usedByLin?: number };

/** The texts that the demo's officers have at hand. Every one is made up for it; units, places and hours are the demo's. */
const QUICK_REPLIES: DemoQuickReply[] = [
  {
    owner: "he",
    shared: true,
    title: "已转办，先告知",
    text: "{称呼}好，您反映的情况我已在{时间}转给承办单位，编号{编号}。有了进展我第一时间回复您，您不用再重复留言。",
    reviewInDays: 120,
    usedByLin: 6,
  },
  {
    owner: "he",
    shared: true,
    title: "请补充地点",
    text: "{称呼}好，请告诉我具体地点：小区和楼号，或者路名和附近的标志。有照片也请直接发来，我好请人到现场。",
    reviewInDays: 120,
    usedByLin: 5,
  },
  {
    owner: "he",
    shared: true,
    title: "停水怎么办",
    text: "{称呼}好，正在向水务公司核实您这里的供水。老人、婴儿或病人急用水的，请把地址和电话发来，我们先安排送水。",
    reviewInDays: 60,
    usedByLin: 4,
  },
  {
    owner: "he",
    shared: true,
    title: "停电怎么办",
    text: "{称呼}好，已请供电公司查这一带的线路，恢复时间一问到就告诉您。家里有制氧机等不能断电的设备，请马上告诉我。",
    reviewInDays: 60,
    usedByLin: 2,
  },
  {
    owner: "he",
    shared: true,
    title: "燃气气味，马上这样做",
    text: "请马上关阀、开窗、离开房间，不要开关任何电器，不要在屋里打电话。到室外后拨打119，再拨燃气公司抢修电话。我们同时通知燃气公司上门。",
    reviewInDays: 30,
  },
  {
    owner: "he",
    shared: true,
    title: "噪音扰民",
    text: "{称呼}好，请告诉我噪音从哪里来、每天几点到几点。施工和设备噪音我请住建、环保到场测量，测量结果由我回复您。",
    reviewInDays: 90,
  },
  {
    owner: "he",
    shared: true,
    title: "路灯不亮",
    text: "{称呼}好，路灯的事已报给市政，编号{编号}。灯杆上有号码的，请拍一张发来，维修的人能直接找到。",
    reviewInDays: 90,
    usedByLin: 1,
  },
  {
    owner: "he",
    shared: true,
    title: "物业不作为",
    text: "{称呼}好，已请街道和住建部门约谈这家物业。请告诉我小区名称，和您向物业反映过的时间，这对处理有帮助。",
    reviewInDays: 90,
  },
  {
    owner: "he",
    shared: true,
    title: "公交线路咨询",
    text: "{称呼}好，请告诉我从哪里到哪里、大约几点出门，我把现在的走法和首末班时间查好发给您。",
    reviewInDays: -5,
  },
  {
    owner: "he",
    shared: true,
    title: "政务大厅上班时间",
    text: "{称呼}好，政务服务大厅工作日9:00—17:00，中午不休息；周六上午办理不动产登记和居住证，须先预约取号。",
    reviewInDays: 20,
    usedByLin: 3,
  },
  {
    owner: "he",
    shared: true,
    title: "居住证材料",
    text: "{称呼}好，办居住证请带身份证和住址证明。租房合同没有备案的，可以请房东或居委会出一份居住证明，社区有样表。",
    reviewInDays: 45,
  },
  {
    owner: "he",
    shared: true,
    title: "不在本区办理",
    text: "{称呼}好，这件事不归我们区办理。为了不让您白跑，请按我发来的电话先问清楚材料；那边不受理的，回来告诉我。",
  },
  {
    owner: "he",
    shared: true,
    title: "答复后请评价",
    text: "{称呼}好，这件事（编号{编号}）就答复到这里。还有不清楚的地方，直接在这里留言就好。",
  },
  {
    owner: "lin",
    shared: false,
    title: "我在跟进",
    text: "{称呼}好，我是值班的小林，这件事一直由我跟进，今天下班前给您回话。",
    usedByLin: 4,
  },
  {
    owner: "lin",
    shared: false,
    title: "电话没打通",
    text: "{称呼}好，刚才按您留的号码打过去没有人接。方便的时候请告诉我几点打给您合适。",
    usedByLin: 2,
  },
  {
    owner: "lin",
    shared: false,
    title: "湿地预约",
    text: "{称呼}好，滨海湿地周末要先预约，小程序里选日期和人数就可以，早上八点开门。",
    reviewInDays: -2,
    usedByLin: 1,
  },
];

/** Saves them a month before `start` through the officers' own verbs, and lets Lin have used some; does nothing where texts stand already. */
export async function playQuickReplies(officer: (login: OfficerLogin) => ActingOfficer, start: Date): Promise<void> {
  if ((await db.quickReply.count()) > 0) return;
  const savedAt = after(start, -30 * DAY);
  for (const { owner, usedByLin = 0, reviewInDays, ...words } of QUICK_REPLIES) {
    const reviewOn = reviewInDays === undefined ? null : dayOf(after(start, reviewInDays * DAY), DEFAULT_TIME_ZONE);
    const { id: quickReplyId } = await saveQuickReply({ seen: null, accountId: null, reviewOn, ...words }, officer(owner), savedAt);
    for (let use = usedByLin; use > 0; use--) await useQuickReply({ quickReplyId }, officer("lin"), after(start, -use * HOUR));
  }
}
