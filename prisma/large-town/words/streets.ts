import type { Matter } from "./matter";

const ASK_PLACE = ["您好，请告诉我具体在哪个路口，或者发个定位，我请他们去看。", "您好，能拍一张照片吗？请写明是路的哪一侧。"];
const DONE = [
  "您好，{unit}已到现场处理，照片我们留存了，谢谢您反映。",
  "您好，已处理完毕。今后再有类似情况请直接发给我们，不用打电话。",
  "您好，{unit}核实后已整改，{clock}复查过一次，没有发现问题。",
];

/** Roads, buses, noise, dirt and what stands in the way. */
export const STREETS: readonly Matter[] = [
  {
    weight: 18,
    kind: "report",
    unit: "区城管局",
    opens: [
      "{site}门口的路灯不亮，放学路上一整段都是黑的",
      "{road}路灯坏了{number}盏，{when}差点摔倒",
      "{area}到{site}那条路没有路灯，能装吗",
    ],
    adds: ["已经一个星期了", "老人晚上不敢出门", "上次修好又坏了"],
    asks: ASK_PLACE,
    interims: ["您好，{unit}已排入本周检修，修好由我告诉您。"],
    answers: ["您好，{road}路灯线路已修复，今晚正常亮灯。", ...DONE],
  },
  {
    weight: 20,
    kind: "complaint",
    unit: "区生态环境分局",
    opens: [
      "{area}旁边工地{when}还在施工，太吵了",
      "{road}烧烤店油烟直接排到{house}，不敢开窗",
      "{site}附近有一股刺鼻的味道，PM2.5都爆表了",
      "广场舞音响太大，{area}的孩子没法写作业",
    ],
    adds: ["天天如此", "报过警，走了又响", "有没有人管", "我录了音"],
    asks: ["您好，请告诉我是哪个工地、大概几点，我请执法人员到场。"],
    interims: ["您好，{unit}今晚到现场测量噪声，结果由我回复您。"],
    answers: ["您好，执法人员已责令停工，夜间施工须持许可，欢迎继续监督。", ...DONE],
  },
  {
    weight: 16,
    kind: "complaint",
    unit: "区环卫中心",
    opens: [
      "{area}垃圾桶满了{number}天没人清，全是苍蝇",
      "垃圾车每天早上五点就来{road}，太吵了",
      "{road}下水道堵了，污水流到路上",
      "{site}公厕没有水，也没有人打扫",
    ],
    adds: ["夏天味道特别大", "走路都要绕开", "发了照片您看看"],
    asks: ASK_PLACE,
    interims: ["您好，已请{unit}调整清运时间，两天内由我回复您。"],
    answers: ["您好，{area}垃圾已清运，桶位增加两个。", ...DONE],
  },
  {
    weight: 16,
    kind: "report",
    unit: "区交警大队",
    opens: [
      "{site}出口天天堵，上班要多花一个小时",
      "{road}和{site}路口红绿灯坏了，车乱窜",
      "{area}门口消防通道停满了车，{when}救护车进不来",
      "{road}有货车超速，学校门口太危险",
      "ETC显示扣了两次费，能查吗",
    ],
    adds: ["孩子要迟到了", "能不能派交警来", "车牌我记下了", "早上7点半最严重"],
    asks: ["您好，请告诉我方向和时间段，我请{unit}派员。"],
    interims: ["您好，已请{unit}早高峰派员疏导，改造方案五个工作日内告诉您。"],
    answers: ["您好，{unit}已在{site}驻点疏导，信号灯配时同步调整。", ...DONE],
  },
  {
    weight: 12,
    kind: "inquiry",
    unit: "区公交公司",
    opens: [
      "{bus}公交改线以后到{site}要怎么坐车",
      "{bus}末班车几点？网上写的和站牌不一样",
      "{bus}等了{number}分钟没有来，是停运了吗",
      "老年卡坐{bus}刷不了，怎么回事",
    ],
    adds: ["APP上也查不到", "站牌还是旧的"],
    asks: ["您好，请问是哪一站、去哪个方向？"],
    interims: ["您好，{unit}正在核对班次，今天下班前由我回复您。"],
    answers: ["您好，{bus}现在经{road}，到{site}站下车步行两百米；末班车{clock}。", "您好，{bus}因修路临时绕行，{number}日恢复。"],
  },
  {
    weight: 9,
    kind: "suggestion",
    unit: "区住建局",
    opens: [
      "建议{road}种一些树，夏天太晒了",
      "建议在{site}门口加一个斑马线",
      "{area}附近能不能建一个篮球场，孩子没有地方玩",
      "希望{bus}早晚各加一班，车上挤不上去",
    ],
    adds: ["很多邻居都这么想", "谢谢考虑一下"],
    asks: ["您好，谢谢建议，请问具体希望设在哪个位置？"],
    interims: ["您好，建议已请{unit}研究，月底前由我回复是否列入计划。"],
    answers: ["您好，您的建议已列入明年计划，年初公示时会告诉您。", "您好，该处不具备条件，原因是管线太密；我们在相邻路口先行设置。"],
  },
  {
    weight: 1,
    kind: "report",
    unit: "区应急局",
    danger: "塌陷",
    opens: ["{road}路面塌陷了一个大坑，{number}米宽", "{site}门口塌陷，有车陷进去了"],
    adds: ["没有围挡", "下面是空的"],
    asks: ["请离远一些，并告诉我靠近哪个路口。"],
    interims: ["{unit}和交警已到{road}封闭道路，抢修今晚完成，由我回复您。"],
    answers: ["{road}已回填并恢复通行，谢谢您及时告诉我们。"],
  },
];
