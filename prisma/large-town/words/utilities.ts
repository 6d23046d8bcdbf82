import type { Matter } from "./matter";

const ASK_HOUSE = ["您好，请告诉我是哪个小区几号楼几单元，我请师傅上门。", "您好，请留一个方便上门的时间和楼号，我马上派单。"];
const REPAIRED = [
  "您好，{unit}{clock}已到场处理完毕，请您再看看，如有反复请直接打字告诉我们。",
  "您好，已经修好了。故障原因是老化，{unit}本周会把同批次的一起更换。",
  "您好，{unit}回复已恢复正常，给您带来不便请谅解。",
];

/** Water, power, heat and gas, and what is in the house. */
export const UTILITIES: readonly Matter[] = [
  {
    weight: 30,
    kind: "help",
    unit: "区水务公司",
    opens: [
      "{house}{since}停水到现在，几点能来水？",
      "请问{area}什么时候来水，家里有老人和婴儿",
      "{area}停水没有通知吗，一点准备都没有",
      "{house}水压特别小，{number}楼以上洗不了澡",
      "自来水是黄的，{area}好几户都这样，能不能来化验一下",
    ],
    adds: ["已经{number}个小时了", "楼下超市的水都卖完了", "邻居家也没有水", "打水务公司的电话没人接", "有送水车吗"],
    asks: ASK_HOUSE,
    interims: [
      "您好，{unit}正在抢修，预计{clock}前恢复供水，恢复后由我回复您。",
      "您好，管道接口损坏，{unit}已开挖，今晚给您答复，急需用水请到小区南门送水车。",
    ],
    answers: [...REPAIRED, "您好，{area}供水已恢复，初来的水有些浑浊，放两分钟即可正常使用。"],
  },
  {
    weight: 20,
    kind: "help",
    unit: "区供电公司",
    opens: [
      "{road}一带从{when}停电到现在，冰箱里的东西都要坏了",
      "{house}又停电了，这个月第{number}次",
      "{area}电压不稳，空调带不起来",
      "充电桩跳闸，{area}地库{number}号位一直没人修",
    ],
    adds: ["95598一直占线", "孩子要上网课", "家里有人用制氧机", "对面楼有电，就我们没有"],
    asks: ASK_HOUSE,
    interims: ["您好，{unit}回复线路故障，抢修人员已到{road}，{clock}前给您准信。"],
    answers: [...REPAIRED, "您好，{road}供电已恢复。变压器过载，{unit}下周增容。"],
  },
  {
    weight: 22,
    kind: "complaint",
    unit: "区供热公司",
    opens: [
      "{house}暖气不热，室内只有1{number}度",
      "{area}暖气什么时候开始供，别的小区都热了",
      "{flat}暖气片一半热一半凉，报修{number}天没人来",
      "供暖费交了，温度一直不达标，能退费吗",
    ],
    adds: ["家里有刚出生的孩子", "测温的人来过一次就没有下文", "楼上楼下都这样", "物业说不归他们管"],
    asks: ["您好，请告诉我楼号、单元和室温，我请{unit}上门测温。"],
    interims: ["您好，{unit}已安排测温员上门，三个工作日内由我把结果告诉您。"],
    answers: ["您好，换热站循环泵已调整，{house}回水温度升高，请今晚再看室温。", ...REPAIRED],
  },
  {
    weight: 14,
    kind: "help",
    unit: "区住建局",
    opens: [
      "{house}电梯坏了{number}天，老人下不了楼",
      "{area}二次供水泵房晚上噪音特别大，睡不着",
      "{house}楼顶漏雨，{flat}的墙都泡了，物业说没有维修基金",
      "{area}地库一下雨就积水，车都不敢停",
      "{house}单元门禁坏了很久，谁都能进",
    ],
    adds: ["反映过物业没有用", "12345也打过了", "上次说一周修好，现在{number}周了", "可以来现场看"],
    asks: ASK_HOUSE,
    interims: ["您好，{unit}已约谈物业，维修方案三日内公示，结果由我回复您。"],
    answers: [...REPAIRED, "您好，电梯配件已到，今天完成更换并通过检验，可以正常乘坐。"],
  },
  {
    weight: 2,
    kind: "help",
    unit: "区燃气公司",
    danger: "煤气",
    opens: ["{house}楼道里煤气味很重，不敢开灯", "我家煤气灶关了还有味，怎么办，{flat}"],
    adds: ["物业电话打不通", "已经开窗了"],
    asks: ["请先离开现场再打电话，告诉我楼号，抢修车马上出发。"],
    interims: ["{unit}抢修车已出发，十五分钟内到{house}，请不要开关电器。"],
    answers: ["{unit}已到{house}，阀门老化已更换，检测合格，可以回家了。"],
  },
  {
    weight: 1,
    kind: "help",
    unit: "区消防救援大队",
    danger: "被困",
    opens: ["{house}电梯停在{number}楼，有人被困在里面", "孩子被困在{site}的电梯里了"],
    adds: ["里面有两个人", "按铃没人应"],
    asks: ["请告诉我楼号和电梯编号，救援人员已在路上。"],
    interims: ["{unit}已出动，维保人员同时赶到，请让里面的人不要扒门。"],
    answers: ["人已安全出来，电梯停用检修，检验合格后再开。"],
  },
];
