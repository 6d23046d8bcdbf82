import type { QuestionKind } from "@/lib/sla/rules";

/** Who asks how to complain does not complain. */
const ASKS_HOW =
  /(怎么|如何|怎样|哪里|哪儿|哪个|什么|能不能|可以).{0,6}(投诉|举报|建议|求助)|(投诉|举报|建议|求助).{0,4}(电话|热线|渠道|方式|平台|流程|入口|邮箱|吗)/;
/** 不是投诉, 不想举报. */
const DENIES = /(不是|不想|不要|没有|并非|别).{0,3}(投诉|举报)/;

/** Words with which people say themselves what they want, the weightier first. */
const WORDS: readonly (readonly [QuestionKind, RegExp])[] = [
  ["report", /举报|检举|揭发/],
  ["complaint", /投诉|控诉|讨(个|要)?说法|(态度|服务)(太|很|非常|极其|特别|十分)?(差|恶劣)|不作为|推诿|踢皮球/],
  ["suggestion", /建议|提议|希望(能|可以|能够)?.{0,4}(增设|加装|增加|改进|优化|开通|延长)/],
  ["help", /求助|求帮|帮帮|帮忙|帮我|救救|急需/],
];

/** What kind of question a text opens: cautious, by words that say so themselves; everything else is an inquiry until an officer says better. */
export function kindOf(text: string): QuestionKind {
  const compact = text.replace(/\s+/g, "");
  if (ASKS_HOW.test(compact) || DENIES.test(compact)) return "inquiry";
  return WORDS.find(([, words]) => words.test(compact))?.[0] ?? "inquiry";
}
