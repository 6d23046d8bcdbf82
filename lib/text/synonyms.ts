/** Words that say the same in a question, a line each; the first of a line that starts with = is what is asked. */
const LINES = `
=怎么办 怎样办 如何是好 怎么处理 如何处理 怎么做 咋办 咋整 点算 点办 怎么好 怎么办才好 该怎么办 应该怎么办 怎么解决 如何解决 有什么办法 有啥办法 什么办法 有什么方法 什么方法 有办法吗 怎么处理好 怎么处理办 采取什么办法 有什么好办法 怎样做 怎么样做 如何做 有什么小妙招 怎样处理
=怎么治疗 如何治疗 怎样治疗 怎么治 如何治 怎样治 怎么医治 治疗方法 治疗办法 治疗手段 怎么样治疗 治疗方式 疗法 如何医治 怎么治好 怎么才能治好 怎样才能治好 用什么方法治疗 怎么根治 如何根治
=吃什么药 用什么药 服什么药 吃啥药 吃哪些药 用哪种药 吃哪种药 用药 如何用药 怎么用药 什么药 哪些药 特效药 药物 药品 服用什么药
=为什么 为何 什么原因 怎么回事 怎么引起 是什么引起 什么引起 为啥 点解 因为什么 怎么了 原因是什么 病因 怎么得的 怎么得上 怎么会 什么导致 怎么造成 引发的原因 咋回事 怎么引发 如何引起 是什么造成 什么因素 是怎么引起 哪些原因
=症状 表现 征兆 特征 现象 体征 临床表现 症状表现 哪些表现 什么症状
=多久 多长时间 几天 多少天 几时 多长 多少时间 几个月 多少个月 几多日 周期 时间多长
=什么时候 何时 啥时候 几时 什么时间 哪天 几点 何日 幾時 咩时候
=多少钱 费用 价格 价钱 几多钱 花多少 要花多少钱 收费标准 贵吗 贵不贵
=能不能 可不可以 能否 可否 可以 能 行吗 行不行 可以吗 能吗 可以不 得唔得
=是不是 是否 是吗 会不会 会吗 有没有 有无 会否
=需不需要 要不要 用不用 需要吗 有必要 必须 必要 一定要 需要 应该 应当 该不该 该
=区别 不同 差别 差异 不一样 分别 有何不同 不同点 不同的地方
=注意什么 注意事项 注意哪些 注意啥 要注意 禁忌 忌口 注意 护理
=副作用 不良反应 坏处 害处 危害 后果 不良影响
=作用 功效 效果 疗效 好处 功能 主治 管用 有用 用处 有效
=怎么用 用法 怎么吃 如何服用 怎么服用 用法用量 服用方法 如何使用 怎么使用 一天吃几次
=传染 感染给 传给 会传人
=在哪里 哪里 哪儿 什么地方 何处 地址 地点 在哪 边度
=怎么申请 如何申请 怎样申请 怎么办理 如何办理 怎样办理 办理流程 申请流程 怎么办手续 办理手续 流程 手续 程序
=材料 资料 证件 手续材料 带什么
=检查 化验 体检 诊断 确诊 检测 诊断方法 判断 鉴别
=预防 避免 防止 防范
=哪个好 哪种好 哪个更好 什么好 比较好 最好 好些
小孩 孩子 宝宝 儿童 幼儿 婴儿 小儿 婴幼儿 新生儿 娃娃 小朋友 小孩子 孩儿 细路 宝贝
孕妇 怀孕 怀孕期间 妊娠 孕期 怀了孕 有孕
老人 老年人 老人家 长者 老年
发烧 发热 高烧 低烧 高热 低热
痊愈 治愈 康复 恢复 好转 根治 治好 好了 完全好
疼 痛 疼痛 酸痛
患 患有 得了 患上 得过 染上 得
感冒 着凉 伤风
服用 吃 口服 喝 服
导致 引起 引发 造成 诱发
疾病 病 病症
患者 病人 人群
锻炼 运动 做运动
寿命 活多久 生存期 活多长
停水 没水 断水 无水 水停了 没有水 没自来水 停自来水 冇水 停咗水
停电 没电 断电 无电 跳闸 没有电 冇电
噪音 噪声 吵闹 声音大 声音很大 太吵 嘈杂 扰民 吵人 好嘈
油烟 废气 臭气 异味 臭味 气味 恶臭
垃圾站 垃圾中转站 垃圾房 垃圾池 垃圾场
违建 违章建筑 违规建筑 违法建筑 乱搭乱建 私搭乱建 私搭私建 违章搭建 违法建设
停车 乱停车 停车难 违停 车辆乱停 乱停乱放 停车位 车位
堵车 拥堵 交通堵塞 塞车 堵塞 堵
交房 收房 交楼 交付
延期 延迟 逾期 推迟 迟迟
房产证 不动产证 产权证 房本 办证
学区 学位 入学 上学 读书 划片 招生
幼儿园 托儿所
公交 公交车 公共汽车 巴士
路灯 照明 路灯不亮
搅拌站 搅拌厂 混凝土站
拆迁 征收 征地 征拆
补偿 赔偿 补助 补贴
社保 社会保险 社保卡 医保 医疗保险
公积金 住房公积金
户口 落户 户籍 迁户口
工资 欠薪 拖欠工资 薪水 薪资
开发商 房产商 地产商
物业 物业公司 物管
质量 质量问题 安全隐患
店 餐馆 饭店 餐厅 餐饮店 夜宵 夜宵摊 烧烤
建设 修建 建造 兴建 新建 建
取消 撤销 注销 关闭
更换 更改 修改 换 变更 改
还款 还钱 还贷
借款 借钱 贷款 借
手机号 手机号码 电话号码 电话
`;
const FILLERS =
  "请问一下|请问|想问一下|想问|问一下|我想知道|想知道|你好|您好|医生|大夫|谢谢|一下|以及|关于|反映|投诉|举报|咨询|希望|请求|建议|强烈|尊敬的|领导|相关|问题|情况|啊|呀|呢|哦|嘛|吧|了|的|地|着|很|都|就|也|还|又|那么|这个|那个|我家|我们|我|你|您|他|她|是|有|会|在|什么样|一种|什么|哪些|如何|怎样|怎么|吗|么|样".split(
    "|",
  );
/** The first number of a unit that is no single letter; letters stand under their UTF-16 code. */
const FIRST_CLASS = 0x1_0000;

const classes = new Map<string, number>();
const asked = new Set<number>();
LINES.trim()
  .split("\n")
  .forEach((line, index) => {
    if (line.startsWith("=")) asked.add(FIRST_CLASS + index);
    for (const word of line.replace("=", "").split(" ")) if (!classes.has(word)) classes.set(word, FIRST_CLASS + index);
  });
for (const filler of FILLERS) if (!classes.has(filler)) classes.set(filler, 0);
/** Words of may and must ask something only where nothing else does. */
const MODAL = new Set(["能", "是否", "需要"].map((word) => classes.get(word) as number));
const LONGEST = Math.max(...[...classes.keys()].map((word) => word.length));

/** A text in units, in their order and each once: a letter, or a class of words that say the same. `asked`: the classes that say what is asked. */
export type Sense = { units: number[]; distinct: Set<number>; asked: Set<number> };

/** Reads a plain text in units, without the words that only fill. */
export function senseOf(plain: string): Sense {
  const units: number[] = [];
  const kinds = new Set<number>();
  for (let at = 0; at < plain.length; ) {
    let length = Math.min(LONGEST, plain.length - at);
    let unit: number | undefined;
    for (; length > 0; length -= 1) {
      unit = classes.get(plain.slice(at, at + length));
      if (unit !== undefined) break;
    }
    if (unit === undefined) {
      if (plain[at] !== " ") units.push(plain.charCodeAt(at));
      at += 1;
      continue;
    }
    if (asked.has(unit)) kinds.add(unit);
    else if (unit !== 0) units.push(unit);
    at += length;
  }
  if ([...kinds].some((kind) => !MODAL.has(kind))) for (const kind of MODAL) kinds.delete(kind);
  return { units, distinct: new Set(units), asked: kinds };
}
