/**
 * The closed lists of what may stand around a number or a keyword without making it a question of its own. They name no matter of
 * any town, and hold no word that denies, blames, counts or names: a message with any other word in it goes to a person. Letters are
 * those of `comparable`.
 */

/** Greets, asks for a favour; thanks, softens. Around numbers, names and exact words nothing else may stand. */
const POLITE_BEFORE =
  "你好 您好 你们好 您们好 大家好 哈喽 嗨 喂 hi hello 早 早上好 上午好 中午好 下午好 晚上好 在吗 在么 在不在 请 请问 请问下 请问一下 麻烦 麻烦您 麻烦你 劳驾 打扰 打扰了 打扰一下 亲 啊 呀 哎";
const POLITE_AFTER = "谢谢 谢谢了 谢谢您 谢谢你 谢了 多谢 感谢 麻烦了 辛苦了 啊 呀 呢 吧 哦 噢 喔 哈 嘛 哒 呗 啦 儿";

/** Wants, looks for, asks whether there is. */
const ASKING_BEFORE =
  "我想 我要 我想要 我来 想 要 想要 看 看看 看下 看一下 我想看 我要看 查 查查 查下 查一下 查个 查询 查询一下 查看 我查 我看 " +
  "问 问下 问一下 问问 想问 想问下 想问一下 想知道 知道 想了解 了解 了解下 了解一下 咨询 咨询下 咨询一下 找 找下 " +
  "给我 给个 给下 发 发下 发一下 发个 发我 帮我 帮忙 帮我查 帮我看 帮我找 能 能不能 可以 可不可以 打开 进入 需要 获取 搜 搜索 听 听听 听一下 播 播放 播报 联系 怎么联系 如何联系 " +
  "怎么 怎样 如何 咋 在哪 在哪里 在哪儿 哪里 哪儿 去哪 去哪里 去哪儿 到哪 关于 介绍 介绍下 介绍一下 说说 说下 说一下 " +
  "有关 有哪些 都有哪些 都有什么 都有啥 是什么 一下 下";
/** After these a closing 没 only asks (有新闻没). */
const THERE_BEFORE = "有 有没有 有无 有什么 有啥";
const ASKING_AFTER =
  "怎么样 怎样 咋样 如何 怎么查 怎么看 怎么找 怎么弄 怎么打开 怎么进 咋查 咋看 咋找 多少 是多少 是什么 是啥 是哪个 是哪些 是几 " +
  "有吗 有没有 有哪些 有啥 有什么 有多少 都有啥 都有什么 都有哪些 吗 么 在哪 在哪里 在哪儿 在哪看 在哪查 在哪找 哪里有 哪里看 哪里查 哪有 去哪看 " +
  "查 查询 查一下 查下 看 看看 看一下 看下 一下 下 发一下 发下 发我 发给我 给我 给我看看 介绍 介绍一下 情况 信息 内容 资讯 查询一下";
const THERE_AFTER = "没 没有 不 木有";

/** When and where, as far as they name no day and no place: on either side, with 的 behind them. */
const TIMES_AND_PLACES =
  "今天 今日 今儿 今儿个 今晚 今早 今夜 夜里 今年 明天 明日 明儿 明儿个 后天 昨天 昨日 这两天 这几天 几天 最近几天 未来几天 接下来 最近 近期 近日 现在 目前 当前 眼下 本周 这周 下周 周末 这周末 本月 这个月 早上 上午 中午 下午 晚上 最新 " +
  "本地 当地 本区 我区 我们区 咱区 咱们区 区里 这里 这边 这儿 咱 咱们 我们 你们";

const split = (...lists: string[]) => lists.flatMap((list) => list.split(" "));
const around = split(TIMES_AND_PLACES).flatMap((phrase) => [phrase, `${phrase}的`]);

/** The part that a phrase may play, as bits: before or after the words, polite, asking, or asking whether there is something. */
export const PART = { politeBefore: 1, politeAfter: 2, askingBefore: 4, askingAfter: 8, thereBefore: 16, thereAfter: 32 } as const;
const LISTS: [number, readonly string[]][] = [
  [PART.politeBefore | PART.askingBefore, split(POLITE_BEFORE)],
  [PART.politeAfter | PART.askingAfter, split(POLITE_AFTER)],
  [PART.askingBefore, split(ASKING_BEFORE)],
  [PART.askingAfter, split(ASKING_AFTER)],
  [PART.askingBefore | PART.askingAfter, around],
  [PART.thereBefore, split(THERE_BEFORE)],
  [PART.thereAfter, split(THERE_AFTER)],
];

/** Every phrase with the parts that it may play. */
export const PHRASES: ReadonlyMap<string, number> = LISTS.reduce((parts, [bits, phrases]) => {
  for (const phrase of phrases) parts.set(phrase, (parts.get(phrase) ?? 0) | bits);
  return parts;
}, new Map<string, number>());
export const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map(({ length }) => length));
