const KINDS: readonly RegExp[] = [
  /怎么办|怎样办|如何是好|怎么处理|如何处理|怎么做|咋办|啥办法|什么办法|什么方法|有办法|小妙招|应该怎样|怎么好/u,
  /治疗|怎么治|怎样治|如何治|医治|治好|治愈|根治|疗法|能治|缓解|消除/u,
  /什么药|哪些药|用药|吃药|何药|药物|药品|药好|哪种药/u,
  /症状|表现|征兆|特征|现象|什么样/u,
  /为什么|为何|原因|怎么回事|引起|导致|病因|什么造成|怎么得|怎么引|为啥|怎么会|因为什么|什么情况/u,
  /多久|多长时间|什么时候|何时|几天|几时|啥时|时间|多少天|几个月|几年|早日|尽快/u,
  /多少钱|费用|价格|收费|贵|多少/u,
  /能不能|可以|能否|可否|能|行吗|行不行|可不可以|是否可以/u,
  /是不是|是否|会不会|有没有|要不要|需不需要|吗|么$/u,
  /哪里|哪儿|什么地方|在哪|地址|哪个医院|哪家/u,
  /什么是|是什么病|是什么意思|是什么疾病|定义/u,
  /区别|不同|差别|哪个好|一样/u,
  /注意|禁忌|忌口|不能吃|护理|饮食|吃什么/u,
  /传染|遗传|严重|危害|后果|危险|影响/u,
  /预防|避免|防止/u,
  /副作用|不良反应|作用|功效|效果|疗效/u,
  /检查|诊断|确诊|判断|化验|拍片/u,
  /怎么|怎样|如何|咋/u,
  /投诉|举报|反映/u,
  /建议|希望|请求|呼吁|盼/u,
  /咨询|请问/u,
];
const DENIALS = /不(?!同|良|舒服|仅|但|过|断|停|知|好意思)|没(?!有没)|无|未|别|勿|非/gu;
const PAIRED_DENIAL = /([\p{Script=Han}])不\1|有没有|是否|能否|可否/gu;

/** What a text asks for, one bit a kind. */
export function kindsAsked(plain: string): number {
  return KINDS.reduce((kinds, kind, index) => (kind.test(plain) ? kinds | (1 << index) : kinds), 0);
}

/** How many times a text denies; 能不能 denies nothing. */
export function denialsIn(plain: string): number {
  return plain.replace(PAIRED_DENIAL, "").match(DENIALS)?.length ?? 0;
}
