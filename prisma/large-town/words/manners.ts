/** How people begin, soften, press and end; the officers' words among themselves. */
export const GREETINGS = ["您好", "你好", "在吗", "您好！", "请问有人吗", "早上好", "你好，在吗", "您好，打扰了"];
export const OPENINGS = ["", "", "", "", "请问", "麻烦问一下，", "我想反映一下，", "急！", "您好，", "各位领导好，", "再问一次，"];
export const ENDINGS = ["", "", "", "", "", "？", "，谢谢", "，麻烦尽快处理", "，等你们回复", "！！", "，希望重视", "，拜托了", "…"];
export const THANKS = ["谢谢", "好的谢谢！", "收到，谢谢", "谢谢您", "好的", "辛苦了", "非常感谢", "知道了，谢谢", "👍", "[抱拳]", "🌹🌹"];
export const NEWS = [
  "有进展了吗",
  "到现在还没有人联系我",
  "还是老样子，没有解决",
  "今天又这样了，怎么办",
  "说好的时间过了",
  "能不能快一点",
];
export const REPEATS = [
  "刚才说的那件事又反复了，{house}",
  "还有一个问题，上次说的{unit}一直没来",
  "昨天处理过，今天又出现了，{road}这边",
  "补充一下，{flat}也是一样",
];
export const DETAILS = [
  "在{house}",
  "{flat}",
  "靠近{road}这一侧",
  "电话1390000{number}{number}",
  "{when}开始的",
  "一共{number}户",
  "在{site}旁边",
];
export const NOTES = [
  "已电话联系{unit}，说今天下午有人到场。",
  "这位居民上个月也来过，同一件事，注意口径一致。",
  "{area}同类来信较多，建议合并答复。",
  "请{unit}对接人回电，我下班前再看一次。",
  "照片已转{unit}，等回音。",
  "居民情绪激动，回复时请多解释一句。",
];
export const ASIDES = ["请帮我盯一下这件", "这件请你跟", "交班后请继续联系{unit}"];
export const SUPPLEMENTS = [
  "补充一点：{unit}的联系人今天值班到{clock}，有事请直接打字。",
  "另外，{area}其他住户的同类问题也一并登记了，不用重复来信。",
];
export const WHENS = ["昨晚十点", "今天早上", "半夜两点", "昨天下午", "刚才", "中午十二点", "上周五晚上", "前天", "凌晨三点", "晚饭时间"];
export const SINCES = ["从昨晚", "今天一早", "上午九点", "中午", "刚刚", "昨天下午", "夜里", "周末"];
export const TAGS = ["独居老人", "沿街商户", "多次来信", "企业", "物业", "网格员", "残疾人家庭", "外来务工"];
export const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
export const CALLED = ["女士", "先生", "大爷", "阿姨", "师傅", "老师"];
/** What is hardly ever spoken of; the first of them most. */
export const RARITIES = [
  ..."柳絮 马蜂 井盖 野猫 刺猬 蝙蝠 白蚁 喜鹊 天鹅 海蜇 风筝 气球 雕像 喷泉 凉亭 长椅 石狮 钟楼 旗杆 灯笼".split(" "),
  ..."蜂箱 苇塘 盐池 渔网 舢板 灯塔 浮标 水闸 泵船 吊桥 缆车 滑梯 秋千 木马 沙坑 鱼缸 鸽舍 鹅卵 苔藓 萤火".split(" "),
];
